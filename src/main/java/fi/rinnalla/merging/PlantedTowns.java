package fi.rinnalla.merging;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// The towns and their districts for [PlantedTwins]: real towns, districts put together of what
/// districts are called.
final class PlantedTowns {
  /// @param of in the genitive, as names of what is there begin in Finnish
  record Town(AreaCode code, String name, String of, String swedish, Position centre) {}

  /// @param in where something is, in the inessive
  record District(String name, String of, String in) {}

  static final List<Town> ALL =
      List.of(
          town("106", "Hyvinkää", "Hyvinkään", "Hyvinge", 60.633, 24.860),
          town("564", "Oulu", "Oulun", "Uleåborg", 65.012, 25.465),
          town("091", "Helsinki", "Helsingin", "Helsingfors", 60.170, 24.938),
          town("049", "Espoo", "Espoon", "Esbo", 60.205, 24.655),
          town("092", "Vantaa", "Vantaan", "Vanda", 60.294, 25.041),
          town("837", "Tampere", "Tampereen", "Tammerfors", 61.498, 23.761),
          town("853", "Turku", "Turun", "Åbo", 60.452, 22.267),
          town("179", "Jyväskylä", "Jyväskylän", "Jyväskylä", 62.242, 25.747),
          town("398", "Lahti", "Lahden", "Lahtis", 60.983, 25.661),
          town("297", "Kuopio", "Kuopion", "Kuopio", 62.892, 27.677),
          town("609", "Pori", "Porin", "Björneborg", 61.485, 21.797),
          town("167", "Joensuu", "Joensuun", "Joensuu", 62.601, 29.763),
          town("405", "Lappeenranta", "Lappeenrannan", "Villmanstrand", 61.058, 28.188),
          town("905", "Vaasa", "Vaasan", "Vasa", 63.096, 21.616),
          town("698", "Rovaniemi", "Rovaniemen", "Rovaniemi", 66.503, 25.729),
          town("109", "Hämeenlinna", "Hämeenlinnan", "Tavastehus", 60.996, 24.464),
          town("638", "Porvoo", "Porvoon", "Borgå", 60.393, 25.663),
          town("444", "Lohja", "Lohjan", "Lojo", 60.250, 24.065),
          town("543", "Nurmijärvi", "Nurmijärven", "Nurmijärvi", 60.464, 24.807),
          town("186", "Järvenpää", "Järvenpään", "Träskända", 60.474, 25.090),
          town("694", "Riihimäki", "Riihimäen", "Riihimäki", 60.739, 24.772),
          town("858", "Tuusula", "Tuusulan", "Tusby", 60.403, 25.029),
          town("245", "Kerava", "Keravan", "Kervo", 60.403, 25.105),
          town("710", "Raasepori", "Raaseporin", "Raseborg", 59.975, 23.436));

  private static final List<String> FIRST =
      List.of(
          "Koivu",
          "Mänty",
          "Kuusi",
          "Leppä",
          "Haapa",
          "Pihlaja",
          "Tammi",
          "Vaahtera",
          "Saarni",
          "Kataja",
          "Paju",
          "Tuomi",
          "Karhu",
          "Hirvi",
          "Susi",
          "Kettu",
          "Jänis",
          "Orava",
          "Mäyrä",
          "Ilves",
          "Joutsen",
          "Kurki",
          "Haukka",
          "Pöllö",
          "Metso",
          "Teeri",
          "Lokki",
          "Ahven",
          "Hauki",
          "Siika",
          "Kivi",
          "Hiekka",
          "Savi",
          "Suo",
          "Pelto",
          "Niitty",
          "Aho",
          "Halla",
          "Usva",
          "Tuuli");

  /// What districts end in, and how that goes in the genitive and the inessive.
  private static final List<District> SECOND =
      List.of(
          new District("mäki", "mäen", "mäessä"),
          new District("la", "lan", "lassa"),
          new District("niemi", "niemen", "niemessä"),
          new District("ranta", "rannan", "rannassa"),
          new District("harju", "harjun", "harjussa"),
          new District("kylä", "kylän", "kylässä"),
          new District("lampi", "lammen", "lammessa"),
          new District("joki", "joen", "joessa"),
          new District("koski", "kosken", "koskessa"),
          new District("vaara", "vaaran", "vaarassa"),
          new District("laakso", "laakson", "laaksossa"),
          new District("metsä", "metsän", "metsässä"),
          new District("saari", "saaren", "saaressa"),
          new District("lahti", "lahden", "lahdessa"),
          new District("linna", "linnan", "linnassa"),
          new District("pää", "pään", "päässä"),
          new District("kangas", "kankaan", "kankaassa"),
          new District("notko", "notkon", "notkossa"),
          new District("korpi", "korven", "korvessa"),
          new District("salo", "salon", "salossa"));

  private PlantedTowns() {}

  static Map<AreaCode, Text> names() {
    return ALL.stream()
        .collect(Collectors.toMap(Town::code, town -> new Text(town.name(), town.swedish(), null)));
  }

  static Town any(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  static District district(Random random) {
    String first = FIRST.get(random.nextInt(FIRST.size()));
    District second = SECOND.get(random.nextInt(SECOND.size()));
    return new District(first + second.name(), first + second.of(), first + second.in());
  }

  static String street(Random random) {
    List<String> ends = List.of("katu", "tie", "polku", "kuja");
    return FIRST.get(random.nextInt(FIRST.size()))
        + SECOND.get(random.nextInt(SECOND.size())).of()
        + ends.get(random.nextInt(ends.size()))
        + " "
        + (1 + random.nextInt(90));
  }

  static Position around(Position centre, Random random, double metres) {
    double north = random.nextGaussian() * metres / 111_000;
    double east =
        random.nextGaussian() * metres / (111_000 * Math.cos(Math.toRadians(centre.lat())));
    return new Position(centre.lat() + north, centre.lon() + east);
  }

  private static Town town(
      String code, String name, String of, String swedish, double lat, double lon) {
    return new Town(AreaCode.municipality(code), name, of, swedish, new Position(lat, lon));
  }
}
