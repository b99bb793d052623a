package fi.rinnalla.knowledge;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An answer as it is shown: paragraphs where a line was left empty, and `[words](/fi/…)` as a link
/// to a page of ours. A link to anywhere else stays as it was written.
public record Prose(List<List<Part>> paragraphs) {
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]\\[\n]{1,120})]\\((/(?:fi|sv|en)(?:/[a-z0-9/-]*)?)\\)");

  /// Words, and where they lead; nowhere when the path is empty.
  public record Part(String words, String path) {}

  public static Prose of(String answer) {
    List<List<Part>> paragraphs =
        Arrays.stream(answer.split("\n\\s*\n"))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .map(Prose::parts)
            .toList();
    return new Prose(paragraphs);
  }

  private static List<Part> parts(String paragraph) {
    List<Part> parts = new ArrayList<>();
    Matcher link = LINK.matcher(paragraph);
    int from = 0;
    while (link.find()) {
      if (link.start() > from) {
        parts.add(new Part(paragraph.substring(from, link.start()), ""));
      }
      parts.add(new Part(link.group(1), link.group(2)));
      from = link.end();
    }
    if (from < paragraph.length()) {
      parts.add(new Part(paragraph.substring(from), ""));
    }
    return parts;
  }

  /// Whether something in it is written as a link and wouldn't be one.
  public static boolean isHalfRead(Text answer) {
    return Arrays.stream(Lang.values())
        .map(answer::in)
        .filter(Objects::nonNull)
        .anyMatch(it -> plain(it).contains("]("));
  }

  /// Where the links of an answer lead.
  public static Set<String> paths(Text answer) {
    return Arrays.stream(Lang.values())
        .map(answer::in)
        .filter(Objects::nonNull)
        .flatMap(it -> of(it).paragraphs().stream().flatMap(List::stream))
        .map(Part::path)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.toSet());
  }

  /// The words alone, for finding and for cards.
  public static String plain(String answer) {
    return LINK.matcher(answer).replaceAll("$1");
  }
}
