package fi.rinnalla.channels;

import fi.rinnalla.vocabulary.Zone;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/// A calendar of ours as another program reads it: by ical4j, which has no line in common with what
/// wrote it.
public record ReadCalendar(Calendar calendar) {
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
  private static final LocalDate TO = LocalDate.of(2032, 1, 1);

  public static ReadCalendar of(String ics) {
    try {
      Calendar read = new CalendarBuilder().build(new StringReader(ics));
      read.validate();
      return new ReadCalendar(read);
    } catch (IOException | ParserException unreadable) {
      throw new AssertionError("no calendar:\n" + ics, unreadable);
    }
  }

  public List<VEvent> events() {
    return calendar.getComponents("VEVENT");
  }

  /// The series themselves, without what stands beside them for single times.
  public List<VEvent> series() {
    return events().stream().filter(it -> value(it, "RECURRENCE-ID").isEmpty()).toList();
  }

  public List<VEvent> changed() {
    return events().stream().filter(it -> !value(it, "RECURRENCE-ID").isEmpty()).toList();
  }

  public static String value(VEvent event, String property) {
    return event.<Property>getProperty(property).map(Property::getValue).orElse("");
  }

  public static LocalDateTime start(VEvent event) {
    return local(event.getStartDate().orElseThrow().getDate());
  }

  /// The starts that the series gives by its rule and dates, in order, on Helsinki's clock.
  public static List<LocalDateTime> starts(VEvent series) {
    boolean days = series.getStartDate().orElseThrow().getDate() instanceof LocalDate;
    Period<? extends Temporal> span =
        days
            ? new Period<>(FROM, TO)
            : new Period<>(FROM.atStartOfDay(Zone.HELSINKI), TO.atStartOfDay(Zone.HELSINKI));
    return series.<Temporal>calculateRecurrenceSet(span).stream()
        .map(period -> local(period.getStart()))
        .sorted()
        .toList();
  }

  private static LocalDateTime local(Temporal time) {
    return switch (time) {
      case LocalDate day -> day.atStartOfDay();
      case LocalDateTime local -> local;
      case ZonedDateTime zoned -> LocalDateTime.ofInstant(zoned.toInstant(), Zone.HELSINKI);
      case OffsetDateTime offset -> LocalDateTime.ofInstant(offset.toInstant(), Zone.HELSINKI);
      default -> LocalDateTime.ofInstant(Instant.from(time), Zone.HELSINKI);
    };
  }
}
