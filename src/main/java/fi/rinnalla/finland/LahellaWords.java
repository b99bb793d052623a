package fi.rinnalla.finland;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The closed lists of Lähellä.fi in our words.
final class LahellaWords {
  private static final Map<String, String> THEMES =
      Map.ofEntries(
          Map.entry("ht_digi_teknologia", "digi ja teknologia"),
          Map.entry("ht_hyvinvointi", "hyvinvointi"),
          Map.entry("ht_kansainvalisyys", "kansainvälisyys"),
          Map.entry("ht_kulttuuri", "kulttuuri"),
          Map.entry("ht_kadentaidot", "kädentaidot"),
          Map.entry("ht_luonto", "luonto"),
          Map.entry("ht_maanpuolustus", "maanpuolustus"),
          Map.entry("ht_pelastustoiminta", "pelastustoiminta"),
          Map.entry("ht_urheilu", "liikunta"),
          Map.entry("ht_uskonnot", "uskonnot"),
          Map.entry("ht_vaikuttaminen", "vaikuttaminen"),
          Map.entry("hm_esitykset", "esitykset"),
          Map.entry("hm_harrastukset", "harrastukset"),
          Map.entry("hm_kohtaamispaikka", "kohtaamispaikka"),
          Map.entry("hm_kylatoiminta", "kylätoiminta"),
          Map.entry("hm_leirit", "leirit"),
          Map.entry("hm_nayttelyt", "näyttelyt"),
          Map.entry("hm_oleskelu", "oleskelu"),
          Map.entry("hm_oppaat", "oppaat"),
          Map.entry("hm_ryhmat", "ryhmät"),
          Map.entry("hm_tilaisuudet", "tilaisuudet"));

  private record Years(int from, @Nullable Integer to) {}

  private static final Map<String, Years> AGES =
      Map.of(
          "baby", new Years(0, 1),
          "child", new Years(2, 6),
          "schoolAge", new Years(7, 12),
          "young", new Years(13, 17),
          "youngAdult", new Years(18, 29),
          "adult", new Years(30, 64),
          "elderly", new Years(65, null));

  private static final Map<String, Accessibility> ACCESSIBILITY =
      Map.of(
          "ac_wheelchair", Accessibility.WHEELCHAIR,
          "ac_rollator", Accessibility.STEP_FREE,
          "ac_inductionloop", Accessibility.HEARING_LOOP,
          "ac_itoilet", Accessibility.ACCESSIBLE_TOILET);

  private static final Text FOR_WOMEN =
      new Text(
          "Tarkoitettu naisille ja tytöille.", "För kvinnor och flickor.", "For women and girls.");
  private static final Text FOR_MEN =
      new Text("Tarkoitettu miehille ja pojille.", "För män och pojkar.", "For men and boys.");
  private static final Text PARKING =
      new Text("Paikalla on pysäköintipaikka.", "Det finns parkering.", "There is parking.");

  private LahellaWords() {}

  static List<String> keywords(Reading it, @Nullable WatchedThing categories) {
    List<String> words = new ArrayList<>();
    if (categories != null) {
      for (String list : List.of("themes", "formats")) {
        for (String code : categories.words(list)) {
          String word = THEMES.get(code);
          if (word == null) {
            it.sink().notice(new FieldNotice.UnknownWord(it.record(), "categories." + list, code));
          } else {
            words.add(word);
          }
        }
      }
    }
    return words;
  }

  /// An activity that helps is advice unless its format says that people meet; the schema names no
  /// organization, which a service of ours must have.
  static Event.Kind kind(Reading it, @Nullable String type, @Nullable WatchedThing categories) {
    List<String> formats = categories == null ? List.of() : categories.words("formats");
    String word = Objects.toString(type, "hobby");
    if (word.equals("voluntary")) {
      return Event.Kind.VOLUNTEERING;
    }
    if (!word.equals("hobby") && !word.equals("support")) {
      it.sink().notice(new FieldNotice.UnknownWord(it.record(), "type", word));
    }
    return switch (formats.isEmpty() ? "" : formats.getFirst()) {
      case "hm_kohtaamispaikka", "hm_oleskelu" -> Event.Kind.MEETING_PLACE;
      case "hm_harrastukset", "hm_ryhmat" -> Event.Kind.GROUP;
      default -> word.equals("support") ? Event.Kind.ADVICE : Event.Kind.EVENT;
    };
  }

  /// From the youngest to the oldest of the groups; what lies between them is let in as well.
  static AgeRange ages(Reading it, @Nullable WatchedThing demographics) {
    List<String> groups = demographics == null ? List.of() : demographics.words("age_groups");
    Integer youngest = null;
    Integer oldest = null;
    boolean open = groups.isEmpty();
    for (String group : groups) {
      Years years = AGES.get(group);
      if (years == null) {
        open |= group.equals("any");
        if (!group.equals("any")) {
          it.sink().notice(new FieldNotice.UnknownWord(it.record(), "age_groups", group));
        }
        continue;
      }
      youngest = youngest == null ? years.from() : Math.min(youngest, years.from());
      Integer to = years.to();
      oldest =
          to == null
              ? Integer.valueOf(130)
              : oldest == null ? to : Integer.valueOf(Math.max(oldest, to));
    }
    if (open || youngest == null || oldest == null) {
      return AgeRange.ANY;
    }
    return new AgeRange(
        BigDecimal.valueOf(youngest), oldest == 130 ? null : BigDecimal.valueOf(oldest));
  }

  static Text gender(@Nullable WatchedThing demographics) {
    List<String> genders = demographics == null ? List.of() : demographics.words("gender");
    if (genders.size() != 1) {
      return Text.none();
    }
    return switch (genders.getFirst()) {
      case "female" -> FOR_WOMEN;
      case "male" -> FOR_MEN;
      default -> Text.none();
    };
  }

  static List<String> languages(Reading it, @Nullable WatchedThing categories) {
    List<String> codes = new ArrayList<>();
    for (String locale : categories == null ? List.<String>of() : categories.words("locales")) {
      codes.add(locale.equals("fisl") ? "sgn" : locale);
    }
    return it.languages("locales", codes);
  }

  static Set<Accessibility> features(Reading it, WatchedThing location) {
    Set<Accessibility> features = new TreeSet<>();
    for (String code : location.words("accessibility")) {
      Accessibility feature = ACCESSIBILITY.get(code);
      if (feature != null) {
        features.add(feature);
      } else if (!code.matches("ac_unknow|ac_parking")) {
        it.sink().notice(new FieldNotice.UnknownWord(it.record(), "accessibility", code));
      }
    }
    return features;
  }

  static Text parking(WatchedThing location) {
    return location.words("accessibility").contains("ac_parking") ? PARKING : Text.none();
  }
}
