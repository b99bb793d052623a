package fi.rinnalla.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language the pages are written in. Finnish comes first wherever one must.
public enum Lang {
  FI("fi", "Suomi"),
  SV("sv", "Svenska"),
  EN("en", "English");

  private final String code;
  private final String ownName;

  Lang(String code, String ownName) {
    this.code = code;
    this.ownName = ownName;
  }

  /// The BCP 47 tag, which is also the first step of every path: `/fi/…`.
  public String code() {
    return code;
  }

  /// The language's name in itself, as the language menu shows it.
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return Locale.forLanguageTag(this == EN ? "en-GB" : code + "-FI");
  }

  /// In which order to look for words when this language has none.
  public List<Lang> fallbacks() {
    return switch (this) {
      case FI -> List.of(FI, SV, EN);
      case SV -> List.of(SV, FI, EN);
      case EN -> List.of(EN, FI, SV);
    };
  }

  /// The language a browser asks for first (RFC 9110, `Accept-Language`), or Finnish.
  public static Lang asked(String accepted) {
    String first = accepted.strip();
    return first.length() < 2 ? FI : find(first.substring(0, 2)).orElse(FI);
  }

  public static Optional<Lang> find(String code) {
    for (Lang lang : values()) {
      if (lang.code.equalsIgnoreCase(code)) {
        return Optional.of(lang);
      }
    }
    return Optional.empty();
  }
}
