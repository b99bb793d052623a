package fi.rinnalla.channels;

import java.util.Locale;
import java.util.regex.Pattern;

/// The colour somebody gives to our part of their page. Links are written in it on white, so it
/// must stand out from that by WCAG 2.2 §1.4.3; nothing else of a page's looks may be set.
public sealed interface Accent {
  /// @param hex six digits, ready for a stylesheet
  record Fits(String hex) implements Accent {}

  record TooPale(String hex) implements Accent {}

  record NotAColour() implements Accent {}

  Fits OURS = new Fits("0b5c5e");

  Pattern HEX = Pattern.compile("#?([0-9a-f]{6})");

  double LEAST_CONTRAST = 4.5;

  /// Reads `#0b5c5e` or `0B5C5E`; nothing typed means our own.
  static Accent of(String typed) {
    String said = typed.strip().toLowerCase(Locale.ROOT);
    if (said.isEmpty()) {
      return OURS;
    }
    var read = HEX.matcher(said);
    if (!read.matches()) {
      return new NotAColour();
    }
    String hex = read.group(1);
    return onWhite(hex) < LEAST_CONTRAST ? new TooPale(hex) : new Fits(hex);
  }

  /// What is drawn with: our own where the asked one doesn't fit.
  default Fits drawn() {
    return this instanceof Fits fits ? fits : OURS;
  }

  /// The contrast ratio to white, from 1 to 21.
  private static double onWhite(String hex) {
    double luminance = 0.2126 * linear(hex, 0) + 0.7152 * linear(hex, 2) + 0.0722 * linear(hex, 4);
    return 1.05 / (luminance + 0.05);
  }

  private static double linear(String hex, int from) {
    double part = Integer.parseInt(hex, from, from + 2, 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
