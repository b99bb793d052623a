package fi.rinnalla.drawing;

import com.ibm.icu.text.BreakIterator;
import fi.rinnalla.drawing.Typeface.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks words into lines where the language may break them; a word that is longer than a line,
/// such as Finnish has many, gets a hyphen where the line ends.
public final class Lines {
  private static final String CUT = " …";
  private final Typeface typeface;
  private final Locale locale;

  public Lines(Typeface typeface, Locale locale) {
    this.typeface = typeface;
    this.locale = locale;
  }

  /// @param most lines; what is left out then ends in three dots
  public List<String> of(Weight weight, String words, float size, float width, int most) {
    List<String> lines = all(weight, words.replaceAll("\\s+", " ").strip(), size, width);
    if (lines.size() <= most) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, most));
    String last = shown.getLast();
    while (!last.isEmpty() && typeface.width(weight, last + CUT, size) > width) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
    }
    shown.set(most - 1, last.replaceAll("[\\s,;:.–-]+$", "") + CUT);
    return shown;
  }

  private List<String> all(Weight weight, String words, float size, float width) {
    BreakIterator breaks = BreakIterator.getLineInstance(locale);
    breaks.setText(words);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String part = words.substring(from, to);
      if (typeface.width(weight, (line + part).strip(), size) <= width) {
        line.append(part);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(broken(weight, part, size, width, lines));
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  /// The end of a word; as much as fills whole lines is among the lines already.
  private String broken(Weight weight, String word, float size, float width, List<String> lines) {
    String rest = word;
    while (typeface.width(weight, rest.strip(), size) > width) {
      int end = rest.length();
      while (end > 1 && typeface.width(weight, rest.substring(0, end) + "-", size) > width) {
        end = rest.offsetByCodePoints(end, -1);
      }
      lines.add(rest.substring(0, end) + "-");
      rest = rest.substring(end);
    }
    return rest;
  }
}
