package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.calendar.RefusedRule;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.exchange.EventTable;
import fi.rinnalla.exchange.Notice;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Json;
import fi.rinnalla.upkeep.Moderators;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An organization's events from a table: looked at first, then published together as listings of
/// its own. The same table again changes nothing; what has gone from it stays published, for a
/// table of the spring doesn't take the autumn away.
@Component
public class Uploads {
  public static final int LARGEST = 512 * 1024;
  public static final int MOST_ROWS = 500;
  private static final int TIMES = 3;
  private static final Duration KEPT = Duration.ofDays(1);

  private final UploadRows rows;
  private final SheetRows sheets;
  private final Workspace workspace;
  private final EventTable table;
  private final EventMaker maker;
  private final Places places;
  private final Moderators moderators;
  private final Calendar calendar;
  private final Gate gate;
  private final Json json;
  private final HouseWork house;
  private final Clock clock;

  Uploads(
      UploadRows rows,
      SheetRows sheets,
      Workspace workspace,
      EventTable table,
      EventMaker maker,
      Places places,
      Moderators moderators,
      Calendar calendar,
      Gate gate,
      Json json,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.sheets = sheets;
    this.workspace = workspace;
    this.table = table;
    this.maker = maker;
    this.places = places;
    this.moderators = moderators;
    this.calendar = calendar;
    this.gate = gate;
    this.json = json;
    this.house = house;
    this.clock = clock;
  }

  /// What publishing would do to a row.
  public enum Effect {
    NEW,
    CHANGED,
    /// The table said the same before.
    SAME,
    /// All its times are over.
    OVER,
    /// Its rule gives more times than are followed.
    REFUSED,
    /// Its id is another's.
    ANOTHERS;

    public boolean lands() {
      return this == NEW || this == CHANGED;
    }

    public boolean isFault() {
      return this == OVER || this == REFUSED || this == ANOTHERS;
    }

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A row as it would be published.
  ///
  /// @param next its first dates
  public record Item(String record, Event event, Effect effect, List<Occurrence> next) {}

  /// What publishing would do.
  public record Plan(UUID upload, List<Item> items, List<Notice> notices, int faulty) {

    /// How many rows would be left out.
    public int leftOut() {
      return faulty + (int) items.stream().filter(it -> it.effect().isFault()).count();
    }

    public long landing() {
      return items.stream().filter(it -> it.effect().lands()).count();
    }
  }

  /// What became of looking at a file.
  public sealed interface Looked {
    record Ready(Plan plan) implements Looked {}

    /// @param reason the end of a message's key
    record Unreadable(String reason, List<Notice> notices) implements Looked {}
  }

  /// What became of publishing.
  public sealed interface Published {
    record Done(long landed) implements Published {}

    /// Rows would be left out, and nobody has said that they may. Nothing has changed.
    record LeavesOut(Plan plan) implements Published {}

    /// Published already, or looked at more than a day ago.
    record Gone() implements Published {}
  }

  /// Reads the table and keeps it until it's published.
  @Transactional
  public Looked look(Caller caller, OrganizationId organization, String name, byte[] content) {
    Organization ours = ours(caller, organization);
    Instant now = clock.instant();
    house.step(() -> {
      rows.forgetBefore(now.minus(KEPT));
      return now;
    });
    if (content.length == 0) {
      return new Looked.Unreadable("empty", List.of());
    }
    if (content.length > LARGEST) {
      return new Looked.Unreadable("too_large", List.of());
    }
    if (content[0] == 'P' && content.length > 1 && content[1] == 'K') {
      return new Looked.Unreadable("spreadsheet", List.of());
    }
    UploadRows.File file = new UploadRows.File(safe(name), content);
    EventTable.Table read = read(organization, file);
    // A row after a lost quotation mark may stand in the wrong columns.
    if (!read.whole()) {
      return new Looked.Unreadable("broken", read.notices());
    }
    if (read.rows().size() + read.faulty() > MOST_ROWS) {
      return new Looked.Unreadable("too_many", List.of());
    }
    UUID id = UUID.randomUUID();
    rows.add(id, organization, file, caller.person().id().value(), now);
    return new Looked.Ready(plan(id, ours, read));
  }

  /// Publishes all that can be, in one transaction: every row of the plan or none.
  ///
  /// @param leaveOut whether rows with faults may be left out
  @Transactional
  public Published publish(
      Caller caller, OrganizationId organization, UUID upload, boolean leaveOut, Lang lang) {
    Organization ours = ours(caller, organization);
    Optional<UploadRows.File> file = rows.hold(upload, organization);
    if (file.isEmpty()) {
      return new Published.Gone();
    }
    Plan plan = plan(upload, ours, read(organization, file.get()));
    if (plan.leftOut() > 0 && !leaveOut) {
      return new Published.LeavesOut(plan);
    }
    plan.items().stream()
        .filter(it -> it.effect().lands())
        .forEach(it -> publish(caller, organization, it.event(), lang));
    rows.remove(upload);
    return new Published.Done(plan.landing());
  }

