package fi.rinnalla.visits;

import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.calendar.RefusedRule;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the rotas, for whoever keeps the place: when it is open, and who takes turns. To
/// anybody else there is none ([fi.rinnalla.identity.NoSuchRecord]).
@Component
public class Rotas {
  /// A year and the month after, so that next year's can be planned in December.
  private static final int FURTHEST_DAYS = 396;

  private final RotaRows rows;
  private final TurnRows turns;
  private final OwnRotas own;
  private final PlaceHours hours;
  private final RotaLetters letters;
  private final OrganizationNames names;
  private final Clock clock;

  Rotas(
      RotaRows rows,
      TurnRows turns,
      OwnRotas own,
      PlaceHours hours,
      RotaLetters letters,
      OrganizationNames names,
      Clock clock) {
    this.rows = rows;
    this.turns = turns;
    this.own = own;
    this.hours = hours;
    this.letters = letters;
    this.names = names;
    this.clock = clock;
  }

  /// A rota with all its turns.
  ///
  /// @param turns in order of time
  /// @param names what the presenters are called, by their ids here
  public record Shown(
      Rota rota, List<Turn> turns, List<Decline> declines, Set<Swap> swaps, Map<UUID, Text> names) {
    public Shown {
      turns = List.copyOf(turns);
      declines = List.copyOf(declines);
      swaps = Set.copyOf(swaps);
      names = Map.copyOf(names);
    }

    public boolean is(UUID one) {
      return rota.id().equals(one);
    }

    public Text name(UUID presenter) {
      return names.getOrDefault(presenter, Text.none());
    }

    public Optional<Turn> turn(UUID id) {
      return turns.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// To come, and nobody's.
    public List<Turn> free(Instant now) {
      return turns.stream().filter(it -> it.isFree() && it.mayBeChanged(now)).toList();
    }

    public List<Turn> ahead(Instant now) {
      return turns.stream().filter(it -> it.endsAt().isAfter(now)).toList();
    }

    public long held(Presenter presenter) {
      return turns.stream().filter(it -> it.isOf(presenter.id())).count();
    }
  }

  @Transactional(readOnly = true)
  public List<Shown> of(Caller caller, UUID organization) {
    own.may(caller, organization, Action.READ);
    return rows.of(organization).stream().map(this::shown).toList();
  }

  @Transactional(readOnly = true)
  public Shown get(Caller caller, UUID organization, UUID rota) {
    return shown(own.seen(caller, organization, rota));
  }

  /// The places a rota can be for.
  public List<Listing<Location>> places(UUID organization) {
    return own.places(organization);
  }

  public Optional<Listing<Location>> place(UUID organization, LocationId id) {
    return own.place(organization, id);
  }

  /// The place's regular hours, to begin from.
  ///
  /// @param rrule their days
  public record Usual(Schedule hours, String rrule) {}

  public Optional<Usual> usual(Location place) {
    return hours.usual(place).map(it -> new Usual(it, PlaceHours.rrule(it)));
  }

  Shown shown(Rota rota) {
    Map<UUID, Text> called = new HashMap<>();
    Map<UUID, Text> listed =
        names.of(
            rota.presenters().stream()
                .flatMap(it -> Stream.ofNullable(it.partner()))
                .map(OrganizationId::new)
                .toList());
    for (Presenter one : rota.presenters()) {
      UUID partner = one.partner();
      called.put(
          one.id(),
          partner == null ? Text.fi(one.name()) : listed.getOrDefault(partner, Text.none()));
    }
    return new Shown(
        rota, turns.of(rota.id()), turns.declines(rota.id()), turns.swaps(rota.id()), called);
  }

  /// Plans a rota, with a free turn for each day that the rule gives, but no public holiday and no
  /// day that the place has told to be shut.
  @Transactional
  public Outcome create(Caller caller, UUID organization, RotaPlan plan) {
    own.may(caller, organization, Action.CREATE);
    Listing<Location> place = own.place(organization, plan.location()).orElse(null);
    if (place == null) {
      return new Outcome.NoPlace();
    }
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Zone.HELSINKI);
    Duration length = Duration.between(plan.from(), plan.to());
    if (length.toMinutes() < 15
        || length.toHours() > 12
        || plan.first().isBefore(today)
        || plan.until().isBefore(plan.first())
        || plan.until().isAfter(today.plusDays(FURTHEST_DAYS))) {
      return new Outcome.BadTime();
    }
    Rota rota =
        new Rota(
            UUID.randomUUID(),
            organization,
            plan.location(),
            plan.first().atTime(plan.from()),
            length,
            plan.rrule(),
            plan.until(),
            false,
            List.of());
    List<Turn> all;
    try {
      all = turns(rota, place.record(), now);
    } catch (RefusedRule refused) {
      return new Outcome.NoRule();
    }
    if (all.isEmpty()) {
      return new Outcome.NoDays();
    }
    if (all.size() > Rota.MOST_TURNS) {
      return new Outcome.TooMuch();
    }
    if (isTaken(plan.location(), all)) {
      return new Outcome.Taken();
    }
    rows.add(rota, now);
    all.forEach(it -> turns.put(it, rota));
    return own.done(caller, rota, Action.CREATE);
  }

