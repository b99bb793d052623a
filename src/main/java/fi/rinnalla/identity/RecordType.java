package fi.rinnalla.identity;

import java.util.Locale;

/// The kinds of record that permissions are about: the rows of `permissions.md`.
public enum RecordType {
  /// The site's own words.
  PAGE(false),
  ORGANIZATION(false),
  SERVICE(false),
  EVENT(false),
  PLACE(false),
  /// A feed and what was wrong in it.
  SOURCE(false),
  /// What was sent, or would have been.
  LETTER(true),
  /// A link that signs somebody in.
  LINK(false),
  /// A reminder's link, by which an organization says what is still so.
  REMINDER(false),
  /// A person's own page.
  ACCOUNT(true),
  /// A way of signing in that a person added: a passkey, an account elsewhere.
  FACTOR(true),
  /// An entry of the audit log.
  LOOK(true),
  /// What an organization is writing and hasn't published, and the history of what it has.
  DRAFT(false),
  /// What a visitor told to be wrong or missing.
  REPORT(true),
  /// What waits for those who look after an area.
  QUEUE(false),
  /// Two records that may be the same thing.
  PAIR(false),
  /// A picture of a listing, or a logo.
  PICTURE(false),
  /// What those who came to something say of it together.
  FEEDBACK(true),
  /// What one of them says, who is nobody.
  ANSWER(false),
  /// A partner's visit to a meeting place, and the series it belongs to.
  VISIT(false),
  /// What a partner is asked, behind a letter's link.
  PROPOSAL(false),
  /// Whose turn it is to present itself at a meeting place.
  ROTA(false),
  /// How many came to a meeting place on an ordinary day: numbers, and nobody.
  HEAD_COUNT(false),
  /// A role that somebody holds.
  ROLE(true),
  /// A role that somebody is asked to take.
  INVITATION(true),
  /// Somebody's wish to keep an organization's page.
  CLAIM(true),
  /// A family's sign-up for an event.
  SIGNUP(true),
  /// Somebody's wish to be reminded of an event.
  EVENT_REMINDER(true),
  /// A meet-up that families hold themselves.
  MEETUP(true),
  /// A group of families that lives on after a meet-up.
  GROUP(true),
  /// That somebody belongs to such a group.
  MEMBERSHIP(true),
  /// What somebody who comes to a meet-up wrote to the others.
  MESSAGE(true),
  /// Somebody's word that a meet-up or a message shouldn't be here.
  ALERT(true),
  /// Where families are answered: its hours and its people.
  DESK(false),
  /// A talk between somebody without a name and an adviser.
  CHAT(true),
  /// A question that is asked often, and what it is answered.
  ARTICLE(false),
  /// A question that was left, and its answer.
  QUESTION(true),
  /// A family, as its adults tell of it.
  FAMILY(true),
  /// What somebody lets an organization know of them.
  CONSENT(true),
  /// The navigators of an organization, and where they take requests from.
  TEAM(false),
  /// A family's matter, from its request for help to the end.
  HELP_CASE(true),
  /// That a professional asked for help on behalf of a family.
  INTRODUCTION(true),
  /// A family that is referred to a service.
  REFERRAL(true),
  /// Those around a family, and the call by which they were assembled.
  NETWORK(true),
  /// A place in a network, as the one who is asked into it sees it.
  NETWORK_MEMBER(true),
  /// Whom an organization has put on duty.
  DUTY(false),
  /// Money for children's hobbies, and its rounds.
  FUND(false),
  /// A parent's application for it.
  HOBBY_APPLICATION(true),
  /// What a professional says of an application.
  RECOMMENDATION(true),
  /// A promise to pay, as a club sees it.
  VOUCHER(true);

  private final boolean closed;

  RecordType(boolean closed) {
    this.closed = closed;
  }

  /// Whether even a look at it is written down.
  public boolean isClosed() {
    return closed;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
