package fi.rinnalla.identity;

import java.util.List;
import java.util.Map;

/// What a room keeps of a person, as it is told to that person (GDPR articles 15 and 20). Every
/// room that lets go of something when somebody leaves ([PersonLeft]) has one; a test holds the two
/// together.
public interface Belongings {
  /// The room's name.
  String room();

  /// By what they are, such as `signups`, all that there are; what goes into JSON. Nothing of
  /// anybody else, no secret, no digest.
  Map<String, List<?>> of(PersonId person);
}
