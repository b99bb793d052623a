package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.calendar.SpokenRule;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes an event of a sheet, and a sheet of an event, for whoever copies last season's.
@Component
public final class EventMaker implements Maker<Event> {
  private static final Event.Venue NOWHERE =
      new Event.Venue(null, Text.none(), Text.none(), null, null, null, null);

  private final Places places;
  private final Calendar calendar;
  private final Classification classification;
  private final Clock clock;

  EventMaker(Places places, Calendar calendar, Classification classification, Clock clock) {
    this.places = places;
    this.calendar = calendar;
    this.classification = classification;
    this.clock = clock;
  }

  @Override
  public RecordType type() {
    return RecordType.EVENT;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }

  @Override
  public Made<Event> make(UUID id, Organization organization, Sheet sheet, Lang lang) {
    List<Fault> faults = SheetParts.faults(sheet, lang);
    Sheet said = sheet;
    Optional<Unsaid> unsaid = unsaid(id, organization);
    EventRule rule = unsaid.flatMap(it -> it.rule(sheet)).orElse(null);
    if (rule == null) {
      switch (RuleWords.read(sheet.get(Field.WHEN), today())) {
        case RuleWords.Outcome.Read read -> {
          rule = read.rule();
          said = sheet.with(Field.WHEN, read.words());
        }
        case RuleWords.Outcome.NotRead not ->
            faults.add(new Fault(Field.WHEN.code(), "when_" + not.reason().code(), not.word()));
      }
    }
    Location newPlace = null;
    Event.Venue venue = NOWHERE;
    if (Places.isNew(sheet)) {
      newPlace =
          places.made(organization, sheet, lang, Verification.byOrganization(today()), faults);
      if (newPlace != null) {
        venue = Event.Venue.at(newPlace.id());
        said = at(said, Places.label(newPlace));
      }
    } else {
      venue = venue(organization, sheet, faults);
    }
    AgeRange ages = SheetParts.ages(sheet, faults);
    Event.Registration registration = registration(sheet, faults);
    PracticalFacts facts = SheetParts.facts(sheet, faults);
    if (rule == null || !faults.isEmpty()) {
      return Made.not(said, faults);
    }
    Template template = Template.find(sheet.get(Field.KIND)).orElse(Template.OTHER);
    Event written =
        new Event(
            new EventId(id),
            template.kind(),
            Event.Status.SCHEDULED,
            sheet.text(Field.TITLE),
            Text.none(),
            sheet.text(Field.DESCRIPTION),
            organization.id(),
            Text.none(),
            List.of(),
            null,
            venue,
            rule,
            List.of(),
            ages,
            SheetParts.words(sheet.get(Field.LANGUAGES)),
            price(sheet),
            List.copyOf(classification.themes(List.of(), template.keywords())),
            template.keywords(),
            registration,
            facts,
            null,
            null,
            Verification.byOrganization(today()));
    Event held = unsaid.map(it -> it.in(written, sheet)).orElse(written);
    List<Cancelled> cancelled = sheet.cancelled().stream().map(it -> it.on(held)).toList();
    Event event = held.with(cancelled.stream().map(Cancelled::change).toList());
    said = Cancelled.in(said, cancelled);
    if (next(event, 1).isEmpty()) {
      return Made.not(said, List.of(new Fault(Field.WHEN.code(), "when_no_times", "")));
    }
    return new Made<>(event, newPlace, said, List.of());
  }

  /// What of the organization's own event the form has no words for.
  private Optional<Unsaid> unsaid(UUID id, Organization organization) {
    return calendar
        .find(new EventId(id))
        .filter(it -> it.source().equals(Workspace.source(organization.id())))
        .map(EventListing::event)
        .map(it ->
            new Unsaid(it, Arrays.stream(Lang.values()).map(lang -> sheet(it, lang)).toList()));
  }

  /// The next times of a rule, whoever's it is.
  public List<Occurrence> next(EventRule rule, int most) {
    return next(
        new Event(
            new EventId(new UUID(0, 0)),
            Event.Kind.EVENT,
            Event.Status.SCHEDULED,
            Text.none(),
            Text.none(),
            Text.none(),
            null,
            Text.none(),
            List.of(),
            null,
            NOWHERE,
            rule,
            List.of(),
            AgeRange.ANY,
            List.of(),
            Event.Price.UNKNOWN,
            List.of(),
            List.of(),
            Event.Registration.UNKNOWN,
            PracticalFacts.NONE,
            null,
            null,
            Verification.NEVER),
        most);
  }