  private List<Turn> turns(Rota rota, Location place, Instant now) {
    List<Schedule> told = hours.of(place);
    EventRule rule = rota.rule();
    return Recurrence.starts(rule, rota.starts().toLocalDate(), rota.until()).stream()
        .filter(it -> !PlaceHours.isShut(told, it.toLocalDate()))
        .map(it -> Turn.free(rota.id(), at(it), at(it.plus(rota.length()))))
        .filter(it -> it.mayBeChanged(now))
        .toList();
  }

  /// A second rota of a place for the same opening would tell of two at once.
  private boolean isTaken(LocationId location, List<Turn> wanted) {
    Set<Instant> starts = new HashSet<>();
    wanted.forEach(it -> starts.add(it.startsAt()));
    return rows.at(location).stream()
        .flatMap(it -> turns.of(it.id()).stream())
        .anyMatch(it -> it.state() != Turn.State.OFF && starts.contains(it.startsAt()));
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(Zone.HELSINKI).toInstant();
  }

  /// Names an organization of the directory to take turns.
  @Transactional
  public Outcome join(Caller caller, UUID organization, UUID rota, UUID partner) {
    Rota held = own.held(caller, organization, rota);
    if (names.of(List.of(new OrganizationId(partner))).isEmpty()) {
      return new Outcome.NoPartner();
    }
    Optional<Presenter> there =
        held.presenters().stream().filter(it -> partner.equals(it.partner())).findFirst();
    if (there.isPresent() && !there.get().gone()) {
      return new Outcome.Done(rota);
    }
    if (!letters.reaches(partner)) {
      return new Outcome.NobodyToAsk();
    }
    return add(
        caller,
        held,
        new Presenter(
            there.map(Presenter::id).orElseGet(UUID::randomUUID),
            partner,
            "",
            null,
            Lang.FI,
            Set.of(),
            false));
  }

  /// Names one that isn't in the directory.
  @Transactional
  public Outcome join(
      Caller caller, UUID organization, UUID rota, String name, String email, Lang lang) {
    Rota held = own.held(caller, organization, rota);
    Optional<EmailAddress> to = EmailAddress.find(email);
    if (name.isBlank() || name.length() > Presenter.LONGEST_NAME || to.isEmpty()) {
      return new Outcome.NoName();
    }
    if (held.taking().stream().anyMatch(it -> to.get().value().equals(it.email()))) {
      return new Outcome.Done(rota);
    }
    return add(
        caller,
        held,
        new Presenter(UUID.randomUUID(), null, name, to.get().value(), lang, Set.of(), false));
  }

  private Outcome add(Caller caller, Rota held, Presenter presenter) {
    if (held.taking().size() >= Rota.MOST_PRESENTERS) {
      return new Outcome.TooMuch();
    }
    rows.put(held, presenter);
    return own.done(caller, held, Action.UPDATE);
  }

  /// Says in which months a presenter takes no turns; those it has already stay its own.
  @Transactional
  public Outcome off(
      Caller caller, UUID organization, UUID rota, UUID presenter, Set<Month> months) {
    Rota held = own.held(caller, organization, rota);
    Presenter its = held.presenter(presenter).orElseThrow(OwnRotas::none);
    rows.put(held, its.off(months));
    return own.done(caller, held, Action.UPDATE);
  }

  /// Takes out a presenter that has no turns to come.
  @Transactional
  public Outcome part(Caller caller, UUID organization, UUID rota, UUID presenter) {
    Rota held = own.held(caller, organization, rota);
    Presenter its = held.presenter(presenter).orElseThrow(OwnRotas::none);
    List<Turn> had = turns.of(rota).stream().filter(it -> it.isOf(presenter)).toList();
    if (had.stream().anyMatch(it -> it.mayBeChanged(clock.instant()))) {
      return new Outcome.StillAsked();
    }
    if (had.isEmpty()) {
      rows.remove(its);
    } else {
      rows.put(held, its.left());
      rows.unlink(its);
    }
    return own.done(caller, held, Action.UPDATE);
  }
}
