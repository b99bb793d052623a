package fi.rinnalla.search;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.FreshnessRule;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Term;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What entries of each kind are made with: everything a search needs is looked up once, when an
/// entry is made, so that finding has nothing left to look up.
@Component
class EntryParts {
  private final Directory directory;
  private final Areas areas;
  private final Classification classification;
  private final SearchSettings settings;
  private final FreshnessRule rule;
  private final Clock clock;

  EntryParts(
      Directory directory,
      Areas areas,
      Classification classification,
      SearchSettings settings,
      FreshnessRule rule,
      Clock clock) {
    this.directory = directory;
    this.areas = areas;
    this.classification = classification;
    this.settings = settings;
    this.rule = rule;
    this.clock = clock;
  }

  Map<LocationId, Listing<Location>> locations(Stream<LocationId> ids) {
    Map<LocationId, Listing<Location>> known = new HashMap<>();
    directory
        .locations(ids.distinct().toList())
        .forEach(listing -> known.put(listing.record().id(), listing));
    return known;
  }

  Map<OrganizationId, Organization> organizations(Stream<OrganizationId> ids) {
    Map<OrganizationId, Organization> known = new HashMap<>();
    for (Listing<Organization> it : directory.organizations(ids.distinct().toList())) {
      known.put(it.record().id(), it.record());
    }
    return known;
  }

  /// How fresh something is today. What has expired is never found.
  Freshness freshness(@Nullable Organization organization, LocalDate since) {
    return rule.now(organization == null ? null : organization.organizationKind(), since);
  }

  Set<AreaCode> lineage(@Nullable AreaCode area, @Nullable Position position) {
    Set<AreaCode> codes = new LinkedHashSet<>();
    if (area != null) {
      areas.lineage(area).forEach(it -> codes.add(it.code()));
    }
    if (codes.isEmpty() && position != null) {
      areas
          .nearestMunicipality(position)
          .ifPresent(it -> areas.lineage(it.code()).forEach(up -> codes.add(up.code())));
    }
    return codes;
  }

  List<Text> subjects(List<TermCode> terms, Collection<AreaCode> within) {
    List<Text> subjects = new ArrayList<>();
    for (TermCode code : terms) {
      classification.find(code).map(Term::name).ifPresent(subjects::add);
    }
    for (TermCode theme : classification.themes(terms, List.of())) {
      classification.find(theme).map(Term::name).ifPresent(subjects::add);
    }
    within.stream()
        .flatMap(code -> areas.find(code).stream())
        .filter(area -> area.type().ordinal() >= Area.Type.MUNICIPALITY.ordinal())
        .forEach(area -> subjects.add(area.name()));
    return subjects;
  }

  Set<String> codes(List<TermCode> terms, List<String> keywords) {
    Set<String> codes = new LinkedHashSet<>();
    classification.themes(terms, keywords).forEach(theme -> codes.add(theme.value()));
    for (TermCode code : terms) {
      for (TermCode at = code; at != null; ) {
        codes.add(at.value());
        at = classification.find(at).map(Term::parent).orElse(null);
      }
    }
    return codes;
  }

  List<Span> openings(List<Schedule> schedules) {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI).minusDays(1);
    List<Span> spans = new ArrayList<>();
    for (OpeningHours.Window window :
        OpeningHours.of(schedules).from(yesterday, settings.openingDays() + 1)) {
      if (!window.byAppointment()) {
        Span last = spans.isEmpty() ? null : spans.getLast();
        // A place that never closes is open in one stretch, and not until each midnight.
        if (last != null && last.end().equals(window.opens())) {
          spans.set(spans.size() - 1, new Span(last.start(), window.closes()));
        } else {
          spans.add(new Span(window.opens(), window.closes()));
        }
      }
    }
    return spans;
  }

  static Text address(Location location) {
    return location.addresses().stream()
        .findFirst()
        .map(it ->
            new Text(
                join(it.address1().fi(), it.city().fi()),
                join(
                    orElse(it.address1().sv(), it.address1().fi()),
                    orElse(it.city().sv(), it.city().fi())),
                join(
                    orElse(it.address1().en(), it.address1().fi()),
                    orElse(it.city().en(), it.city().fi()))))
        .orElse(Text.none());
  }

  /// What a feed said of a venue, with its town unless its words name it.
  Text address(Event.Venue venue, Collection<AreaCode> within) {
    Text town =
        within.stream()
            .flatMap(code -> areas.find(code).stream())
            .filter(area -> area.type() == Area.Type.MUNICIPALITY)
            .findFirst()
            .map(Area::name)
            .orElse(Text.none());
    Text street = venue.address();
    if (venue.names(town)) {
      return street;
    }
    return new Text(
        join(street.fi(), town.fi()),
        join(orElse(street.sv(), street.fi()), orElse(town.sv(), town.fi())),
        join(orElse(street.en(), street.fi()), orElse(town.en(), town.fi())));
  }

  private static @Nullable String orElse(@Nullable String words, @Nullable String other) {
    return words == null ? other : words;
  }

  private static @Nullable String join(@Nullable String street, @Nullable String city) {
    if (street == null || city == null) {
      return street == null ? city : street;
    }
    return street + ", " + city;
  }

  /// The first sentence or so of a long text, for a card.
  static Text beginning(Text text) {
    return new Text(beginning(text.fi()), beginning(text.sv()), beginning(text.en()));
  }

  private static @Nullable String beginning(@Nullable String words) {
    int longest = 180;
    if (words == null || words.length() <= longest) {
      return words;
    }
    int cut = words.lastIndexOf(' ', longest);
    return words.substring(0, cut > 0 ? cut : longest).stripTrailing() + " …";
  }
}
