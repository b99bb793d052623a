package fi.rinnalla.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/// A meeting for somebody's own calendar, as iCalendar (RFC 5545). Others may see the calendar, so
/// it says that there is a meeting and when: not with whom, where or why.
///
/// @param uid the same each time, so that a moved meeting moves in the calendar too
public record PrivateMeeting(String uid, String summary, Instant startsAt) {
  private static final Duration LASTS = Duration.ofHours(1);

  /// @return UTF-8, to be sent as `text/calendar`
  public byte[] toBytes(Instant now) {
    VEvent event = new VEvent();
    event.setUid(uid + "@rinnalla");
    event.setDateTimeStamp(Date.from(now));
    event.setLastModified(Date.from(now));
    event.setSummary(summary);
    event.setClassification(Classification.private_());
    event.setDateStart(Date.from(startsAt));
    event.setDateEnd(Date.from(startsAt.plus(LASTS)));
    ICalendar calendar = new ICalendar();
    calendar.addEvent(event);
    return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
  }
}