  /// The next times of an event that are not over.
  public List<Occurrence> next(Event event, int most) {
    return Recurrence.of(event).between(today(), today().plusMonths(15)).stream()
        .filter(it -> it.end().isAfter(clock.instant()))
        .limit(most)
        .toList();
  }

  private Event.Venue venue(Organization organization, Sheet sheet, List<Fault> faults) {
    String place = sheet.get(Field.PLACE);
    if (!place.isEmpty() && !sheet.get(Field.NEW_PLACE).isEmpty()) {
      faults.add(new Fault(Field.NEW_PLACE.code(), "place_both", place));
    }
    String online = SheetParts.web(sheet, Field.ONLINE, faults);
    if (place.isEmpty()) {
      if (online == null) {
        faults.add(new Fault(Field.PLACE.code(), "place", ""));
      }
      return new Event.Venue(null, Text.none(), Text.none(), null, null, null, online);
    }
    Optional<LocationId> known = places.find(organization, place);
    return known.isPresent()
        ? new Event.Venue(known.get(), Text.none(), Text.none(), null, null, null, online)
        : new Event.Venue(
            null,
            Text.fi(place),
            Text.fi(sheet.get(Field.ADDRESS)),
            null,
            organization.area(),
            null,
            online);
  }

  /// The sheet of whoever has just told of a new place, which is now known by its label.
  private static Sheet at(Sheet sheet, String label) {
    return sheet
        .with(Field.PLACE, label)
        .with(Field.NEW_PLACE, "")
        .with(Field.ADDRESS, "")
        .with(Field.TOWN, "")
        .with(Field.POINT, "");
  }

  private static Event.Price price(Sheet sheet) {
    String words = sheet.get(Field.PRICE);
    Money amount = SheetParts.amount(words).orElse(null);
    return new Event.Price(amount, amount == null ? Text.fi(words) : Text.none());
  }

  private static Event.Registration registration(Sheet sheet, List<Fault> faults) {
    String url = SheetParts.web(sheet, Field.BOOKING_URL, faults);
    Event.Registration.Need need =
        Event.Registration.Need.find(sheet.get(Field.BOOKING))
            .orElse(Event.Registration.Need.UNKNOWN);
    return new Event.Registration(need, url, null);
  }

  @Override
  public void publish(String source, Event event) {
    calendar.publish(source, event);
  }

  @Override
  public void withdraw(String source, UUID id) {
    calendar.withdraw(source, List.of(new EventId(id)));
  }

  @Override
  public Optional<Sheet> copy(OrganizationId organization, UUID id, Lang lang) {
    return calendar
        .find(new EventId(id))
        .map(EventListing::event)
        .filter(it -> organization.equals(it.organizer()))
        .map(it -> sheet(it, lang));
  }

  Sheet sheet(Event event, Lang lang) {
    Event.Venue venue = event.venue();
    LocationId location = venue.location();
    Event.Registration registration = event.registration();
    Money amount = event.price().amount();
    Sheet sheet =
        Sheet.EMPTY
            .with(Field.TITLE, event.title())
            .with(Field.WHEN, SpokenRule.say(event.rule(), lang))
            .with(
                Field.DESCRIPTION,
                event.description().isEmpty() ? event.summary() : event.description())
            .with(Field.KIND, Template.of(event).code())
            .with(
                Field.PRICE,
                amount == null ? event.price().words().orEmpty(lang) : SheetParts.written(amount))
            .with(
                Field.BOOKING,
                registration.need() == Event.Registration.Need.UNKNOWN
                    ? ""
                    : registration.need().name().toLowerCase(Locale.ROOT))
            .with(Field.BOOKING_URL, Objects.requireNonNullElse(registration.url(), ""))
            .with(Field.LANGUAGES, String.join(",", event.languages()))
            .with(
                Field.PLACE,
                location == null ? venue.name().orEmpty(lang) : places.label(location).orElse(""))
            .with(Field.ADDRESS, venue.address().orEmpty(lang))
            .with(Field.ONLINE, Objects.requireNonNullElse(venue.onlineUrl(), ""));
    return SheetParts.with(SheetParts.with(sheet, event.ages()), event.facts());
  }
}
