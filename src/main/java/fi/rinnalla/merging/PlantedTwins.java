package fi.rinnalla.merging;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Made-up records among which it is known which are the same: most of them tell of one thing each,
/// some are told again by a second source in its own way ([Retelling]), and some look like another
/// and aren't. The same size gives the same records on any machine.
final class PlantedTwins {
  private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
  private static final double TOWN_METRES = 4000;
  private static final List<String> SOURCES = List.of("town", "county", "parish", "associations");

  private final List<Told> records = new ArrayList<>();
  private final Set<Pair> twins = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  /// Two records, in the order of their ids.
  record Pair(UUID one, UUID other) {
    static Pair of(UUID one, UUID other) {
      return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    static Pair of(Likeness likeness) {
      return of(likeness.one().id(), likeness.other().id());
    }
  }

  /// A kind of thing in three languages; `%s` is where it is.
  ///
  /// @param again the same in other forms and another order; none where nobody says it otherwise
  record Called(String fi, String sv, String en, @Nullable Called again) {
    Called(String fi, String sv, String en) {
      this(fi, sv, en, null);
    }

    Called orAs(String inFinnish, String inSwedish, String inEnglish) {
      return new Called(fi, sv, en, new Called(inFinnish, inSwedish, inEnglish));
    }

    Text otherwise(PlantedTowns.District district) {
      return again == null
          ? at(district)
          : new Text(
              again.fi.formatted(district.in()),
              again.sv.formatted(district.name()),
              again.en.formatted(district.name()));
    }

    Text at(PlantedTowns.District district) {
      return new Text(
          fi.formatted(district.of()),
          sv.formatted(district.name()),
          en.formatted(district.name()));
    }
  }

  private static final List<Called> ORGANIZATIONS =
      List.of(
          new Called("%s perheyhdistys ry", "Familjeföreningen i %s rf", "%s family association"),
          new Called("MLL %s yhdistys ry", "MLL %s förening rf", "MLL %s"),
          new Called("%s seurakunta", "%s församling", "%s parish"),
          new Called("%s Martat ry", "Martat %s rf", "%s Martat"),
          new Called("%s asukasyhdistys ry", "Invånarföreningen %s rf", "%s residents"),
          new Called("%s vanhempainyhdistys ry", "Föräldraföreningen %s rf", "%s parents"));
  private static final List<Called> PLACES =
      List.of(
          new Called("%s leikkipuisto", "%s lekpark", "%s playground")
              .orAs("Leikkipuisto %s", "Lekparken i %s", "Playground in %s"),
          new Called("%s kirjasto", "%s bibliotek", "%s library")
              .orAs("Kirjasto %s", "Biblioteket i %s", "Library in %s"),
          new Called("%s päiväkoti", "%s daghem", "%s kindergarten"),
          new Called("%s seurakuntatalo", "%s församlingshem", "%s parish house"),
          new Called("%s kerhotalo", "%s klubbhus", "%s clubhouse"),
          new Called("%s neuvola", "%s rådgivning", "%s child health clinic"));
  private static final List<Called> SERVICES =
      List.of(
          new Called("%s perhekahvila", "%s familjecafé", "%s family café")
              .orAs("Kahvila perheille %s", "Café för familjer i %s", "Café for families in %s"),
          new Called("%s vauvakerho", "%s babyklubb", "%s baby club")
              .orAs("Kerho vauvoille %s", "Klubb för babyn i %s", "Club for babies in %s"),
          new Called("%s avoin päiväkoti", "%s öppet daghem", "%s open daycare"),
          new Called("%s perheneuvola", "%s familjerådgivning", "%s family counselling"),
          new Called("%s imetystuki", "%s amningsstöd", "%s breastfeeding support")
              .orAs("Tukea imetykseen %s", "Stöd för amning i %s", "Breastfeeding support in %s"),
          new Called("%s vertaisryhmä", "%s kamratstödsgrupp", "%s peer group"),
          new Called("%s kotipalvelu", "%s hemservice", "%s home services"),
          new Called("%s muskari", "%s musiklekis", "%s music playschool")
              .orAs("Muskarit, %s", "Musiklekis i %s", "Music playschool in %s"));
  private static final List<Called> EVENTS =
      List.of(
          new Called("%s perhekahvila", "%s familjecafé", "%s family café")
              .orAs("Kahvila perheille %s", "Café för familjer i %s", "Café for families in %s"),
          new Called("%s satutunti", "%s sagostund", "%s story hour")
              .orAs("Satutunnit %s", "Sagostunden i %s", "Story hours in %s"),
          new Called("%s vauvamuskari", "%s babymusik", "%s baby music")
              .orAs("Muskari vauvoille %s", "Musik för babyn i %s", "Music for babies in %s"),
          new Called("%s perhejumppa", "%s familjegymnastik", "%s family gym")
              .orAs(
                  "Jumppaa perheille %s", "Gymnastik för familjer i %s", "Gym for families in %s"),
          new Called("%s isäkerho", "%s pappaklubb", "%s dads club")
              .orAs("Kerho isille %s", "Klubb för pappor i %s", "Club for dads in %s"),
          new Called("%s vauvojen lorutuokio", "%s ramsstund för babyn", "%s rhyme time for babies")
              .orAs(
                  "Lorutuokio vauvoille %s", "Babyns ramsstund i %s", "Babies' rhyme time in %s"));

  private PlantedTwins() {}

