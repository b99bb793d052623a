package fi.rinnalla.merging;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Term;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Span;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What there is of each theme in each town, and in each part of the week: where families have
/// several offers to choose from and where none. Counts what the search finds, so that each number
/// leads to just that many; nothing closed is in it.
@Component
public class Supply {
  private static final int DAYS = 7;
  private static final int MOST_TOWNS = 25;
  private static final int NEIGHBOURS = 3;

  /// What is an offer: a place alone, without anything in it, is none.
  public static final Set<Kind> OFFERS = Set.of(Kind.SERVICE, Kind.EVENT);

  private final Finder finder;
  private final Areas areas;
  private final Classification classification;
  private final Clock clock;

  Supply(Finder finder, Areas areas, Classification classification, Clock clock) {
    this.finder = finder;
    this.areas = areas;
    this.classification = classification;
    this.clock = clock;
  }

  /// How many offers of a theme there are in each town, in the order of the towns.
  public record OfTheme(Term theme, List<InTown> towns) {
    public boolean isNowhere() {
      return towns.stream().allMatch(it -> it.offers() == 0);
    }
  }

  public record InTown(Area town, int offers) {}

  /// A part of a day when families go somewhere.
  public enum Part {
    MORNING(8, 12),
    AFTERNOON(12, 16),
    EVENING(16, 20);

    private final LocalTime from;
    private final LocalTime to;

    Part(int from, int to) {
      this.from = LocalTime.of(from, 0);
      this.to = LocalTime.of(to, 0);
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Without its last minute, which is the next part's first.
    Span on(LocalDate day) {
      return new Span(
          day.atTime(from).atZone(Zone.HELSINKI).toInstant(),
          day.atTime(to).atZone(Zone.HELSINKI).toInstant().minusSeconds(60));
    }
  }

  /// How many events are held in each part of a day.
  public record OfDay(LocalDate day, Map<Part, Integer> parts) {}

  /// The municipalities of the areas.
  public List<Area> ownTowns(Collection<AreaCode> codes) {
    return codes.stream()
        .flatMap(code -> areas.find(code).stream())
        .flatMap(this::townsOf)
        .distinct()
        .limit(MOST_TOWNS)
        .toList();
  }

  /// As [#ownTowns]; one alone with its nearest neighbours, for families go there too.
  public List<Area> towns(Collection<AreaCode> codes) {
    List<Area> own = ownTowns(codes);
    return own.size() == 1
        ? Stream.concat(own.stream(), areas.neighbours(own.getFirst().code(), NEIGHBOURS).stream())
            .toList()
        : own;
  }

  private Stream<Area> townsOf(Area area) {
    return switch (area.type()) {
      case MUNICIPALITY -> Stream.of(area);
      case SERVICE_AREA -> areas.municipalityOf(area.code()).stream();
      case COUNTRY, WELLBEING_COUNTY -> areas.children(area.code()).stream().flatMap(this::townsOf);
    };
  }

  public List<Term> themes() {
    return classification.list(Term.Taxonomy.THEME);
  }

  public List<OfTheme> byTheme(List<Area> towns) {
    Query all = Query.all(clock.instant()).of(OFFERS);
    return themes().stream()
        .map(theme ->
            new OfTheme(
                theme,
                towns.stream()
                    .map(town -> new InTown(town, count(all.about(theme.code().value()), town)))
                    .toList()))
        .toList();
  }

  /// The seven days from tomorrow on: what is held in the town, of the theme if one is said.
  public List<OfDay> byTime(Area town, @Nullable Term theme) {
    Instant now = clock.instant();
    Query held = Query.all(now).of(Set.of(Kind.EVENT));
    Query asked = theme == null ? held : held.about(theme.code().value());
    LocalDate today = LocalDate.ofInstant(now, Zone.HELSINKI);
    return IntStream.rangeClosed(1, DAYS)
        .mapToObj(today::plusDays)
        .map(day -> {
          Map<Part, Integer> parts = new LinkedHashMap<>();
          for (Part part : Part.values()) {
            parts.put(part, count(asked.during(part.on(day)), town));
          }
          return new OfDay(day, parts);
        })
        .toList();
  }

  private int count(Query query, Area town) {
    Query.Where there = new Query.Where.In(List.of(town.code()), town.centre());
    return finder.find(query.in(there).page(1, 1)).total();
  }
}
