package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Service;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.upkeep.Moderators;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the workspace. Everything here is asked by a caller for an organization; to one that
/// isn't theirs it answers [NoSuchRecord].
@Component
public class Workspace {
  private final SheetRows rows;
  private final Makers makers;
  private final Calendar calendar;
  private final Directory directory;
  private final People people;
  private final Gate gate;
  private final Moderators moderators;
  private final ReturnedRows returned;
  private final Clock clock;

  Workspace(
      SheetRows rows,
      Makers makers,
      Calendar calendar,
      Directory directory,
      People people,
      Gate gate,
      Moderators moderators,
      ReturnedRows returned,
      Clock clock) {
    this.rows = rows;
    this.makers = makers;
    this.calendar = calendar;
    this.directory = directory;
    this.people = people;
    this.gate = gate;
    this.moderators = moderators;
    this.returned = returned;
    this.clock = clock;
  }

  /// What became of a save.
  public sealed interface Saved {
    record Done(Kept kept) implements Saved {}

    /// Nothing has changed.
    record Faulty(List<Fault> faults) implements Saved {}

    /// Somebody else saved meanwhile; nothing has changed.
    ///
    /// @param base what this editor began from
    record Stale(Kept now, Sheet base) implements Saved {}
  }

  /// The source of what an organization publishes here itself.
  public static String source(OrganizationId organization) {
    return "own:" + organization;
  }

  /// The organization, for one of its own.
  public Listing<Organization> get(Caller caller, OrganizationId organization) {
    require(caller, Action.READ, RecordType.DRAFT, organization);
    return directory
        .find(organization)
        .orElseThrow(() -> new NoSuchRecord(RecordType.ORGANIZATION));
  }

  @Transactional(readOnly = true)
  public List<Kept> sheets(Caller caller, OrganizationId organization) {
    require(caller, Action.READ, RecordType.DRAFT, organization);
    return rows.of(organization);
  }

  @Transactional(readOnly = true)
  public Kept get(Caller caller, OrganizationId organization, UUID id) {
    require(caller, Action.READ, RecordType.DRAFT, organization);
    return theirs(rows.find(id), organization);
  }

  /// The newest first.
  @Transactional(readOnly = true)
  public List<Kept> history(Caller caller, OrganizationId organization, UUID id) {
    Kept kept = get(caller, organization, id);
    return rows.history(id, kept.kind().code());
  }

  /// Saves a draft, or publishes it at once. Where no moderator has been for a week, a new listing
  /// waits for one instead; what is public already changes as ever.
  ///
  /// @param kind of a new sheet; one that is kept stays of its kind
  /// @param version what this editor began from; 0 for a new sheet
  /// @param lang the language of the form
  @Transactional
  public Saved save(
      Caller caller,
      OrganizationId organization,
      UUID id,
      Kept.Kind kind,
      int version,
      Sheet typed,
      boolean publish,
      Lang lang) {
    Kept was = rows.hold(id).orElse(null);
    if (was == null && version > 0) {
      throw new NoSuchRecord(RecordType.DRAFT);
    }
    if (was != null) {
      theirs(Optional.of(was), organization);
    }
    boolean isPublic = publish || (was != null && was.state() == Kept.State.PUBLISHED);
    Kept.Kind its = was == null ? kind : was.kind();
    RecordType record = isPublic ? makers.of(its).type() : RecordType.DRAFT;
    Action action = was == null ? Action.CREATE : Action.UPDATE;
    require(caller, action, record, organization);
    // Cancelled times are pressed, not typed: the form neither has nor loses them.
    String cancelled = was == null ? "" : was.sheet().get(Field.CANCELLED);
    Sheet sheet = typed.with(Field.CANCELLED, cancelled);
    if (was != null && version == 0 && was.sheet().equals(sheet)) {
      return new Saved.Done(was); // The same form once more, by the browser's way back.
    }
    if (was != null && was.version() != version) {
      Sheet base = version(was, version).with(Field.CANCELLED, cancelled);
      if (!base.differences(was.sheet()).isEmpty()) {
        return new Saved.Stale(was, base);
      }
    }
    return write(
        caller,
        action,
        new Kept(
            id,
            organization,
            its,
            isPublic ? publicly(was, organization) : Kept.State.DRAFT,
            was == null ? 0 : was.version(),
            sheet,
            clock.instant(),
            caller.person().id().value()),
        lang);
  }