  /// @param size how many records there are in all, more or less
  static PlantedTwins of(int size) {
    PlantedTwins planted = new PlantedTwins();
    Random random = new Random(size);
    for (int n = 0; planted.records.size() < size; n++) {
      Thing made = planted.thing(n, random);
      Told thing = made.told();
      planted.records.add(thing);
      switch (n % 5) {
        case 0 -> {
          Told twin = Retelling.of(thing, made.otherwise(), random);
          planted.records.add(twin);
          planted.twins.add(Pair.of(thing.id(), twin.id()));
        }
        case 1 -> {
          Told lookalike = Lookalikes.of(thing, random);
          // What moved to a town that has one of the name already would be the same as that one.
          if (Objects.equals(lookalike.town(), thing.town()) || planted.isNew(lookalike)) {
            planted.records.add(lookalike);
          }
        }
        default -> {}
      }
    }
    return planted;
  }

  List<Told> records() {
    return records;
  }

  Set<Pair> twins() {
    return twins;
  }

  /// How well the likenesses are what was planted.
  record Score(int found, int planted, int right) {
    double recall() {
      return (double) right / planted;
    }

    double precision() {
      return (double) right / found;
    }
  }

  Score score(List<Likeness> likenesses) {
    int right = (int) likenesses.stream().map(Pair::of).filter(twins::contains).count();
    return new Score(likenesses.size(), twins.size(), right);
  }

  /// @param otherwise its name in other forms and another order
  private record Thing(Told told, Text otherwise) {}

  private Thing thing(int n, Random random) {
    Kind kind =
        switch (random.nextInt(10)) {
          case 0 -> Kind.ORGANIZATION;
          case 1, 2 -> Kind.PLACE;
          case 3, 4, 5, 6 -> Kind.SERVICE;
          default -> Kind.EVENT;
        };
    List<Called> called =
        switch (kind) {
          case ORGANIZATION -> ORGANIZATIONS;
          case PLACE -> PLACES;
          case SERVICE -> SERVICES;
          case EVENT -> EVENTS;
        };
    PlantedTowns.Town town = PlantedTowns.any(random);
    PlantedTowns.District district = PlantedTowns.district(random);
    Called what = called.get(random.nextInt(called.size()));
    while (!used.add(key(kind, town.code(), what.at(district)))) {
      town = PlantedTowns.any(random);
      district = PlantedTowns.district(random);
    }
    Text name = what.at(district);
    Text organizer = ORGANIZATIONS.get(random.nextInt(ORGANIZATIONS.size())).at(district);
    Text venue = PLACES.get(random.nextInt(PLACES.size())).at(district);
    Position position = PlantedTowns.around(town.centre(), random, TOWN_METRES);
    boolean placed = kind != Kind.ORGANIZATION;
    Told told =
        new Told(
            kind,
            UuidV5.of("planted", kind.code(), "" + n),
            SOURCES.get(random.nextInt(SOURCES.size())),
            List.of(name),
            kind == Kind.ORGANIZATION && random.nextInt(3) > 0
                ? List.of(Identifier.businessId(businessId(random)))
                : List.of(),
            random.nextBoolean() ? List.of(phone(random)) : List.of(),
            random.nextInt(3) == 0
                ? List.of("https://www.example%d.org/%d".formatted(n, random.nextInt(1000)))
                : List.of(),
            placed && kind != Kind.PLACE ? List.of(organizer) : List.of(),
            kind == Kind.EVENT ? List.of(venue) : List.of(),
            placed ? List.of(Text.fi(PlantedTowns.street(random))) : List.of(),
            placed ? position : null,
            town.code(),
            random.nextBoolean() ? List.of(prose(random, district)) : List.of(),
            kind == Kind.EVENT ? weekly(random) : List.of());
    return new Thing(told, what.otherwise(district));
  }

  private boolean isNew(Told told) {
    return used.add(key(told.kind(), told.town(), told.names().getFirst()));
  }

  private static String key(Kind kind, @Nullable AreaCode town, Text name) {
    return kind + " " + town + " " + name.fi();
  }

  static List<Told.Time> weekly(Random random) {
    Instant first =
        MONDAY
            .plus(Duration.ofDays(random.nextInt(6)))
            .plus(Duration.ofHours(7 + random.nextInt(9)));
    Duration length = Duration.ofMinutes(60 + 30L * random.nextInt(4));
    List<Told.Time> times = new ArrayList<>();
    for (int week = 0; week < 8; week++) {
      Instant start = first.plus(Duration.ofDays(7L * week));
      times.add(new Told.Time(start, start.plus(length)));
    }
    return times;
  }

  private static Text prose(Random random, PlantedTowns.District district) {
    List<String> words =
        List.of(
            "kahvia",
            "juttuseuraa",
            "lapsille",
            "leikkiä",
            "vauvat",
            "perheet",
            "tervetuloa",
            "maksuton",
            "ilmoittautuminen",
            "ohjaaja",
            "yhdessä",
            "tekemistä",
            "vanhemmat",
            "lauletaan",
            "askarrellaan",
            "ulkoillaan",
            "välipala",
            "sisarukset",
            "viikoittain",
            "rauhallinen");
    StringBuilder prose = new StringBuilder(district.name());
    for (int i = 0; i < 10; i++) {
      prose.append(' ').append(words.get(random.nextInt(words.size())));
    }
    return Text.fi(prose.toString());
  }

  private static String phone(Random random) {
    return "0%d %03d %04d"
        .formatted(40 + random.nextInt(11), random.nextInt(1000), random.nextInt(10_000));
  }

  private static String businessId(Random random) {
    return "%07d-%d".formatted(random.nextInt(9_000_000) + 1_000_000, random.nextInt(10));
  }
}
