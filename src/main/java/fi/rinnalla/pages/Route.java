package fi.rinnalla.pages;

import fi.rinnalla.vocabulary.Lang;

/// The pages' addresses, each in its own words in each language. Controllers map the constants,
/// links are made from the values, and a test holds the two together.
public enum Route {
  HOME("", "", ""),
  SEARCH("haku", "sok", "search"),
  SERVICE("palvelu", "tjanst", "service"),
  EVENT("tapahtuma", "evenemang", "event"),
  PLACE("paikka", "plats", "place"),
  ORGANIZATION("jarjestaja", "arrangor", "organizer"),
  AREA("alue", "omrade", "area"),
  ASK("kysy", "fraga", "ask"),
  MEET("tapaa", "traffa", "meet"),
  SOURCES("lahteet", "kallor", "sources"),
  ACCESSIBILITY("saavutettavuus", "tillganglighet", "accessibility"),
  PRIVACY("tietosuoja", "dataskydd", "privacy"),
  OFFLINE("ei-verkkoa", "offline", "offline");

  private final String fi;
  private final String sv;
  private final String en;

  Route(String fi, String sv, String en) {
    this.fi = fi;
    this.sv = sv;
    this.en = en;
  }

  public String word(Lang lang) {
    return switch (lang) {
      case FI -> fi;
      case SV -> sv;
      case EN -> en;
    };
  }

  /// `/fi/haku`.
  public String path(Lang lang) {
    String word = word(lang);
    return "/" + lang.code() + (word.isEmpty() ? "" : "/" + word);
  }

  /// `/fi/palvelu/perhekahvila-7kq2m9x4`.
  public String path(Lang lang, String slug) {
    return path(lang) + "/" + slug;
  }
}
