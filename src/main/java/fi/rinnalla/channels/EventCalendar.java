package fi.rinnalla.channels;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ExceptionDates;
import biweekly.property.Geo;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceId;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import fi.rinnalla.calendar.CarriedRule;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Events for a family's own calendar: RFC 5545. What is subscribed to goes as series, which the
/// calendar fetches again and again ([#addSeries]); what is put into a calendar once goes as single
/// times ([#addTimes]), for a rule would go on there when nobody tells that the club has ended.
public final class EventCalendar {
  /// When the house had nothing yet; a SEQUENCE counts the seconds since and fits RFC 5545's
  /// integer until 2088.
  private static final Instant BEFORE_ALL = Instant.parse("2020-01-01T00:00:00Z");

  private final ICalendar calendar = new ICalendar();
  private final Page page;
  private final SiteAddress site;

  public EventCalendar(Page page, SiteAddress site) {
    this.page = page;
    this.site = site;
    calendar.setProductId("-//Rinnalla//Rinnalla//" + page.lang().code().toUpperCase(Locale.ROOT));
    calendar.getTimezoneInfo().setDefaultTimezone(HelsinkiTime.assignment());
  }

  /// An event with its made times, in order, and what may be told of where it is held.
  public record Held(EventListing listing, List<Occurrence> times, Venues.Venue venue) {
    public Held {
      times = List.copyOf(times);
    }

    Event event() {
      return listing.event();
    }
  }

  /// What a calendar program calls the subscription, where it fetches it again and how often (RFC
  /// 7986; the X- names are what programs read that came before it).
  public void subscribedTo(String name, String description, URI source) {
    calendar.setName(name);
    calendar.addExperimentalProperty("X-WR-CALNAME", escaped(name));
    calendar.addExperimentalProperty("X-WR-TIMEZONE", Zone.HELSINKI.getId());
    if (!description.isEmpty()) {
      calendar.addDescription(description);
    }
    calendar.setSource(source.toString());
    calendar.setRefreshInterval(Duration.builder().hours(6).build());
    calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT6H");
  }

  public String write() {
    return Biweekly.write(calendar).go();
  }

  /// Each of these times by itself.
  public void addTimes(Held held, List<Occurrence> times) {
    for (Occurrence time : times) {
      VEvent one = single(held, time);
      // The same each time it is fetched, so that a calendar mends what it has.
      one.setUid(held.event().id().value() + "-" + time.recurrenceId() + "@rinnalla");
      calendar.addEvent(one);
    }
  }

  /// The whole series under one UID: by its rule where that can be carried, else time by time; what
  /// was cancelled, moved or renamed stands beside it with its RECURRENCE-ID.
  public void addSeries(Held held) {
    List<Occurrence> times = held.times();
    if (times.size() == 1) {
      add(held, single(held, times.getFirst()));
      return;
    }
    List<LocalDateTime> ids =
        times.stream().map(Occurrence::recurrenceId).distinct().sorted().toList();
    if (ids.isEmpty()) {
      return;
    }
    boolean allDay = isAllDay(held.event(), ids);
    VEvent series = about(held, held.event().title(), Text.none());
    LocalDateTime first = ids.getFirst();
    series.setDateStart(new DateStart(date(first, allDay)));
    LocalDateTime end = first.plus(held.event().rule().duration());
    if (end.isAfter(first)) {
      series.setDateEnd(new DateEnd(date(end, allDay)));
    }
    series.setStatus(status(held.event(), false));
    Optional<CarriedRule> carried = CarriedRule.of(held.event().rule(), ids);
    // Written as it is: the library would read it anew, and knows fewer rules.
    carried.ifPresent(rule -> series.addExperimentalProperty("RRULE", rule.rrule()));
    except(series, carried.map(CarriedRule::except).orElse(List.of()), allDay);
    extra(
        series,
        carried.map(CarriedRule::extra).orElseGet(() -> ids.subList(1, ids.size())),
        allDay);
    add(held, series);
    for (Occurrence time : times) {
      if (differs(held.event(), time)) {
        VEvent one = single(held, time);
        one.setRecurrenceId(new RecurrenceId(date(time.recurrenceId(), allDay)));
        add(held, one);
      }
    }
  }

