package fi.rinnalla.advice;

import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When a desk answers: its usual week, and the days that aren't as usual.
public record DutyHours(List<DutyWindow> week, List<DutyException> exceptions) {
  /// No exception is planned further ahead.
  private static final int LOOKS_AHEAD_DAYS = 400;

  public DutyHours {
    week = List.copyOf(week);
    exceptions = List.copyOf(exceptions);
  }

  private record Open(Instant from, Instant until) {}

  public boolean isOpenAt(Instant now) {
    return closes(now).isPresent();
  }

  /// When the window that is open now closes.
  public Optional<Instant> closes(Instant now) {
    return on(day(now))
        .filter(it -> !now.isBefore(it.from()) && now.isBefore(it.until()))
        .map(Open::until)
        .max(Comparator.naturalOrder());
  }

  /// When it opens next; nothing when no opening is known.
  public Optional<Instant> opensNext(Instant now) {
    LocalDate today = day(now);
    return Stream.iterate(today, it -> it.plusDays(1))
        .limit(LOOKS_AHEAD_DAYS)
        .flatMap(this::on)
        .map(Open::from)
        .filter(it -> it.isAfter(now))
        .findFirst();
  }

  /// Why this day isn't as usual; nothing to say when it is.
  public Text reason(Instant now) {
    return exception(day(now)).map(DutyException::reason).orElse(Text.none());
  }

  /// Of several exceptions of a day the one that says most closely which days it means.
  private Optional<DutyException> exception(LocalDate day) {
    return exceptions.stream()
        .filter(it -> it.isOn(day))
        .min(Comparator.comparing(it -> ChronoUnit.DAYS.between(it.first(), it.last())));
  }

  private Stream<Open> on(LocalDate day) {
    Optional<DutyException> exception = exception(day);
    Stream<Open> open =
        exception.isPresent()
            ? exception.get().windows().stream().map(it -> open(day, it.opens(), it.closes()))
            : week.stream()
                .filter(it -> it.weekday() == day.getDayOfWeek())
                .map(it -> open(day, it.opens(), it.closes()));
    return open.sorted(Comparator.comparing(Open::from));
  }

  private static Open open(LocalDate day, LocalTime opens, LocalTime closes) {
    return new Open(
        day.atTime(opens).atZone(Zone.HELSINKI).toInstant(),
        day.atTime(closes).atZone(Zone.HELSINKI).toInstant());
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, Zone.HELSINKI);
  }
}
