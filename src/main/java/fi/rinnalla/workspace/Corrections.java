package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.RecordTable;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Corrects what a feed says, field by field: the correction lies over the feed's word and survives
/// every import, until it is taken away. What an organization publishes here itself isn't corrected
/// but changed where it was written.
@Component
public class Corrections {
  private static final int MOST_TIMES = 3;

  private final CorrectionRows rows;
  private final PartWords words;
  private final Places places;
  private final EventMaker events;
  private final Calendar calendar;
  private final Directory directory;
  private final Regions regions;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Corrections(
      CorrectionRows rows,
      PartWords words,
      Places places,
      EventMaker events,
      Calendar calendar,
      Directory directory,
      Regions regions,
      People people,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.words = words;
    this.places = places;
    this.events = events;
    this.calendar = calendar;
    this.directory = directory;
    this.regions = regions;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// One field: what the feed says of it and what was corrected.
  ///
  /// @param correction empty when the feed's word is in force
  /// @param who what the one who corrected it is called; empty when they have left
  /// @param same whether the feed says the same by now
  public record Line(
      Part part, String feed, String correction, String who, @Nullable Instant at, boolean same) {

    public boolean isCorrected() {
      return !correction.isEmpty();
    }
  }

  /// A record that came by a feed.
  ///
  /// @param next the next times of an event as they are in force
  /// @param places the labels of places it may well be at
  public record Sheet(
      UUID id,
      Kept.Kind kind,
      Text title,
      String slug,
      String source,
      List<Line> lines,
      List<Occurrence> next,
      List<String> places) {}

  /// What became of a save.
  public sealed interface Saved {
    record Done() implements Saved {}

    /// Nothing has changed.
    record Faulty(List<Fault> faults) implements Saved {}
  }

  /// @param lang the language whose words are corrected
  @Transactional(readOnly = true)
  public Sheet get(Caller caller, UUID id, Lang lang) {
    Subject subject = subject(id);
    acting(caller, subject);
    RecordTable.Sides sides = sides(subject);
    Map<String, CorrectionRows.Made> made = rows.of(id);
    List<Line> lines = new ArrayList<>();
    for (Part part : parts(subject)) {
      String feed = words.read(part, sides.feed(), subject.kind(), lang);
      String correction = words.readCorrection(part, sides.overrides(), subject.kind(), lang);
      CorrectionRows.Made by = correction.isEmpty() ? null : made.get(part.field(lang));
      lines.add(
          new Line(
              part,
              feed,
              correction,
              by == null ? "" : nameOf(by.by()),
              by == null ? null : by.at(),
              !correction.isEmpty() && correction.equals(feed)));
    }
    Organization owner = owner(subject);
    return new Sheet(
        id,
        subject.kind(),
        subject.title(),
        subject.slug(),
        subject.source(),
        lines,
        calendar
            .find(new EventId(id))
            .map(it -> events.next(it.event(), MOST_TIMES))
            .orElse(List.of()),
        owner == null ? List.of() : places.own(owner));
  }

  /// A place is named by the labels that its organizer knows, so without one it isn't corrected.
  private List<Part> parts(Subject subject) {
    return Part.of(subject.kind()).stream()
        .filter(it -> it != Part.PLACE || owner(subject) != null)
        .toList();
  }

  private @Nullable Organization owner(Subject subject) {
    return Optional.ofNullable(subject.organization())
        .flatMap(directory::find)
        .map(it -> it.record())
        .orElse(null);
  }

  /// Lays corrections over the feed's word, or takes them away.
  ///
  /// @param typed by part; an empty one is the feed's word again, and parts that aren't there stay
  @Transactional
  public Saved save(Caller caller, UUID id, Map<Part, String> typed, Lang lang) {
    Subject subject = subject(id);
    Caller acting = acting(caller, subject);
    Map<Part, String> changed = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    for (Part part : parts(subject)) {
      String said = typed.get(part);
      if (said != null) {
        words
            .write(patch, part, subject.kind(), lang, said.strip(), owner(subject))
            .ifPresentOrElse(faults::add, () -> changed.put(part, said.strip()));
      }
    }
    if (!faults.isEmpty()) {
      return new Saved.Faulty(faults);
    }
    boolean anotherPrice =
        !changed.getOrDefault(Part.PRICE, "").isEmpty() && !typed.containsKey(Part.PRICE_WORDS);
    List<Lang> silenced =
        anotherPrice ? Part.PRICE_WORDS.silence(patch, subject.kind(), sides(subject)) : List.of();
    if (changed.isEmpty()) {
      return new Saved.Done();
    }
    try {
      override(subject, patch);
    } catch (JacksonException breaksItsRules) {
      return new Saved.Faulty(List.of(new Fault(Part.TITLE.code(), "rules", "")));
    }
    Instant now = clock.instant();
    OrganizationId owner = subject.organization();
    Set<String> laid = new TreeSet<>();
    silenced.forEach(it -> laid.add(Part.PRICE_WORDS.field(it)));
    changed.forEach((part, said) -> {
      if (said.isEmpty()) {
        rows.remove(id, part.field(lang));
      } else {
        laid.add(part.field(lang));
      }
    });
    laid.forEach(field ->
        rows.put(
            id, field, owner == null ? null : owner.value(), caller.person().id().value(), now));
    gate.open(acting, action(acting), subject.type(), id.toString(), relations(acting), null);
    return new Saved.Done();
  }

  private void override(Subject subject, ObjectNode patch) {
    boolean found =
        subject.kind() == Kept.Kind.EVENT
            ? calendar.override(new EventId(subject.id()), patch)
            : directory.override(RecordKind.SERVICE, subject.id(), patch);
    if (!found) {
      throw new NoSuchRecord(subject.type());
    }
  }

  private RecordTable.Sides sides(Subject subject) {
    Optional<RecordTable.Sides> sides =
        subject.kind() == Kept.Kind.EVENT
            ? calendar.sides(new EventId(subject.id()))
            : directory.sides(RecordKind.SERVICE, subject.id());
    return sides.orElseThrow(() -> new NoSuchRecord(subject.type()));
  }

  private record Subject(
      UUID id,
      Kept.Kind kind,
      Text title,
      String slug,
      String source,
      @Nullable OrganizationId organization,
      Set<AreaCode> areas) {

    RecordType type() {
      return kind == Kept.Kind.EVENT ? RecordType.EVENT : RecordType.SERVICE;
    }
  }

  private Subject subject(UUID id) {
    return calendar
        .find(new EventId(id))
        .filter(it -> !it.isWithdrawn())
        .map(it -> {
          Event event = it.event();
          Set<AreaCode> at = areaOf(event.organizer());
          AreaCode area = event.venue().area();
          LocationId location = event.venue().location();
          Optional.ofNullable(area).ifPresent(at::add);
          Optional.ofNullable(location)
              .flatMap(directory::find)
              .map(there -> there.record().area())
              .ifPresent(at::add);
          return new Subject(
              id, Kept.Kind.EVENT, event.title(), it.slug(), it.source(), event.organizer(), at);
        })
        .or(() ->
            directory
                .find(new ServiceId(id))
                .filter(it -> !it.isWithdrawn())
                .map(it -> {
                  Service service = it.record();
                  Set<AreaCode> at = areaOf(service.organization());
                  at.addAll(service.areas());
                  return new Subject(
                      id,
                      Kept.Kind.SERVICE,
                      service.name(),
                      it.slug(),
                      it.source(),
                      service.organization(),
                      at);
                }))
        .filter(it -> !it.source().startsWith("own:"))
        .orElseThrow(() -> new NoSuchRecord(RecordType.EVENT));
  }

  private Set<AreaCode> areaOf(@Nullable OrganizationId organization) {
    Set<AreaCode> areas = new HashSet<>();
    Optional.ofNullable(organization)
        .flatMap(directory::find)
        .map(it -> it.record())
        .map(Organization::area)
        .ifPresent(areas::add);
    return areas;
  }

  /// The caller as one of the organization, or as one who looks after an area that the record lies
  /// in.
  private Caller acting(Caller caller, Subject subject) {
    OrganizationId owner = subject.organization();
    Caller acting =
        owner != null && caller.organizations().contains(owner.value())
            ? Members.within(caller, owner)
            : subject.areas().isEmpty() ? null : regions.over(caller, subject.areas());
    if (acting == null || !gate.may(acting, action(acting), subject.type(), relations(acting))) {
      throw new NoSuchRecord(subject.type());
    }
    return acting;
  }

  private static Action action(Caller acting) {
    return acting.organizations().isEmpty() ? Action.MODERATE : Action.UPDATE;
  }

  private static Set<Relation> relations(Caller acting) {
    return Set.of(acting.organizations().isEmpty() ? Relation.REGION : Relation.ORGANIZATION);
  }

  private String nameOf(UUID person) {
    return house.step(() -> people.find(new PersonId(person)).map(Person::name).orElse(""));
  }
}