  private void add(Held held, VEvent event) {
    event.setUid(held.event().id().value() + "@rinnalla");
    calendar.addEvent(event);
  }

  private static void except(VEvent series, List<LocalDateTime> ids, boolean allDay) {
    if (!ids.isEmpty()) {
      ExceptionDates dates = new ExceptionDates();
      ids.forEach(id -> dates.getValues().add(date(id, allDay)));
      series.addExceptionDates(dates);
    }
  }

  private static void extra(VEvent series, List<LocalDateTime> ids, boolean allDay) {
    if (!ids.isEmpty()) {
      RecurrenceDates dates = new RecurrenceDates();
      ids.forEach(id -> dates.getDates().add(date(id, allDay)));
      series.addRecurrenceDates(dates);
    }
  }

  private static boolean isAllDay(Event event, List<LocalDateTime> ids) {
    return event.rule().allDay()
        && ids.stream().allMatch(id -> id.toLocalTime().equals(LocalTime.MIDNIGHT));
  }

  private static boolean differs(Event event, Occurrence time) {
    LocalDateTime end = time.recurrenceId().plus(event.rule().duration());
    boolean moved =
        !time.start().equals(at(time.recurrenceId()))
            || (end.isAfter(time.recurrenceId()) && !time.end().equals(at(end)));
    boolean alone = time.cancelled() && event.status() != Event.Status.CANCELLED;
    return moved || alone || !time.title().isEmpty() || !time.note().isEmpty();
  }

  private VEvent single(Held held, Occurrence time) {
    Event event = held.event();
    VEvent one = about(held, time.title().isEmpty() ? event.title() : time.title(), time.note());
    boolean allDay = Dates.isAllDay(time.start(), time.end());
    one.setDateStart(new DateStart(date(Dates.local(time.start()), allDay)));
    if (time.end().isAfter(time.start())) {
      one.setDateEnd(new DateEnd(date(Dates.local(time.end()), allDay)));
    }
    one.setStatus(status(event, time.cancelled()));
    return one;
  }

  private VEvent about(Held held, Text title, Text note) {
    Event event = held.event();
    EventListing listing = held.listing();
    VEvent about = new VEvent();
    // When it was last changed and not when it was asked for, so that nothing new looks new.
    about.setDateTimeStamp(Date.from(listing.changedAt()));
    about.setLastModified(Date.from(listing.changedAt()));
    long sequence = listing.changedAt().getEpochSecond() - BEFORE_ALL.getEpochSecond();
    about.setSequence(Math.toIntExact(Math.max(0, sequence)));
    about.setSummary(page.words(title)).setLanguage(languageOf(title));
    String words = page.words(event.summary());
    String said = page.words(note);
    String description = (said.isEmpty() ? words : said + "\n" + words).strip();
    if (!description.isEmpty()) {
      about.setDescription(description);
    }
    String place = held.venue().words(page);
    if (!place.isEmpty()) {
      about.setLocation(place);
    }
    Position position = held.venue().position();
    if (position != null) {
      about.setGeo(new Geo(position.lat(), position.lon()));
    }
    about.setUrl(site.of(page.to(Route.EVENT, listing.slug())).toString());
    // What one could go to keeps nobody from being free.
    about.setTransparency(true);
    return about;
  }

  private String languageOf(Text text) {
    return page.said(text).map(it -> it.lang().code()).orElse(page.lang().code());
  }

  private static Status status(Event event, boolean timeCancelled) {
    return timeCancelled || event.status() == Event.Status.CANCELLED
        ? Status.cancelled()
        : event.status() == Event.Status.POSTPONED ? Status.tentative() : Status.confirmed();
  }

  private static ICalDate date(LocalDateTime local, boolean allDay) {
    if (allDay) {
      LocalDate day = local.toLocalDate();
      return new ICalDate(
          new DateTimeComponents(
              day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, false),
          false);
    }
    return new ICalDate(Date.from(at(local)), true);
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(Zone.HELSINKI).toInstant();
  }

  /// What the library writes as it is: RFC 5545 §3.3.11.
  private static String escaped(String words) {
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }
}
