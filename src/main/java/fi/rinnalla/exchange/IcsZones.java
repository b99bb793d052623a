package fi.rinnalla.exchange;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceDates;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import com.ibm.icu.util.TimeZone;
import fi.rinnalla.vocabulary.Zone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the zones that a calendar names and doesn't describe. Outlook writes the names of Windows
/// (`FLE Standard Time`) or of its menu (`(UTC+02:00) Helsinki, Kyiv, Riga, …`); biweekly knows
/// only IANA's, and would read the rest by the clock of the computer it runs on.
final class IcsZones {
  private final Sink sink;
  private final Map<String, ZoneId> found = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  IcsZones(Sink sink) {
    this.sink = sink;
  }

  /// Gives the times whose zone biweekly did not find their instants.
  void settle(ICalendar calendar) {
    for (VEvent event : calendar.getEvents()) {
      for (ICalProperty property : event.getProperties().values()) {
        // biweekly takes the name away from what it has settled.
        String name = property.getParameters().getTimezoneId();
        if (name != null) {
          ZoneId zone = found.computeIfAbsent(name, this::zone);
          dates(property).forEach(date -> settle(date, zone));
        }
      }
    }
  }

  private static void settle(@Nullable ICalDate date, ZoneId zone) {
    if (date != null && date.hasTime() && date.getRawComponents() != null) {
      date.setTime(date.getRawComponents().toDate(java.util.TimeZone.getTimeZone(zone)).getTime());
    }
  }

  private static List<@Nullable ICalDate> dates(ICalProperty property) {
    List<@Nullable ICalDate> dates = new ArrayList<>();
    switch (property) {
      case DateOrDateTimeProperty one -> dates.add(one.getValue());
      case ExceptionDates except -> dates.addAll(except.getValues());
      case RecurrenceDates extra -> {
        dates.addAll(extra.getDates());
        for (Period period : extra.getPeriods()) {
          dates.add(period.getStartDate());
          dates.add(period.getEndDate());
        }
      }
      default -> {}
    }
    return dates;
  }

  private ZoneId zone(String name) {
    String plain = name.replace("\"", "").strip();
    String iana = TimeZone.getIDForWindowsID(plain, "FI");
    if (iana == null && ofFinland(plain)) {
      return Zone.HELSINKI;
    }
    try {
      // "/freeassociation.sourceforge.net/Europe/Helsinki" and its like end with IANA's name.
      return ZoneId.of(iana == null ? plain.replaceFirst("^/.*/(\\w+/\\w+)$", "$1") : iana);
    } catch (DateTimeException nobodyKnows) {
      if (told.add(plain)) {
        sink.notice(new FeedNotice.UnknownTimeZone(plain));
      }
      return Zone.HELSINKI;
    }
  }

  private static boolean ofFinland(String menu) {
    String words = menu.toLowerCase(Locale.ROOT);
    return words.contains("helsinki") || words.contains("helsingfors");
  }
}
