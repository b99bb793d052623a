package fi.rinnalla.finland;

import java.util.regex.Pattern;

/// Whether words beside a phone number name a person. National registers have no field for a
/// person, so officials' names get into the explanation of a number: «johtaja Maija Mallikas». The
/// number is the service's, the name is a person's, and changes sooner than anybody mends it.
///
/// A rule of thumb: two words in a row that begin with a capital letter. It takes the name of a
/// house now and then, which costs a word of explanation; one written in small letters it leaves.
final class Person {
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}\\p{Ll}+(-\\p{Lu}\\p{Ll}+)?\\s+\\p{Lu}\\p{Ll}+");

  private Person() {}

  static boolean isNamedIn(String words) {
    return NAME.matcher(words).find();
  }
}
