package fi.rinnalla.pages;

/// What came in by a form.
public final class Typed {
  private Typed() {}

  /// Without what no keyboard writes; line breaks stay.
  public static String plain(String words) {
    return words
        .replace("\r\n", "\n")
        .codePoints()
        .filter(it -> it == '\n' || !Character.isISOControl(it))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