  private void publish(Caller caller, OrganizationId organization, Event event, Lang lang) {
    UUID id = event.id().value();
    Optional<Kept> was = sheets.hold(id);
    Caller here = Members.within(caller, organization);
    gate.open(
        here,
        was.isEmpty() ? Action.CREATE : Action.UPDATE,
        RecordType.EVENT,
        id.toString(),
        Members.theirs(here, organization),
        null);
    // What is in sight changes as ever, and what waits goes on waiting; the rest waits where no
    // moderator has been.
    Kept.State before = was.map(Kept::state).orElse(Kept.State.DRAFT);
    boolean waits =
        before == Kept.State.AWAITING
            || (!before.isPublic() && moderators.areAwayFrom(organization));
    if (!waits) {
      calendar.publish(Workspace.source(organization), event);
    }
    sheets.put(
        new Kept(
            id,
            organization,
            Kept.Kind.EVENT,
            waits ? Kept.State.AWAITING : Kept.State.PUBLISHED,
            was.map(Kept::version).orElse(0) + 1,
            maker.sheet(event, lang),
            clock.instant(),
            caller.person().id().value()));
    rows.say(id, organization, digest(event));
  }

  private Plan plan(UUID upload, Organization ours, EventTable.Table read) {
    Map<UUID, byte[]> said = rows.said(ours.id());
    List<Item> items = new ArrayList<>();
    for (EventTable.Row row : read.rows()) {
      Event event = asOurs(row.event(), ours);
      items.add(item(row.record(), event, ours.id(), said.get(event.id().value())));
    }
    return new Plan(upload, items, read.notices(), read.faulty());
  }

  private Item item(String record, Event event, OrganizationId ours, byte @Nullable [] said) {
    try {
      List<Occurrence> next = maker.next(event, TIMES);
      return new Item(record, event, effect(event, ours, said, next), next);
    } catch (RefusedRule refused) {
      return new Item(record, event, Effect.REFUSED, List.of());
    }
  }

  private Effect effect(
      Event event, OrganizationId ours, byte @Nullable [] said, List<Occurrence> next) {
    UUID id = event.id().value();
    Optional<EventListing> there = calendar.find(new EventId(id));
    Optional<Kept> sheet = house.step(() -> sheets.find(id));
    boolean anothers =
        there.filter(it -> !it.source().equals(Workspace.source(ours))).isPresent()
            || sheet.filter(it -> !it.organization().equals(ours)).isPresent();
    if (anothers) {
      return Effect.ANOTHERS;
    }
    if (said != null && Arrays.equals(said, digest(event))) {
      return Effect.SAME;
    }
    if (next.isEmpty()) {
      return Effect.OVER;
    }
    return there.isEmpty() && sheet.isEmpty() ? Effect.NEW : Effect.CHANGED;
  }

  private byte[] digest(Event event) {
    return Sha256.of(json.write(event));
  }

  /// As this organization's own: whatever the table says of other organizers or of ids elsewhere. A
  /// place that is known by name is that place.
  private Event asOurs(Event event, Organization ours) {
    Event.Venue venue = event.venue();
    LocationId location = known(venue, ours).orElse(null);
    return new Event(
        event.id(),
        event.kind(),
        event.status(),
        event.title(),
        event.summary(),
        event.description(),
        ours.id(),
        Text.none(),
        List.of(),
        null,
        location != null
            ? Event.Venue.at(location)
            : new Event.Venue(
                null,
                venue.name(),
                venue.address(),
                venue.postalCode(),
                venue.area() == null ? ours.area() : venue.area(),
                venue.position(),
                venue.onlineUrl()),
        event.rule(),
        event.changes(),
        event.ages(),
        event.languages(),
        event.price(),
        event.terms(),
        event.keywords(),
        event.registration(),
        event.facts(),
        event.url(),
        event.image(),
        event.verification());
  }

  private Optional<LocationId> known(Event.Venue venue, Organization ours) {
    String name = venue.name().orEmpty(Lang.FI);
    String address = venue.address().orEmpty(Lang.FI);
    return name.isEmpty()
        ? Optional.empty()
        : places.search(ours, name + " " + address).stream()
            .filter(it ->
                it.equals(name)
                    || (!address.isEmpty() && it.startsWith(name + ", " + address + ",")))
            .findFirst()
            .flatMap(it -> places.find(ours, it));
  }

  private EventTable.Table read(OrganizationId organization, UploadRows.File file) {
    return table.read(Workspace.source(organization), file.name(), file.content());
  }

  private Organization ours(Caller caller, OrganizationId organization) {
    Caller here = Members.within(caller, organization);
    if (!gate.may(here, Action.CREATE, RecordType.EVENT, Members.theirs(here, organization))) {
      throw new NoSuchRecord(RecordType.EVENT);
    }
    return workspace.get(caller, organization).record();
  }

  /// A name that is one file in one folder.
  private static String safe(String name) {
    String last = name.replaceFirst(".*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N} ._-]", "");
    String short60 = last.length() > 60 ? last.substring(last.length() - 60) : last;
    return short60.isBlank() || short60.startsWith(".") ? "table.csv" : short60;
  }
}
