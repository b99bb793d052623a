package fi.rinnalla.meetups;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.signin.SignInLinks;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is written about a group. As with meet-ups nobody is named, nor the group; and whoever only
/// belongs to it leaves it in one tap from each letter.
@Component
class GroupLetters {
  private final MemberRows members;
  private final MeetupLetters letters;
  private final People people;
  private final SignInLinks secrets;
  private final SiteAddress site;

  GroupLetters(
      MemberRows members,
      MeetupLetters letters,
      People people,
      SignInLinks secrets,
      SiteAddress site) {
    this.members = members;
    this.letters = letters;
    this.people = people;
    this.secrets = secrets;
    this.site = site;
  }

  /// What a letter tells.
  enum What {
    APPROVED,
    REFUSED,
    /// Nobody answered.
    LAPSED,
    /// No times ahead for long; it ends by itself soon.
    QUIET,
    /// Somebody else has taken over.
    HANDED_OVER,
    /// A next meet-up is in the calendar.
    NEXT,
    /// A host has written on its board.
    WRITTEN,
    /// Nobody hosts it any more.
    HOSTLESS,
    ENDED;

    String words() {
      return "meetups.letter.group." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param when what makes it this letter and no other, in the life of the group
  void tellHosts(FamilyGroup group, What what, String when) {
    tell(group, members.of(group.id()).stream().filter(Member::host).toList(), what, when);
  }

  /// What a moderator did, in the words that a host of a meet-up reads, too.
  void tellHosts(FamilyGroup group, MeetupLetters.What what) {
    String key = "meetups/group/%s/%s/%d".formatted(group.id(), what, group.version());
    for (Member it : members.of(group.id())) {
      if (it.host()) {
        send(group, it, what.words(), key, null);
      }
    }
  }

  void tell(FamilyGroup group, Member to, What what, String when) {
    tell(group, List.of(to), what, when);
  }

  /// @param but who did it, and knows
  void tellMembers(FamilyGroup group, What what, String when, Set<PersonId> but) {
    tell(
        group,
        members.of(group.id()).stream().filter(it -> !but.contains(it.person())).toList(),
        what,
        when);
  }

  private void tell(FamilyGroup group, List<Member> to, What what, String when) {
    for (Member it : to) {
      // Hosts hand over or end; a slip of a finger must leave nobody waiting. After the end there
      // is
      // nothing to leave.
      boolean leaves = !it.host() && !group.isOver();
      String secret = leaves ? secrets.secret() : null;
      String key = "meetups/group/%s/%s/%s/%s".formatted(group.id(), what, when, it.person());
      if (send(group, it, what.words(), key, secret) && secret != null) {
        members.link(it, secret);
      }
    }
  }

  /// To whom a host has taken out; there is nothing to leave any more.
  void tellTakenOut(FamilyGroup group, Member member) {
    String key = "meetups/group/%s/taken_out/%s".formatted(group.id(), member.id());
    send(group, member, "meetups.letter.group.taken_out", key, null);
  }

  /// Asks a member to host.
  void ask(FamilyGroup group, Member member) {
    String key =
        "meetups/group/%s/ask/%s/%s".formatted(group.id(), member.person(), member.askedUntil());
    send(group, member, "meetups.letter.group.ask", key, null);
  }

  private boolean send(
      FamilyGroup group, Member to, String words, String key, @Nullable String secret) {
    Person person = people.find(to.person()).orElse(null);
    if (person == null || person.email() == null) {
      return false;
    }
    URI wayOut = secret == null ? null : site.of(Route.LEAVE_GROUP.path(person.lang(), secret));
    String path = Route.GROUP.path(person.lang(), group.id().toString());
    return letters.send(person, words, path, key, wayOut);
  }
}
