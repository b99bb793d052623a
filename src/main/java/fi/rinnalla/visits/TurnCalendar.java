package fi.rinnalla.visits;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import fi.rinnalla.vocabulary.Lang;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// A presenter's turns for its own calendar: RFC 5545. What it hasn't said yes to is tentative, and
/// a turn that went to somebody else isn't there any more.
public final class TurnCalendar {
  private TurnCalendar() {}

  /// @param summary what a turn is called
  /// @param place where it is
  public static String write(
      Lang lang, List<Turn> turns, String summary, String place, Instant now) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Rinnalla//Rinnalla//" + lang.code().toUpperCase(lang.locale()));
    calendar.setName(summary);
    for (Turn turn : turns) {
      VEvent event = new VEvent();
      event.setUid(turn.id() + "@rinnalla");
      event.setDateTimeStamp(Date.from(now));
      event.setSequence(turn.version());
      event.setDateStart(Date.from(turn.startsAt()));
      event.setDateEnd(Date.from(turn.endsAt()));
      event.setSummary(summary).setLanguage(lang.code());
      if (!place.isEmpty()) {
        event.setLocation(place);
      }
      event.setStatus(
          turn.state() == Turn.State.ACCEPTED ? Status.confirmed() : Status.tentative());
      calendar.addEvent(event);
    }
    return Biweekly.write(calendar).go();
  }
}
