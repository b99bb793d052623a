package fi.rinnalla.advice;

import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The desks as everybody sees them: what they are called, and whether somebody answers now.
@Component
public class Desks {
  private final DeskRows rows;
  private final AdviserRows advisers;
  private final ChatRows chats;
  private final AdviceSettings settings;
  private final HouseWork house;
  private final Clock clock;

  Desks(
      DeskRows rows,
      AdviserRows advisers,
      ChatRows chats,
      AdviceSettings settings,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.advisers = advisers;
    this.chats = chats;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// A desk and how it stands with it.
  ///
  /// @param reason why today isn't as usual, if somebody said so
  /// @param answerBy until when a question that is left now is answered
  public record Shown(AdviceDesk desk, DeskState state, Text reason, Instant answerBy) {}

  /// Those that have hours, the open ones first.
  public List<Shown> shown() {
    return house.step(() ->
        rows.all().stream()
            .map(this::shown)
            .filter(it ->
                !(it.state() instanceof DeskState.Closed closed && closed.opensNext() == null))
            .sorted(java.util.Comparator.comparing((Shown it) -> !it.state().isOpen()))
            .toList());
  }

  public Optional<Shown> find(UUID id) {
    return house.step(() -> rows.find(id).map(this::shown));
  }

  /// Whether somebody is there who takes new ones, whatever its hours say.
  boolean isAttended(UUID desk) {
    Instant now = clock.instant();
    return advisers.of(desk).stream().anyMatch(it -> it.takesNewOnes(now, settings.alive()));
  }

  Shown shown(AdviceDesk desk) {
    Instant now = clock.instant();
    DutyHours hours = rows.hours(desk.id());
    return new Shown(desk, state(desk, hours, now), hours.reason(now), answerBy(desk, hours, now));
  }

  private DeskState state(AdviceDesk desk, DutyHours hours, Instant now) {
    List<Adviser> there =
        advisers.of(desk.id()).stream()
            .filter(it -> it.takesNewOnes(now, settings.alive()))
            .toList();
    return DeskState.of(
        desk,
        hours,
        now,
        there.size(),
        there.stream().mapToInt(Adviser::seats).sum(),
        chats.talking(desk.id()),
        chats.inQueue(desk.id()),
        Math.toIntExact(settings.talk().toMinutes()));
  }

  /// A question waits no longer than the desk promises, counted from when somebody is there to read
  /// it.
  private static Instant answerBy(AdviceDesk desk, DutyHours hours, Instant now) {
    Instant read = hours.isOpenAt(now) ? now : hours.opensNext(now).orElse(now);
    return read.plus(Duration.ofHours(desk.answerHours()));
  }
}
