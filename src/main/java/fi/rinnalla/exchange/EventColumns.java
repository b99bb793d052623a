package fi.rinnalla.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of our own table of events, with the names that small organizations give them in
/// Finnish and Swedish (docs/csv.md).
final class EventColumns {
  static final Set<String> CANONICAL =
      Stream.of(
              "id",
              "kind",
              "organizer_id",
              "location_id",
              "service_id",
              "start",
              "end",
              "repeat",
              "weeks",
              "until",
              "skip_dates",
              "extra_dates",
              "skip_holidays",
              "min_age",
              "max_age",
              "price",
              "languages",
              "registration",
              "registration_url",
              "themes",
              "terms",
              "floor",
              "snack_price",
              "lift",
              "features",
              "capacity",
              "url",
              "verified",
              "organizer",
              "place",
              "address",
              "postal_code",
              "city",
              "online_url",
              "keywords",
              "status",
              "latitude",
              "longitude",
              "image_url",
              "image_alt",
              "image_licence",
              "image_author",
              "co_hosts")
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> IN_LANGUAGES =
      Set.of(
          "title",
          "summary",
          "description",
          "price_text",
          "door",
          "prams",
          "how_it_goes",
          "snack",
          "who_you_meet",
          "organizer",
          "place",
          "address",
          "image_alt");
  private static final Map<String, String> ALIASES = new HashMap<>();

  static {
    alias("id", "tunnus", "tunniste");
    alias(
        "title",
        "otsikko",
        "nimi",
        "tapahtuma",
        "tapahtuman nimi",
        "rubrik",
        "titel",
        "namn",
        "name",
        "evenemang");
    alias("summary", "tiivistelmä", "lyhyesti", "sammanfattning", "kort");
    alias("description", "kuvaus", "lisätiedot", "beskrivning");
    alias("kind", "laji", "tyyppi", "typ");
    alias("organizer", "järjestäjä", "arrangör", "organisaatio", "yhdistys");
    alias("organizer_id", "järjestäjän tunnus", "järjestäjä_id");
    alias("location_id", "paikan tunnus", "paikka_id");
    alias(
        "start",
        "alkaa",
        "alku",
        "alkamisaika",
        "aika",
        "milloin",
        "börjar",
        "start",
        "starttid",
        "starts");
    alias(
        "end", "päättyy", "loppuu", "loppu", "päättymisaika", "slutar", "slut", "sluttid", "ends");
    alias("repeat", "toistuu", "toisto", "upprepas", "upprepning", "repeats");
    alias("weeks", "viikot", "veckor");
    alias("until", "saakka", "asti", "toistuu saakka", "till och med", "t.o.m.");
    alias("skip_dates", "ei", "poikkeukset", "peruttu", "ei päivinä", "inte", "undantag");
    alias("extra_dates", "lisäpäivät", "lisäksi", "extra datum");
    alias("skip_holidays", "ei pyhinä", "ei juhlapyhinä", "inte helgdagar");
    alias("place", "paikka", "plats", "ställe", "tila", "venue", "location");
    alias("address", "osoite", "katuosoite", "adress", "gatuadress");
    alias("postal_code", "postinumero", "postnummer", "postcode");
    alias("city", "kunta", "kaupunki", "paikkakunta", "kommun", "stad", "ort", "town");
    alias(
        "min_age",
        "ikä_min",
        "ikä min",
        "ikä alkaen",
        "alaikäraja",
        "ålder_min",
        "ålder från",
        "minimiålder");
    alias(
        "max_age",
        "ikä_max",
        "ikä max",
        "ikä asti",
        "yläikäraja",
        "ålder_max",
        "ålder till",
        "maximiålder");
    alias("price", "hinta", "hinta euroa", "pris", "pris euro");
    alias("price_text", "hintatiedot", "hinta sanoina", "prisinformation");
    alias("languages", "kieli", "kielet", "språk", "language");
    alias("registration", "ilmoittautuminen", "anmälan");
    alias("registration_url", "ilmoittautumislinkki", "ilmoittaudu", "anmälningslänk");
    alias("themes", "teemat", "teema", "teman", "tema");
    alias("keywords", "avainsanat", "asiasanat", "nyckelord");
    alias("terms", "luokat", "palveluluokat", "klasser");
    alias("door", "ovi", "sisäänkäynti", "dörr", "ingång");
    alias("floor", "kerros", "våning");
    alias("lift", "hissi", "hiss");
    alias("prams", "vaunut", "lastenvaunut", "barnvagn", "barnvagnar");
    alias("features", "esteettömyys", "varustelu", "tillgänglighet");
    alias("how_it_goes", "näin sujuu", "miten sujuu", "så går det till");
    alias("snack", "välipala", "tarjoilu", "mellanmål", "servering");
    alias("snack_price", "välipalan hinta", "tarjoilun hinta", "mellanmålets pris");
    alias("who_you_meet", "kenet tapaat", "ketä paikalla", "vem du träffar");
    alias("capacity", "paikkoja", "osallistujamäärä", "platser", "antal platser");
    alias("url", "linkki", "verkkosivu", "www", "länk", "webbplats", "link", "lisätietoja");
    alias("online_url", "etäosoite", "verkkolinkki", "etälinkki", "distanslänk");
    alias("verified", "tarkistettu", "granskad", "kontrollerad");
    alias("status", "tila peruttu", "läge");
  }

  private EventColumns() {}

  /// The canonical name of a column as somebody has written it; itself when we don't know it.
  static String canonical(String header) {
    String name = header.strip().replaceAll("\\s+", " ");
    String language = "";
    if (name.matches(".*[_ (](fi|sv|en)\\)?$")) {
      language = name.replaceFirst(".*[_ (](fi|sv|en)\\)?$", "_$1");
      name = name.replaceFirst("[_ (]+(fi|sv|en)\\)?$", "");
    }
    String found =
        ALIASES.getOrDefault(
            name, ALIASES.getOrDefault(name.replace('_', ' '), name.replace(' ', '_')));
    return found + (language.equals("_fi") ? "" : language);
  }

  static boolean isKnown(String column) {
    String name = column.replaceFirst("_(sv|en)$", "");
    return CANONICAL.contains(column) || IN_LANGUAGES.contains(name);
  }

  private static void alias(String name, String... others) {
    for (String other : others) {
      ALIASES.put(other, name);
    }
  }
}
