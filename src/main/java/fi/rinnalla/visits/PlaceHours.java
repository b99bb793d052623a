package fi.rinnalla.visits;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// When a meeting place is open: by its own hours, or else by those of the services held there.
@Component
class PlaceHours {
  private final Directory directory;

  PlaceHours(Directory directory) {
    this.directory = directory;
  }

  /// Hours that one can walk in at.
  List<Schedule> of(Location place) {
    List<Schedule> own = walkIn(place.schedules().stream());
    return own.isEmpty()
        ? walkIn(
            directory.servicesAt(List.of(place.id())).stream()
                .filter(it -> !it.isWithdrawn())
                .flatMap(it -> it.record().schedules().stream()))
        : own;
  }

  private static List<Schedule> walkIn(Stream<Schedule> schedules) {
    return schedules.filter(it -> !it.byAppointment()).toList();
  }

  /// Whether the hours say that the place is open on a day; nothing when no hours are told.
  Optional<Boolean> isOpen(Location place, LocalDate day) {
    List<Schedule> hours = of(place);
    return hours.isEmpty()
        ? Optional.empty()
        : Optional.of(!OpeningHours.of(hours).on(day).isEmpty());
  }

  /// Whether the place told that it is shut on this very day.
  static boolean isShut(List<Schedule> hours, LocalDate day) {
    return hours.stream()
        .flatMap(it -> it.exceptions().stream())
        .anyMatch(it -> it.date().equals(day) && it.isClosed());
  }

  /// A schedule's days as RFC 5545 writes them.
  static String rrule(Schedule hours) {
    List<String> parts = new ArrayList<>(List.of("FREQ=" + hours.frequency()));
    if (hours.interval() > 1) {
      parts.add("INTERVAL=" + hours.interval());
    }
    Optional.ofNullable(hours.byday())
        .filter(it -> !it.isBlank())
        .ifPresent(it -> parts.add("BYDAY=" + it.strip().replaceAll("[,\\s]+", ",")));
    Optional.ofNullable(hours.bymonthday())
        .filter(it -> !it.isBlank())
        .ifPresent(it -> parts.add("BYMONTHDAY=" + it.strip().replaceAll("[,\\s]+", ",")));
    return String.join(";", parts);
  }

  /// The hours to begin a rota from: a Saturday's if there are any, else the first.
  Optional<Schedule> usual(Location place) {
    List<Schedule> told =
        of(place).stream().filter(it -> it.opensAt() != null && it.closesAt() != null).toList();
    return told.stream()
        .filter(it -> Objects.requireNonNullElse(it.byday(), "").contains("SA"))
        .findFirst()
        .or(() -> told.stream().findFirst());
  }
}
