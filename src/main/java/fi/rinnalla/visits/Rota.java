package fi.rinnalla.visits;

import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.directory.LocationId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Whose turn it is to present itself at an opening of a place, such as the first Saturday of each
/// month, for some months ahead.
///
/// @param organization whose place it is; the rota is its own
/// @param starts the opening that the rule is counted from, local
/// @param rrule RFC 5545 §3.3.10
/// @param until the last day that may have a turn
/// @param sent the presenters have been written to; what changes from then on is told at once
/// @param presenters in the order they were named
public record Rota(
    UUID id,
    UUID organization,
    LocationId location,
    LocalDateTime starts,
    Duration length,
    String rrule,
    LocalDate until,
    boolean sent,
    List<Presenter> presenters) {
  static final int MOST_PRESENTERS = 20;
  static final int MOST_TURNS = 60;

  public Rota {
    presenters = List.copyOf(presenters);
  }

  public boolean isOf(UUID one) {
    return organization.equals(one);
  }

  public Optional<Presenter> presenter(UUID one) {
    return presenters.stream().filter(it -> it.id().equals(one)).findFirst();
  }

  /// Those who still take turns.
  public List<Presenter> taking() {
    return presenters.stream().filter(it -> !it.gone()).toList();
  }

  /// When the place is open by it: not on a public holiday.
  EventRule rule() {
    return new EventRule(
        starts, length, false, rrule, EventRule.Weeks.EVERY, List.of(), List.of(), true);
  }
}
