package fi.rinnalla.hsds;

import fi.rinnalla.directory.Areas;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a list is narrowed by; all of it must hold.
///
/// @param term a service has this very term
/// @param taxonomy a service has some term of it
/// @param modifiedAfter changed then or later
/// @param minimumAge as the Open Referral UK profile words it: the service's own minimum is at
///   least this; so with the maximum, the day and the hours
/// @param age of the child: the service's ages hold it
/// @param day with the hours, of one and the same schedule
/// @param postcode the service's areas hold it; a service that names none is not left out
/// @param metres from the middle of the postcode to the place
public record Narrowing(
    @Nullable String search,
    @Nullable UUID term,
    @Nullable UUID taxonomy,
    @Nullable UUID organization,
    @Nullable Instant modifiedAfter,
    @Nullable BigDecimal minimumAge,
    @Nullable BigDecimal maximumAge,
    @Nullable BigDecimal age,
    @Nullable DayOfWeek day,
    @Nullable LocalTime start,
    @Nullable LocalTime end,
    Areas.@Nullable Postcode postcode,
    @Nullable Double metres) {

  public static final Narrowing NONE =
      new Narrowing(null, null, null, null, null, null, null, null, null, null, null, null, null);

  /// Without what a service's places are asked one by one.
  Narrowing ofServices() {
    return new Narrowing(
        search,
        term,
        taxonomy,
        organization,
        null,
        minimumAge,
        maximumAge,
        age,
        null,
        null,
        null,
        null,
        null);
  }

  /// A day of the week as it may be asked: `MO`, `Monday`.
  public static Optional<DayOfWeek> day(String word) {
    return Opening.day(word);
  }

  boolean asksHours() {
    return day != null || start != null || end != null;
  }
}
