package fi.rinnalla.exchange;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Categories;
import biweekly.property.TextProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.RefusedRule;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// A VEVENT as an event, with the changes to its single times.
final class IcsEvent {
  private final HsdsParts parts;
  private final IcsTimes times;
  private final SourceIds ids;
  private final Sink sink;

  IcsEvent(HsdsParts parts, ICalendar calendar, SourceIds ids, Sink sink) {
    this.parts = parts;
    this.times = new IcsTimes(calendar.getTimezoneInfo());
    this.ids = ids;
    this.sink = sink;
  }

  /// Some programs give no UID; then the name and the time must do.
  static String uid(VEvent event) {
    String uid = words(event.getUid());
    if (uid != null) {
      return uid;
    }
    return Objects.toString(words(event.getSummary()), "")
        + " "
        + (event.getDateStart() == null ? "" : written(event.getDateStart().getValue()));
  }

  /// As the calendar writes it, for an id must not turn with the clock of this computer.
  private static String written(@Nullable ICalDate date) {
    if (date == null) {
      return "";
    }
    DateTimeComponents raw = date.getRawComponents();
    return raw == null ? date.toInstant().toString() : raw.toString(date.hasTime(), false);
  }

  /// A change without its series stands as an event of its own.
  void takeAlone(VEvent override) {
    ICalDate which =
        override.getRecurrenceId() == null ? null : override.getRecurrenceId().getValue();
    VEvent alone = new VEvent(override);
    alone.setRecurrenceRule((biweekly.property.RecurrenceRule) null);
    take(uid(override) + " " + written(which), alone, List.of());
  }

  void take(String uid, VEvent event, List<VEvent> overrides) {
    UUID id = ids.of(Draft.Kind.EVENT, uid);
    Reading it =
        new Reading(
            new JsonThing(JsonNodeFactory.instance.objectNode()), Notice.excerpt(uid), sink);
    String title = it.clean("SUMMARY", words(event.getSummary()), Reading.LINE);
    LocalDateTime start = times.start(event);
    if (title == null || start == null) {
      sink.refuse(
          Draft.Kind.EVENT,
          id,
          title == null
              ? new FieldNotice.MissingRequiredField(it.record(), "SUMMARY", null)
              : withoutStart(it, event));
      return;
    }
    EventRule rule;
    try {
      rule = times.rule(it, event, start);
    } catch (RefusedRule refused) {
      sink.refuse(
          Draft.Kind.EVENT,
          id,
          EventRules.refusal(it.record(), "RRULE", times.rrule(event), refused));
      return;
    }
    List<String> keywords = keywords(event);
    String url = event.getUrl() == null ? null : web(it, event.getUrl().getValue());
    sink.take(
        new Draft.OfEvent(
            new Draft.Origin(uid, raw(event), url, false),
            new Event(
                new EventId(id),
                Event.Kind.EVENT,
                status(event),
                Text.fi(title),
                Text.none(),
                Text.fi(it.clean("DESCRIPTION", words(event.getDescription()), Reading.PROSE)),
                null,
                organizer(it, event),
                List.of(),
                null,
                venue(it, event),
                rule,
                times.changes(it, title, rule, overrides),
                AgeRange.ANY,
                List.of(),
                Event.Price.UNKNOWN,
                parts.themes(keywords),
                keywords,
                Event.Registration.UNKNOWN,
                PracticalFacts.NONE,
                url,
                null,
                Verification.NEVER)));
  }

  /// biweekly keeps what it can't read as a property that it doesn't know.
  private static Notice withoutStart(Reading it, VEvent event) {
    if (!event.getExperimentalProperties("DTSTART").isEmpty()) {
      String written = event.getExperimentalProperties("DTSTART").getFirst().getValue();
      return new ValueNotice.StartUnreadable(it.record(), "DTSTART", written);
    }
    ICalDate date = event.getDateStart() == null ? null : event.getDateStart().getValue();
    if (date == null) {
      return new FieldNotice.MissingRequiredField(it.record(), "DTSTART", null);
    }
    return new ValueNotice.StartUnreadable(it.record(), "DTSTART", written(date));
  }

  private Event.Venue venue(Reading it, VEvent event) {
    String said = it.clean("LOCATION", words(event.getLocation()), Reading.LINE);
    Position position = null;
    if (event.getGeo() != null) {
      Double lat = event.getGeo().getLatitude();
      Double lon = event.getGeo().getLongitude();
      if (lat != null && lon != null && Double.isFinite(lat) && Double.isFinite(lon)) {
        position = it.position(BigDecimal.valueOf(lat), BigDecimal.valueOf(lon));
      } else {
        sink.notice(new ValueNotice.NotAPosition(it.record(), "GEO", lat + ", " + lon));
      }
    }
    if (said != null && said.matches("https?://\\S+")) {
      String online = it.webOf("LOCATION", said);
      return new Event.Venue(null, Text.none(), Text.none(), null, null, position, online);
    }
    if (said == null) {
      return new Event.Venue(null, Text.none(), Text.none(), null, null, position, null);
    }
    PlaceLine line = PlaceLine.of(said, word -> parts.area(word).isPresent());
    return new Event.Venue(
        null,
        Text.fi(line.name()),
        Text.fi(line.address()),
        line.postalCode(),
        parts.area(line.postalCode(), line.town()),
        position,
        null);
  }

  private static Event.Status status(VEvent event) {
    return IcsTimes.isCancelled(event) ? Event.Status.CANCELLED : Event.Status.SCHEDULED;
  }

  private static Text organizer(Reading it, VEvent event) {
    String name = event.getOrganizer() == null ? null : event.getOrganizer().getCommonName();
    return Text.fi(it.clean("ORGANIZER", name, Reading.LINE));
  }

  private static List<String> keywords(VEvent event) {
    List<String> words = new ArrayList<>();
    for (Categories categories : event.getCategories()) {
      for (String word : categories.getValues()) {
        if (word != null && !word.isBlank() && words.size() < 50) {
          words.add(Notice.excerpt(word));
        }
      }
    }
    return words;
  }

  private @Nullable String web(Reading it, @Nullable String url) {
    return url == null ? null : it.webOf("URL", url);
  }

  private static String raw(VEvent event) {
    ICalendar calendar = new ICalendar();
    calendar.addEvent(event);
    try {
      return Biweekly.write(calendar).go();
    } catch (RuntimeException unwritable) {
      // biweekly reads some things that it can't write.
      return event.toString();
    }
  }

  static @Nullable String words(@Nullable TextProperty property) {
    String value = property == null ? null : property.getValue();
    return value == null || value.isBlank() ? null : value;
  }
}
