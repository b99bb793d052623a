package fi.rinnalla.visits;

import java.util.UUID;

/// What became of a wish to plan something, or to say something to a plan.
public sealed interface Outcome {
  /// @param id of the series or the visit
  record Done(UUID id) implements Outcome {}

  /// No theme, or one that is too long.
  record NoTheme() implements Outcome {}

  /// No place that everybody may be shown the way to.
  record NoPlace() implements Outcome {}

  /// No partner of the series is chosen.
  record NoPartner() implements Outcome {}

  /// Too many partners, or visits.
  record TooMuch() implements Outcome {}

  record NoTopic() implements Outcome {}

  /// No day, no time, longer than a day, past already, or further away than a year.
  record BadTime() implements Outcome {}

  /// Over before it begins.
  record Backwards() implements Outcome {}

  /// Something is brought, and nobody to bring it was chosen.
  record NobodyBrings() implements Outcome {}

  /// None of the answers was chosen.
  record NoAnswer() implements Outcome {}

  /// The series has a visit that begins then.
  record Taken() implements Outcome {}

  /// Words that are too long.
  record TooLong() implements Outcome {}

  /// It isn't in a state for that, or not any more.
  record NotNow() implements Outcome {}

  /// What was answered to isn't what is asked now.
  record Stale() implements Outcome {}

  /// The partners decided to end the series.
  record Ended() implements Outcome {}

  /// Nobody of a partner can be written to.
  record NobodyToAsk() implements Outcome {}

  /// Somebody is asked to one of its visits.
  record StillAsked() implements Outcome {}

  /// Days that can't be read as a rule.
  record NoRule() implements Outcome {}

  /// The rule gives no day that the place could be open.
  record NoDays() implements Outcome {}

  /// No name, or no address that a letter can be sent to.
  record NoName() implements Outcome {}

  /// Somebody else has changed the turn meanwhile.
  record StaleTurn() implements Outcome {}

  /// Families may have seen it.
  record Announced() implements Outcome {}

  /// It has visits that aren't cancelled.
  record StillPlanned() implements Outcome {}

  /// Fewer than nobody, or more than any place holds.
  record NoCount() implements Outcome {}

  /// More new families than people.
  record MoreFamilies() implements Outcome {}

  /// Somebody else was first.
  record Gone() implements Outcome {}
}
