package fi.rinnalla.vocabulary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A text for people, in the languages somebody has written it in. A language that nobody has
/// written is null here, never an empty string; what is shown instead is named ([Said#fallback]).
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Text(@Nullable String fi, @Nullable String sv, @Nullable String en) {

  private static final Text NONE = new Text(null, null, null);

  public Text {
    fi = blankToNull(fi);
    sv = blankToNull(sv);
    en = blankToNull(en);
  }

  /// The words found, and the language they are in. `fallback` is true when it isn't the one asked.
  public record Said(String words, Lang lang, boolean fallback) {}

  public static Text none() {
    return NONE;
  }

  public static Text fi(@Nullable String words) {
    return new Text(words, null, null);
  }

  public static Text of(Lang lang, @Nullable String words) {
    return NONE.with(lang, words);
  }

  public Text with(Lang lang, @Nullable String words) {
    return switch (lang) {
      case FI -> new Text(words, sv, en);
      case SV -> new Text(fi, words, en);
      case EN -> new Text(fi, sv, words);
    };
  }

  public @Nullable String in(Lang lang) {
    return switch (lang) {
      case FI -> fi;
      case SV -> sv;
      case EN -> en;
    };
  }

  /// The words in the language asked, else in the next one that has any.
  public Optional<Said> said(Lang asked) {
    for (Lang lang : asked.fallbacks()) {
      String words = in(lang);
      if (words != null) {
        return Optional.of(new Said(words, lang, lang != asked));
      }
    }
    return Optional.empty();
  }

  /// As [#said], in words only; empty when nobody has written anything.
  public String orEmpty(Lang asked) {
    return said(asked).map(Said::words).orElse("");
  }

  public boolean isEmpty() {
    return fi == null && sv == null && en == null;
  }

  private static @Nullable String blankToNull(@Nullable String words) {
    if (words == null) {
      return null;
    }
    int from = 0;
    int to = words.length();
    while (from < to && isBlank(words.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(words.charAt(to - 1))) {
      to--;
    }
    return from == to ? null : words.substring(from, to);
  }

  /// Feeds made from HTML also pad with no-break and zero-width spaces.
  private static boolean isBlank(char letter) {
    return Character.isWhitespace(letter)
        || Character.isSpaceChar(letter)
        || letter == '\u200B'
        || letter == '\uFEFF';
  }
}
