package fi.rinnalla.visits;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the series: what is planned, for its host and its partners. To anybody else there is
/// none ([fi.rinnalla.identity.NoSuchRecord]).
@Component
public class VisitPlans {
  private final SeriesRows rows;
  private final VisitRows visits;
  private final OwnSeries own;
  private final Announcements announcements;
  private final Directory directory;
  private final OrganizationNames names;
  private final Gate gate;
  private final Clock clock;

  VisitPlans(
      SeriesRows rows,
      VisitRows visits,
      OwnSeries own,
      Announcements announcements,
      Directory directory,
      OrganizationNames names,
      Gate gate,
      Clock clock) {
    this.rows = rows;
    this.visits = visits;
    this.own = own;
    this.announcements = announcements;
    this.directory = directory;
    this.names = names;
    this.gate = gate;
    this.clock = clock;
  }

  /// A series as its host or one of its partners sees it.
  ///
  /// @param owner whether it is that organization's own
  /// @param visits in order of time; a partner sees its own answers and who else is asked
  /// @param round its feedback, if anybody was asked yet
  public record Shown(
      VisitSeries series, List<Visit> visits, boolean owner, @Nullable Round round) {
    public Shown {
      visits = List.copyOf(visits);
    }

    public VisitSeries.State state() {
      return VisitSeries.State.of(round);
    }

    public boolean mayBePlanned() {
      return owner && state().mayBePlanned();
    }

    public Optional<Visit> visit(UUID id) {
      return visits.stream().filter(it -> it.id().equals(id)).findFirst();
    }
  }

  /// The organization's own series, and those whose partner it is.
  @Transactional(readOnly = true)
  public List<Shown> of(Caller caller, UUID organization) {
    Caller here = caller.within(organization);
    Set<Relation> relations =
        here.organizations().contains(organization)
            ? Set.of(Relation.ORGANIZATION, Relation.ASSIGNED)
            : Set.of();
    if (!gate.may(here, Action.READ, RecordType.VISIT, relations)) {
      throw OwnSeries.none();
    }
    return rows.of(organization).stream().map(it -> shown(caller, organization, it)).toList();
  }

  @Transactional(readOnly = true)
  public Shown get(Caller caller, UUID organization, UUID series) {
    return shown(caller, organization, own.seen(caller, organization, series));
  }

  private Shown shown(Caller caller, UUID organization, VisitSeries series) {
    return new Shown(
        series,
        visits.of(series.id()),
        series.isOf(organization),
        own.feedback(caller, organization, series).orElse(null));
  }

  /// The places that everybody may be shown the way to, among the organization's own.
  public List<Listing<Location>> places(UUID organization) {
    return directory.locationsOf(new OrganizationId(organization)).stream()
        .filter(VisitPlans::isPublic)
        .toList();
  }

  /// Places with all the words in their names and addresses, those of an area first.
  public List<Listing<Location>> places(List<String> words, @Nullable AreaCode near, int most) {
    return directory.locationsNamed(words, near, most).stream()
        .filter(VisitPlans::isPublic)
        .toList();
  }

  /// A place where visits may be held; nothing for one that isn't everybody's to know.
  public Optional<Listing<Location>> place(LocationId id) {
    return directory.find(id).filter(VisitPlans::isPublic);
  }

  static boolean isPublic(Listing<Location> place) {
    return !place.isWithdrawn() && place.record().visibility() == Location.Visibility.PUBLIC;
  }

  @Transactional
  public Outcome create(
      Caller caller, UUID organization, LocationId location, Text theme, Text goal) {
    Caller here = caller.within(organization);
    if (!gate.may(here, Action.CREATE, RecordType.VISIT, OwnSeries.own(here, organization))) {
      throw OwnSeries.none();
    }
    if (place(location).isEmpty()) {
      return new Outcome.NoPlace();
    }
    Outcome fault = fault(theme, goal);
    if (fault != null) {
      return fault;
    }
    VisitSeries series =
        new VisitSeries(UUID.randomUUID(), organization, location, theme, goal, Set.of(), null);
    rows.put(series, clock.instant());
    return own.done(caller, series, Action.CREATE, series.id());
  }

  /// Says otherwise what it is about; what families see of it changes with it.
  @Transactional
  public Outcome describe(Caller caller, UUID organization, UUID series, Text theme, Text goal) {
    VisitSeries held = own.held(caller, organization, series);
    Outcome fault = fault(theme, goal);
    if (fault != null) {
      return fault;
    }
    VisitSeries next =
        new VisitSeries(
            held.id(),
            held.organization(),
            held.location(),
            theme,
            goal,
            held.partners(),
            held.round());
    rows.put(next, clock.instant());
    announcements.publish(next);
    return own.done(caller, held, Action.UPDATE, series);
  }

  @Transactional
  public Outcome join(Caller caller, UUID organization, UUID series, UUID partner) {
    VisitSeries held = own.held(caller, organization, series);
    Set<UUID> partners = new HashSet<>(held.partners());
    if (held.isOf(partner) || names.of(List.of(new OrganizationId(partner))).isEmpty()) {
      return new Outcome.NoPartner();
    }
    if (!partners.add(partner)) {
      return new Outcome.Done(series);
    }
    if (partners.size() > VisitSeries.MOST_PARTNERS) {
      return new Outcome.TooMuch();
    }
    return with(caller, held, partners);
  }

  /// Takes a partner out that no visit is asked of.
  @Transactional
  public Outcome part(Caller caller, UUID organization, UUID series, UUID partner) {
    VisitSeries held = own.held(caller, organization, series);
    if (visits.of(series).stream().anyMatch(it -> it.partners().contains(partner))) {
      return new Outcome.StillAsked();
    }
    Set<UUID> partners = new HashSet<>(held.partners());
    partners.remove(partner);
    return with(caller, held, partners);
  }

  /// Takes away a series that nobody has come to hear of: whoever is asked to a visit is told by
  /// its cancelling first, and what families have seen stays in the calendar.
  @Transactional
  public Outcome remove(Caller caller, UUID organization, UUID series) {
    VisitSeries held = own.held(caller, organization, series);
    List<Visit> all = visits.of(series);
    if (all.stream().anyMatch(Visit::wasAnnounced)) {
      return new Outcome.Announced();
    }
    if (all.stream().anyMatch(it -> it.state() != Visit.State.CANCELLED)) {
      return new Outcome.StillPlanned();
    }
    Outcome done = own.done(caller, held, Action.UPDATE, series);
    rows.remove(held);
    return done;
  }

  private Outcome with(Caller caller, VisitSeries held, Set<UUID> partners) {
    VisitSeries next = held.with(partners);
    rows.put(next, clock.instant());
    announcements.readers(caller, next);
    return own.done(caller, held, Action.UPDATE, held.id());
  }

  private static @Nullable Outcome fault(Text theme, Text goal) {
    if (theme.isEmpty() || isLonger(theme, VisitSeries.LONGEST_THEME)) {
      return new Outcome.NoTheme();
    }
    return isLonger(goal, VisitSeries.LONGEST_GOAL) ? new Outcome.TooLong() : null;
  }

  static boolean isLonger(Text text, int longest) {
    return Stream.of(text.fi(), text.sv(), text.en())
        .anyMatch(it -> it != null && it.length() > longest);
  }
}
