package fi.rinnalla.pages;

import java.util.regex.Pattern;

/// What came in by a form.
public final class Typed {
  /// Whatever ends a line in some program (U+2028 in a calendar's file) does so here too.
  private static final Pattern LINE_END = Pattern.compile("\\R");

  /// Controls, halves of a character, and what turns the direction of all that follows (UAX #9,
  /// explicit formatting): a name written so would stand among others as something else. What joins
  /// letters and emoji stays.
  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

  private Typed() {}

  /// Without what no keyboard writes, and with personal identity codes covered; line breaks stay.
  public static String plain(String words) {
    String lines = LINE_END.matcher(words).replaceAll("\n");
    return PersonalIdentityCode.masked(HIDDEN.matcher(lines).replaceAll("").strip());
  }
}
