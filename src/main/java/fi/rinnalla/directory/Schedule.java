package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Regular hours: HSDS `schedule`, one row for one window of the day. The rule's parts are kept as
/// the standard words them (RFC 5545 §3.3.10), so that what came in can go out unchanged;
/// [OpeningHours] reads them. Exceptions are ours: HSDS has no place for a holiday (issue 440).
public record Schedule(
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable LocalDate dtstart,
    @Nullable LocalDate until,
    Frequency frequency,
    int interval,
    @Nullable String byday,
    @Nullable String bymonthday,
    @Nullable LocalTime opensAt,
    @Nullable LocalTime closesAt,
    boolean byAppointment,
    Text description,
    List<ExceptionalDay> exceptions) {

  public Schedule {
    if (interval < 1 || interval > 520) {
      throw new IllegalArgumentException("an interval is from 1 to 520: " + interval);
    }
    exceptions = List.copyOf(exceptions);
  }

  /// Every week on these days ("MO,TU"), from this hour to that.
  public static Schedule weekly(String byday, LocalTime opensAt, LocalTime closesAt) {
    return new Schedule(
        null,
        null,
        null,
        null,
        Frequency.WEEKLY,
        1,
        byday,
        null,
        opensAt,
        closesAt,
        false,
        Text.none(),
        List.of());
  }

  public Schedule except(ExceptionalDay... days) {
    return new Schedule(
        validFrom,
        validTo,
        dtstart,
        until,
        frequency,
        interval,
        byday,
        bymonthday,
        opensAt,
        closesAt,
        byAppointment,
        description,
        List.of(days));
  }

  /// The same hours, for those who have booked.
  public Schedule onlyByAppointment() {
    return new Schedule(
        validFrom,
        validTo,
        dtstart,
        until,
        frequency,
        interval,
        byday,
        bymonthday,
        opensAt,
        closesAt,
        true,
        description,
        exceptions);
  }

  /// HSDS allows just these two.
  public enum Frequency {
    WEEKLY,
    MONTHLY
  }

  /// A date with hours of its own; without hours it is closed.
  public record ExceptionalDay(
      LocalDate date, @Nullable LocalTime opensAt, @Nullable LocalTime closesAt) {

    public static ExceptionalDay closed(LocalDate date) {
      return new ExceptionalDay(date, null, null);
    }

    public boolean isClosed() {
      return opensAt == null || closesAt == null;
    }
  }
}
