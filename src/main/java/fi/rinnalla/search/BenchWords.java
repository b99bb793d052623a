package fi.rinnalla.search;

import fi.rinnalla.vocabulary.Accessibility;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// The fixed words that [BenchRegion] is made of.
final class BenchWords {
  static final List<String> TOWNS =
      List.of(
          "Helsinki",
          "Espoo",
          "Tampere",
          "Vantaa",
          "Oulu",
          "Turku",
          "Jyväskylä",
          "Kuopio",
          "Lahti",
          "Pori",
          "Kouvola",
          "Joensuu",
          "Lappeenranta",
          "Hämeenlinna",
          "Vaasa",
          "Rovaniemi",
          "Seinäjoki",
          "Mikkeli",
          "Hyvinkää",
          "Porvoo");

  static final List<String> SUBJECTS =
      List.of(
          "perhekahvila",
          "muskari",
          "vauvauinti",
          "satuhetki",
          "neuvola",
          "perheneuvola",
          "leikkipuisto",
          "vertaistuki",
          "imetystuki",
          "isäryhmä",
          "äitiryhmä",
          "värikylpy",
          "perhekerho",
          "kotipalvelu",
          "lastenhoito",
          "parisuhde",
          "ero",
          "unikoulu",
          "jumppa",
          "luontoretki",
          "kirjasto",
          "puheterapia",
          "lastensuojelu",
          "ruoka-apu",
          "velkaneuvonta",
          "kielikahvila",
          "monikkoperhe",
          "sijaisperhe",
          "adoptio",
          "nuorisotyö");

  static final List<String> FORMS =
      List.of("", "ryhmä", "ilta", "tuokio", "kerho", "vastaanotto", "neuvonta", "tapaaminen");
  static final List<String> PROSE =
      List.of(
          "tervetuloa mukaan kaikki",
          "ilmoittautumista ei tarvita",
          "ohjaaja auttaa alkuun",
          "tarjolla kahvia ja teetä",
          "tilaan pääsee rattailla",
          "ota mukaan sisäkengät",
          "toiminta on luottamuksellista",
          "maksuton ja avoin",
          "paikkoja on rajallisesti",
          "järjestetään yhdessä vapaaehtoisten kanssa",
          "sisarukset voivat tulla mukaan",
          "kysy lisää puhelimitse",
          "tule omaan tahtiin",
          "ohjelma vaihtuu viikoittain");
  static final List<String> PLACES =
      List.of("Kaivokatu", "Asema", "Koulutie", "Ranta", "Mäki", "Tori", "Puisto", "Kirkko");
  static final List<String> THEMES =
      List.of("meeting-others", "baby-life", "play-and-outdoors", "culture-and-art", "P4.12");
  static final List<String> DAYS =
      List.of("MO,TU,WE,TH,FR", "MO,WE", "TU,TH", "SA,SU", "MO,TU,WE,TH,FR,SA", "WE");
  static final List<String> LANGUAGES = List.of("fi", "sv", "en", "ru", "ar", "so");

  static String title(String subject, Random random) {
    String name = (subject + " " + one(FORMS, random)).strip();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  static String prose(Random random, int sentences) {
    StringBuilder prose = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      prose.append(prose.isEmpty() ? "" : " ").append(one(PROSE, random)).append('.');
    }
    return prose.toString();
  }

  static List<String> languages(Random random) {
    return random.nextInt(4) == 0 ? List.of("fi", one(LANGUAGES, random)) : List.of("fi");
  }

  static Set<Accessibility> features(Random random) {
    Accessibility[] all = Accessibility.values();
    return Set.copyOf(
        List.of(
                all[random.nextInt(all.length)],
                all[random.nextInt(all.length)],
                Accessibility.PRAM)
            .stream()
            .distinct()
            .toList());
  }

  static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private BenchWords() {}
}
