package fi.rinnalla.channels;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import fi.rinnalla.vocabulary.Zone;
import java.util.TimeZone;

/// Finland's clock as calendars carry it along: RFC 5545 §3.6.5. The last Sundays of March and
/// October, as the European Union has turned its clocks since 1996; nothing of ours is older.
final class HelsinkiTime {
  private static final int WINTER = 2;
  private static final int SUMMER = 3;

  private HelsinkiTime() {}

  static TimezoneAssignment assignment() {
    VTimezone zone = new VTimezone(Zone.HELSINKI.getId());
    DaylightSavingsTime summer = new DaylightSavingsTime();
    turn(summer, "EEST", new DateTimeComponents(1997, 3, 30, 3, 0, 0, false), WINTER, SUMMER);
    zone.addDaylightSavingsTime(summer);
    StandardTime winter = new StandardTime();
    turn(winter, "EET", new DateTimeComponents(1996, 10, 27, 4, 0, 0, false), SUMMER, WINTER);
    zone.addStandardTime(winter);
    return new TimezoneAssignment(TimeZone.getTimeZone(Zone.HELSINKI), zone);
  }

  private static void turn(
      Observance observance, String name, DateTimeComponents since, int before, int after) {
    observance.setDateStart(since);
    observance.setTimezoneOffsetFrom(new UtcOffset(true, before, 0));
    observance.setTimezoneOffsetTo(new UtcOffset(true, after, 0));
    observance.addTimezoneName(name);
    observance.setRecurrenceRule(
        new Recurrence.Builder(Frequency.YEARLY)
            .byMonth(since.getMonth())
            .byDay(-1, DayOfWeek.SUNDAY)
            .build());
  }
}