  /// What waits for a moderator keeps waiting, also when one has come.
  private Kept.State publicly(@Nullable Kept was, OrganizationId organization) {
    Kept.State before = was == null ? Kept.State.DRAFT : was.state();
    boolean waits =
        before == Kept.State.AWAITING
            || (before != Kept.State.PUBLISHED && moderators.areAwayFrom(organization));
    return waits ? Kept.State.AWAITING : Kept.State.PUBLISHED;
  }

  /// Cancels one time, or says that it's held after all.
  @Transactional
  public Saved cancel(
      Caller caller,
      OrganizationId organization,
      UUID id,
      LocalDateTime time,
      boolean held,
      String reason,
      Lang lang) {
    require(caller, Action.UPDATE, RecordType.EVENT, organization);
    Kept was = theirs(rows.hold(id), organization);
    if (was.kind() != Kept.Kind.EVENT) {
      throw new NoSuchRecord(RecordType.EVENT);
    }
    List<String> lines = new ArrayList<>(was.sheet().get(Field.CANCELLED).lines().toList());
    lines.removeIf(line -> line.equals(time.toString()) || line.startsWith(time + " "));
    if (!held) {
      String why = reason.replaceAll("\\s+", " ").strip();
      if (why.length() > Field.DOOR.longest()) {
        return new Saved.Faulty(
            List.of(new Fault("reason", "too_long", String.valueOf(Field.DOOR.longest()))));
      }
      lines.add(why.isEmpty() ? time.toString() : time + " " + lang.code() + " " + why);
    }
    Sheet sheet = was.sheet().with(Field.CANCELLED, String.join("\n", lines));
    return write(caller, Action.UPDATE, changed(was, caller, was.state(), sheet), lang);
  }

  /// Takes a listing out of sight; its page then says that it's gone. A draft is laid aside.
  @Transactional
  public Saved withdraw(
      Caller caller, OrganizationId organization, UUID id, int version, Lang lang) {
    require(caller, Action.DELETE, RecordType.DRAFT, organization);
    Kept was = theirs(rows.hold(id), organization);
    require(caller, Action.DELETE, makers.of(was.kind()).type(), organization);
    if (was.version() != version) {
      return new Saved.Stale(was, version(was, version));
    }
    return write(
        caller, Action.DELETE, changed(was, caller, Kept.State.WITHDRAWN, was.sheet()), lang);
  }

