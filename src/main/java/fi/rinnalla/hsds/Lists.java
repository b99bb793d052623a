package fi.rinnalla.hsds;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Zone;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which records a list has, in order: those that fit the words best come first where words are
/// asked, else by id.
@Component
public class Lists {
  /// As far as a search looks.
  private static final int AT_ONCE = 1000;

  private final Finder finder;
  private final Terms taxonomies;
  private final Areas areas;
  private final Clock clock;

  Lists(Finder finder, Terms taxonomies, Areas areas, Clock clock) {
    this.finder = finder;
    this.taxonomies = taxonomies;
    this.areas = areas;
    this.clock = clock;
  }

  public List<UUID> services(Snapshot now, Narrowing by) {
    return narrowed(now, by).map(Snapshot.OfService::id).toList();
  }

  /// One service, unless it isn't there to be found.
  public List<UUID> service(Snapshot now, UUID id) {
    Snapshot.OfService service = now.servicesById().get(id);
    return service != null && service.isFound(today()) ? List.of(id) : List.of();
  }

  public List<UUID> servicesAtLocations(Snapshot now, Narrowing by) {
    Set<AreaCode> covering = covering(by.postcode());
    Position centre = centre(by.postcode());
    return narrowed(now, by.ofServices())
        .filter(service ->
            by.postcode() == null
                || service.areas().isEmpty()
                || service.areas().stream().anyMatch(covering::contains))
        .flatMap(service -> service.at().stream())
        .map(id -> now.atById().get(id))
        .filter(Objects::nonNull)
        .filter(it -> by.modifiedAfter() == null || !it.modified().isBefore(by.modifiedAfter()))
        .filter(it -> isOpen(it.openings(), by))
        .filter(it -> isNear(it.position(), centre, by.metres()))
        .map(Snapshot.OfServiceAtLocation::id)
        .toList();
  }

  public List<UUID> serviceAtLocation(Snapshot now, UUID id) {
    Snapshot.OfServiceAtLocation it = now.atById().get(id);
    return it != null && it.service().isFound(today()) ? List.of(id) : List.of();
  }

  /// An organization has the terms of its services.
  public List<UUID> organizations(Snapshot now, Narrowing by) {
    List<String> words =
        by.search() == null
            ? List.of()
            : List.of(by.search().strip().toLowerCase(Locale.ROOT).split("\\s+"));
    LocalDate today = today();
    List<Set<TermCode>> terms = wanted(now, by);
    return now.organizations().stream()
        .filter(it -> now.tells(it, today))
        .filter(it -> words.stream().allMatch(it.words()::contains))
        .filter(it -> by.modifiedAfter() == null || !it.modified().isBefore(by.modifiedAfter()))
        .filter(it ->
            terms.isEmpty()
                || it.services().stream()
                    .map(now.servicesById()::get)
                    .filter(Objects::nonNull)
                    .anyMatch(service -> service.isFound(today) && hasTerms(service, terms)))
        .map(Snapshot.OfOrganization::id)
        .toList();
  }

  public List<UUID> organization(Snapshot now, UUID id) {
    Snapshot.OfOrganization it = now.organizationsById().get(id);
    return it != null && now.tells(it, today()) ? List.of(id) : List.of();
  }

  private Stream<Snapshot.OfService> narrowed(Snapshot now, Narrowing by) {
    LocalDate today = today();
    List<Set<TermCode>> terms = wanted(now, by);
    return begun(now, by.search())
        .filter(it -> it.isFound(today))
        .filter(it -> by.organization() == null || it.organization().equals(by.organization()))
        .filter(it -> by.modifiedAfter() == null || !it.modified().isBefore(by.modifiedAfter()))
        .filter(it -> hasTerms(it, terms))
        .filter(it -> hasAges(it.ages(), by))
        .filter(it -> isOpen(it.openings(), by));
  }

  private Stream<Snapshot.OfService> begun(Snapshot now, @Nullable String words) {
    if (words == null) {
      return now.services().stream();
    }
    return found(words).stream().map(now.servicesById()::get).filter(Objects::nonNull);
  }

  /// What fits the words as they are. The search page also shows near misses and says so; an answer
  /// has no words to say it in.
  private Collection<UUID> found(String words) {
    Query query = Query.all(clock.instant()).withWords(words).of(Set.of(Kind.SERVICE));
    List<UUID> found = new ArrayList<>();
    for (int page = 1; page <= Query.LAST_HIT / AT_ONCE; page++) {
      Results results = finder.find(query.page(page, AT_ONCE));
      if (results.lenient()) {
        break;
      }
      results.hits().forEach(hit -> found.add(hit.card().key().id()));
      if (results.hits().size() < AT_ONCE) {
        break;
      }
    }
    return found;
  }

  /// The codes that answer to the term and the taxonomy asked, one set for each.
  private List<Set<TermCode>> wanted(Snapshot now, Narrowing by) {
    List<Set<TermCode>> wanted = new ArrayList<>();
    UUID term = by.term();
    UUID taxonomy = by.taxonomy();
    if (term != null) {
      wanted.add(codes(now, code -> Terms.id(code).equals(term)));
    }
    if (taxonomy != null) {
      wanted.add(codes(now, code -> taxonomies.taxonomyOf(code).equals(taxonomy)));
    }
    return wanted;
  }

  private static Set<TermCode> codes(Snapshot now, Predicate<TermCode> which) {
    return now.terms().stream().filter(which).collect(Collectors.toSet());
  }

  private static boolean hasTerms(Snapshot.OfService it, List<Set<TermCode>> wanted) {
    return wanted.stream().noneMatch(codes -> Collections.disjoint(codes, it.terms()));
  }

  private static boolean hasAges(AgeRange ages, Narrowing by) {
    return (by.minimumAge() == null || isAtLeast(ages.min(), by.minimumAge()))
        && (by.maximumAge() == null || isAtMost(ages.max(), by.maximumAge()))
        && (by.age() == null || ages.fits(by.age().doubleValue()));
  }

  private static boolean isAtLeast(@Nullable BigDecimal age, BigDecimal least) {
    return age != null && age.compareTo(least) >= 0;
  }

  private static boolean isAtMost(@Nullable BigDecimal age, BigDecimal most) {
    return age != null && age.compareTo(most) <= 0;
  }

  private static boolean isOpen(List<Opening> openings, Narrowing by) {
    return !by.asksHours() || openings.stream().anyMatch(it -> fits(it, by));
  }

  private static boolean fits(Opening it, Narrowing by) {
    LocalTime opens = it.opens();
    LocalTime closes = it.closes();
    LocalTime start = by.start();
    LocalTime end = by.end();
    return (by.day() == null || it.days().contains(by.day()))
        && (start == null || (opens != null && !opens.isBefore(start)))
        && (end == null || (closes != null && !closes.isAfter(end)));
  }

  private static boolean isNear(
      @Nullable Position at, @Nullable Position centre, @Nullable Double metres) {
    return metres == null || (at != null && centre != null && centre.metresTo(at) <= metres);
  }

  private Set<AreaCode> covering(Areas.@Nullable Postcode postcode) {
    return postcode == null
        ? Set.of()
        : areas.lineage(postcode.municipality().code()).stream()
            .map(Area::code)
            .collect(Collectors.toCollection(HashSet::new));
  }

  /// The middle of the postcode, or of its municipality while that isn't known.
  private static @Nullable Position centre(Areas.@Nullable Postcode postcode) {
    if (postcode == null) {
      return null;
    }
    return postcode.centre() == null ? postcode.municipality().centre() : postcode.centre();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }
}
