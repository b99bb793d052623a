package fi.rinnalla.exchange;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.io.WriteContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.property.Categories;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceDates;
import biweekly.property.TextProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.calendar.RefusedRule;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// A VEVENT as an event, with the changes to its single times.
final class IcsEvent {
  private static final Pattern POSTCODE = Pattern.compile("\\b(\\d{5})\\b");

  private final HsdsParts parts;
  private final TimezoneInfo zones;
  private final SourceIds ids;
  private final Sink sink;

  IcsEvent(HsdsParts parts, ICalendar calendar, SourceIds ids, Sink sink) {
    this.parts = parts;
    this.zones = calendar.getTimezoneInfo();
    this.ids = ids;
    this.sink = sink;
  }

  /// Some programs give no UID; then the name and the time must do.
  static String uid(VEvent event) {
    String uid = words(event.getUid());
    if (uid != null) {
      return uid;
    }
    return words(event.getSummary())
        + " "
        + (event.getDateStart() == null ? "" : String.valueOf(event.getDateStart().getValue()));
  }

  /// A change without its series stands as an event of its own.
  void takeAlone(VEvent override) {
    ICalDate which =
        override.getRecurrenceId() == null ? null : override.getRecurrenceId().getValue();
    VEvent alone = new VEvent(override);
    alone.setRecurrenceRule((biweekly.property.RecurrenceRule) null);
    take(uid(override) + " " + which, alone, List.of());
  }

