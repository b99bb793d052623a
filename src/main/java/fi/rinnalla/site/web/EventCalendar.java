package fi.rinnalla.site.web;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/// An event for a family's own calendar: RFC 5545. Each known time stands by itself, for a rule
/// cannot say "on even weeks" or "not on holidays", and would go on for ever in a calendar that
/// nobody tells when the club ends.
final class EventCalendar {
  private EventCalendar() {}

  static String write(Page page, Event event, List<Occurrence> times, String place, String url) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Rinnalla//Rinnalla//" + page.lang().code().toUpperCase(Locale.ROOT));
    for (Occurrence time : times) {
      calendar.addEvent(one(page, event, time, place, url));
    }
    return Biweekly.write(calendar).go();
  }

  private static VEvent one(Page page, Event event, Occurrence time, String place, String url) {
    VEvent one = new VEvent();
    // The same each time it is fetched, so that a calendar mends what it has.
    one.setUid(event.id().value() + "-" + time.recurrenceId() + "@rinnalla");
    one.setDateTimeStamp(Date.from(page.now()));
    one.setSummary(page.words(time.title().isEmpty() ? event.title() : time.title()));
    boolean allDay = Dates.isAllDay(time.start(), time.end());
    if (allDay) {
      one.setDateStart(new DateStart(day(time.start())));
      one.setDateEnd(new DateEnd(day(time.end())));
    } else {
      one.setDateStart(Date.from(time.start()));
      one.setDateEnd(Date.from(time.end()));
    }
    String words = page.words(event.summary());
    String note = page.words(time.note());
    one.setDescription((note.isEmpty() ? words : note + "\n" + words).strip());
    if (!place.isEmpty()) {
      one.setLocation(place);
    }
    one.setUrl(url);
    boolean cancelled = time.cancelled() || event.status() == Event.Status.CANCELLED;
    one.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
    return one;
  }

  private static ICalDate day(Instant midnight) {
    LocalDate day = Dates.day(midnight);
    return new ICalDate(
        new DateTimeComponents(
            day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, false),
        false);
  }
}