  /// Puts a listing back as an earlier version was; the versions between stay in the history.
  ///
  /// @param version the newest that this editor has seen
  @Transactional
  public Saved restore(
      Caller caller, OrganizationId organization, UUID id, int version, int earlier, Lang lang) {
    require(caller, Action.UPDATE, RecordType.DRAFT, organization);
    Kept was = theirs(rows.hold(id), organization);
    require(caller, Action.UPDATE, makers.of(was.kind()).type(), organization);
    if (was.version() != version) {
      return new Saved.Stale(was, version(was, version));
    }
    Kept then =
        rows.history(id, was.kind().code()).stream()
            .filter(it -> it.version() == earlier)
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord(RecordType.DRAFT));
    // What was published and is a draft again, is out of sight.
    Kept.State state =
        switch (then.state()) {
          case PUBLISHED -> publicly(was, organization);
          case WITHDRAWN -> Kept.State.WITHDRAWN;
          case DRAFT, AWAITING -> was.state().wasPublic() ? Kept.State.WITHDRAWN : Kept.State.DRAFT;
        };
    return write(caller, Action.UPDATE, changed(was, caller, state, then.sheet()), lang);
  }

  /// The one place where anything is written: the public record, the sheet, its history and the
  /// audit log, all or none.
  private Saved write(Caller caller, Action action, Kept next, Lang lang) {
    Kept kept = next;
    List<Fault> tooLong = SheetParts.tooLong(next.sheet());
    if (!tooLong.isEmpty()) {
      return new Saved.Faulty(tooLong);
    }
    Maker<?> maker = makers.of(next.kind());
    RecordType record = next.state().wasPublic() ? maker.type() : RecordType.DRAFT;
    if (next.state().isReady()) {
      Maker.Made<?> made = make(caller, next, lang);
      if (made.record() == null) {
        return new Saved.Faulty(made.faults());
      }
      // A new place of what waits isn't in the directory yet, so its words stay as typed.
      kept = next.state().isPublic() || made.newPlace() == null ? next.with(made.sheet()) : next;
      returned.forget(next.id());
    } else {
      maker.withdraw(source(next.organization()), next.id());
    }
    gate.open(
        caller, action, record, next.id().toString(), relations(caller, next.organization()), null);
    Kept written = kept.next();
    rows.put(written);
    return new Saved.Done(written);
  }

  private Maker.Made<?> make(Caller caller, Kept next, Lang lang) {
    Organization organization = get(caller, next.organization()).record();
    if (!next.state().isPublic()) {
      return makers.of(next.kind()).make(next.id(), organization, next.sheet(), lang);
    }
    return makers.publish(
        next,
        organization,
        lang,
        place ->
            gate.open(
                caller,
                Action.CREATE,
                RecordType.PLACE,
                place.id().toString(),
                relations(caller, next.organization()),
                null));
  }

  private Kept changed(Kept was, Caller caller, Kept.State state, Sheet sheet) {
    return was.changed(state, sheet, clock.instant(), caller.person().id().value());
  }

  private Sheet version(Kept kept, int version) {
    return rows.history(kept.id(), kept.kind().code()).stream()
        .filter(it -> it.version() == version)
        .map(Kept::sheet)
        .findFirst()
        .orElse(Sheet.EMPTY);
  }

  private void require(
      Caller caller, Action action, RecordType record, OrganizationId organization) {
    if (!gate.may(caller, action, record, relations(caller, organization))) {
      throw new NoSuchRecord(record);
    }
  }

  private static Set<Relation> relations(Caller caller, OrganizationId organization) {
    return caller.organizations().contains(organization.value())
        ? Set.of(Relation.ORGANIZATION)
        : Set.of();
  }

  private static Kept theirs(Optional<Kept> found, OrganizationId organization) {
    return found
        .filter(it -> it.organization().equals(organization))
        .orElseThrow(() -> new NoSuchRecord(RecordType.DRAFT));
  }

  /// A listing whoever's it is, for the house itself; a person finds only their own.
  @Transactional(readOnly = true)
  public Optional<Kept> find(UUID id) {
    return rows.find(id);
  }

  /// What a colleague wants to be called; nothing for one who has left.
  @Transactional(readOnly = true)
  public Optional<String> nameOf(UUID person) {
    return people.find(new PersonId(person)).map(Person::name);
  }

  /// The organization's published events that came by a feed.
  public List<EventListing> fromFeeds(Caller caller, OrganizationId organization) {
    require(caller, Action.READ, RecordType.DRAFT, organization);
    return calendar.of(organization).stream()
        .filter(it -> !it.source().equals(source(organization)))
        .toList();
  }

  /// Why a moderator returned what waited, by listing.
  @Transactional(readOnly = true)
  public Map<UUID, String> returned(Caller caller, OrganizationId organization) {
    require(caller, Action.READ, RecordType.DRAFT, organization);
    return returned.of(organization);
  }

  /// The organization's services that came by a feed.
  public List<Listing<Service>> servicesFromFeeds(Caller caller, OrganizationId organization) {
    require(caller, Action.READ, RecordType.DRAFT, organization);
    return directory.servicesOf(organization).stream()
        .filter(it -> !it.source().equals(source(organization)))
        .toList();
  }

  /// A new sheet filled in as last season's was, or as a feed tells.
  @Transactional(readOnly = true)
  public Sheet copy(
      Caller caller, OrganizationId organization, Kept.Kind kind, UUID id, Lang lang) {
    require(caller, Action.READ, RecordType.DRAFT, organization);
    return rows.find(id)
        .filter(it -> it.organization().equals(organization) && it.kind() == kind)
        .map(it -> it.sheet().with(Field.CANCELLED, ""))
        .or(() -> makers.of(kind).copy(organization, id, lang))
        .orElseThrow(() -> new NoSuchRecord(makers.of(kind).type()));
  }

  /// Saves the texts of all languages at once, and nothing else of the sheet.
  ///
  /// @param texts the inputs of translated fields
  @Transactional
  public Saved translate(
      Caller caller, OrganizationId organization, UUID id, int version, Sheet texts, Lang lang) {
    Kept was = get(caller, organization, id);
    Sheet base = was.version() == version ? was.sheet() : version(was, version);
    Sheet sheet = base.withTexts(was.kind(), texts);
    boolean waits = was.state() == Kept.State.AWAITING;
    return save(caller, organization, id, was.kind(), version, sheet, waits, lang);
  }
}
