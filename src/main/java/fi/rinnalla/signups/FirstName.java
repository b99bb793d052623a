package fi.rinnalla.signups;

import java.util.regex.Pattern;

/// A first name or a nickname that families see of each other: letters and nothing else, so that no
/// address or number of anybody's comes along.
public final class FirstName {
  public static final int LONGEST = 24;
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+(?:[ '’-]\\p{L}+)?");

  private FirstName() {}

  public static boolean isOne(String written) {
    String name = written.strip();
    return name.length() <= LONGEST && LETTERS.matcher(name).matches();
  }
}
