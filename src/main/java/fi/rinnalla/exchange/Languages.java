package fi.rinnalla.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Language codes (ISO 639-1) from codes of two or three letters and from names in Finnish, Swedish
/// and English, as the JDK knows them.
final class Languages {
  private static final Map<String, String> CODES = codes();

  private Languages() {}

  static Optional<String> code(String text) {
    String key = text.strip().toLowerCase(Locale.ROOT);
    String whole = CODES.get(key);
    // fi-FI and sv_FI are the language of a region.
    return whole != null
        ? Optional.of(whole)
        : Optional.ofNullable(CODES.get(key.split("[-_]", 2)[0]));
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale language = Locale.of(code);
      codes.put(code, code);
      codes.put(language.getISO3Language(), code);
      for (String reader : new String[] {"fi", "sv", "en"}) {
        codes.put(language.getDisplayLanguage(Locale.of(reader)).toLowerCase(Locale.ROOT), code);
      }
    }
    codes.put("suomeksi", "fi");
    codes.put("ruotsiksi", "sv");
    codes.put("englanniksi", "en");
    codes.put("saame", "se");
    // ISO 639-2 has one code for all sign languages.
    for (String sign : new String[] {"sgn", "sign", "viittomakieli", "teckenspråk", "fse", "fss"}) {
      codes.put(sign, "sgn");
    }
    // Inari and Skolt Sámi have only three letters.
    codes.put("smn", "smn");
    codes.put("sms", "sms");
    return codes;
  }
}