  void take(String uid, VEvent event, List<VEvent> overrides) {
    UUID id = ids.of(Draft.Kind.EVENT, uid);
    Reading it =
        new Reading(
            new JsonThing(JsonNodeFactory.instance.objectNode()), Notice.excerpt(uid), sink);
    String title = it.clean("SUMMARY", words(event.getSummary()), Reading.LINE);
    LocalDateTime start =
        event.getDateStart() == null
            ? null
            : local(event.getDateStart(), event.getDateStart().getValue());
    if (title == null || start == null) {
      sink.refuse(
          Draft.Kind.EVENT,
          id,
          new FieldNotice.MissingRequiredField(
              it.record(), title == null ? "SUMMARY" : "DTSTART", null));
      return;
    }
    EventRule rule = rule(it, event, start);
    if (rule == null) {
      sink.refuse(
          Draft.Kind.EVENT,
          id,
          new ValueNotice.RefusedRuleNotice(it.record(), "RRULE", rrule(event)));
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
                changes(it, title, rule, overrides),
                AgeRange.ANY,
                List.of(),
                Event.Price.UNKNOWN,
                parts.themes(keywords),
                keywords,
                Event.Registration.UNKNOWN,
                Event.PracticalFacts.NONE,
                url,
                null,
                Verification.NEVER)));
  }

  /// Null when the rule may not be followed.
  private @Nullable EventRule rule(Reading it, VEvent event, LocalDateTime start) {
    boolean allDay = !event.getDateStart().getValue().hasTime();
    String rrule = rrule(event);
    if (rrule == null && !event.getExperimentalProperties("RRULE").isEmpty()) {
      String written = event.getExperimentalProperties("RRULE").getFirst().getValue();
      sink.notice(new ValueNotice.UnreadableRule(it.record(), "RRULE", written));
    }
    if (rrule != null) {
      try {
        Recurrence.check(rrule);
      } catch (RefusedRule refused) {
        return null;
      }
    }
    List<LocalDateTime> extra = new ArrayList<>();
    for (RecurrenceDates dates : event.getRecurrenceDates()) {
      dates.getDates().forEach(date -> add(extra, dates, date, start));
      for (Period period : dates.getPeriods()) {
        add(extra, dates, period.getStartDate(), start);
      }
    }
    List<LocalDateTime> except = new ArrayList<>();
    for (ExceptionDates dates : event.getExceptionDates()) {
      dates.getValues().forEach(date -> add(except, dates, date, start));
    }
    return new EventRule(
        start,
        duration(it, event, start, allDay),
        allDay,
        rrule,
        EventRule.Weeks.EVERY,
        extra,
        except,
        false);
  }

  private void add(
      List<LocalDateTime> to, ICalProperty property, @Nullable ICalDate date, LocalDateTime start) {
    LocalDateTime at = local(property, date);
    if (at != null && date != null && to.size() < 1000) {
      to.add(date.hasTime() ? at : at.toLocalDate().atTime(start.toLocalTime()));
    }
  }

  private Duration duration(Reading it, VEvent event, LocalDateTime start, boolean allDay) {
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      LocalDateTime end = local(event.getDateEnd(), event.getDateEnd().getValue());
      if (end != null) {
        Duration told = Duration.between(start, end);
        // Many programs end a day on itself, though DTEND is the first day after (§3.6.1).
        boolean sameDay = allDay && told.isZero();
        return sameDay
            ? Duration.ofDays(1)
            : EventRules.checked(it, "DTEND", end.toString(), told, allDay);
      }
    }
    if (event.getDuration() != null && event.getDuration().getValue() != null) {
      Duration told = Duration.ofMillis(event.getDuration().getValue().toMillis());
      return EventRules.checked(it, "DURATION", told.toString(), told, allDay);
    }
    return allDay ? Duration.ofDays(1) : Duration.ZERO;
  }

  private @Nullable String rrule(VEvent event) {
    if (event.getRecurrenceRule() == null || event.getRecurrenceRule().getValue() == null) {
      return null;
    }
    String text =
        new RecurrenceRuleScribe()
            .writeText(event.getRecurrenceRule(), new WriteContext(ICalVersion.V2_0, zones, null));
    return EventRules.localUntil(text);
  }

  private List<OccurrenceChange> changes(
      Reading it, String title, EventRule rule, List<VEvent> overrides) {
    List<OccurrenceChange> changes = new ArrayList<>();
    for (VEvent one : overrides) {
      LocalDateTime which = local(one.getRecurrenceId(), one.getRecurrenceId().getValue());
      if (which == null) {
        continue;
      }
      if (!one.getRecurrenceId().getValue().hasTime()) {
        which = which.toLocalDate().atTime(rule.start().toLocalTime());
      }
      if (status(one) == Event.Status.CANCELLED) {
        changes.add(OccurrenceChange.cancelled(which));
        continue;
      }
      LocalDateTime start =
          one.getDateStart() == null
              ? which
              : local(one.getDateStart(), one.getDateStart().getValue());
      String name = it.clean("SUMMARY", words(one.getSummary()), Reading.LINE);
      LocalDateTime from = start == null ? which : start;
      changes.add(
          new OccurrenceChange(
              which,
              false,
              from,
              from.plus(duration(it, one, from, rule.allDay())),
              title.equals(name) ? Text.none() : Text.fi(name),
              Text.none()));
    }
    return changes;
  }

  /// A time on the wall in Helsinki. Floating times are that already (§3.3.5 form 1).
  private @Nullable LocalDateTime local(ICalProperty property, @Nullable ICalDate date) {
    if (date == null) {
      return null;
    }
    DateTimeComponents raw = date.getRawComponents();
    boolean wall = !date.hasTime() || zones.isFloating(property);
    try {
      LocalDateTime at =
          wall && raw != null
              ? LocalDateTime.of(
                  raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute())
              : LocalDateTime.ofInstant(date.toInstant(), Zone.HELSINKI).withNano(0);
      return at.getYear() < 1 || at.getYear() > 9999 ? null : at;
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  private Event.Venue venue(Reading it, VEvent event) {
    String said = it.clean("LOCATION", words(event.getLocation()), Reading.LINE);
    Position position = null;
    if (event.getGeo() != null) {
      Double lat = event.getGeo().getLatitude();
      Double lon = event.getGeo().getLongitude();
      if (lat != null && lon != null && Double.isFinite(lat) && Double.isFinite(lon)) {
        position = it.position(BigDecimal.valueOf(lat), BigDecimal.valueOf(lon));
      }
    }
    if (said != null && said.matches("https?://\\S+")) {
      return new Event.Venue(null, Text.none(), Text.none(), null, null, position, said);
    }
    String postalCode = null;
    String town = null;
    if (said != null) {
      Matcher postcode = POSTCODE.matcher(said);
      postalCode = postcode.find() ? postcode.group(1) : null;
      for (String part : said.split("[,;\n]")) {
        String word = part.replaceAll("\\d", "").strip();
        town = parts.area(word).isPresent() ? word : town;
      }
    }
    return new Event.Venue(
        null, Text.fi(said), Text.none(), postalCode, parts.area(postalCode, town), position, null);
  }

  private static Event.Status status(VEvent event) {
    return event.getStatus() != null && event.getStatus().isCancelled()
        ? Event.Status.CANCELLED
        : Event.Status.SCHEDULED;
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
    return url == null
        ? null
        : it.of(new JsonThing(JsonNodeFactory.instance.objectNode().put("URL", url))).web("URL");
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

  private static @Nullable String words(@Nullable TextProperty property) {
    String value = property == null ? null : property.getValue();
    return value == null || value.isBlank() ? null : value;
  }
}
