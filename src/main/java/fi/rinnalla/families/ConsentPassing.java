package fi.rinnalla.families;

import fi.rinnalla.families.Consent.State;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What becomes of consents without a press: nobody answers, their time is out, or whoever gave
/// them leaves.
@Component
class ConsentPassing {
  private final Consents consents;
  private final ConsentRows rows;
  private final FamilySettings settings;
  private final HouseWork house;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ConsentPassing(
      Consents consents,
      ConsentRows rows,
      FamilySettings settings,
      HouseWork house,
      ApplicationEventPublisher events,
      Clock clock) {
    this.consents = consents;
    this.rows = rows;
    this.settings = settings;
    this.house = house;
    this.events = events;
    this.clock = clock;
  }

  void pass() {
    Instant now = clock.instant();
    for (ConsentId id : house.step(() -> rows.due(now.minus(settings.asked()), now))) {
      house.step(() -> {
        rows.hold(id).ifPresent(it -> pass(it, now));
        return id;
      });
    }
    ZonedDateTime before = now.atZone(Zone.HELSINKI).minus(settings.kept());
    house.step(() -> {
      rows.forgetEnded(before.toInstant());
      return before;
    });
  }

  private void pass(Consent it, Instant now) {
    if (it.state() == State.REQUESTED) {
      rows.put(it.ended(State.LAPSED, now));
      events.publishEvent(new ConsentDecided(it.id()));
    } else if (it.state() == State.GIVEN && !it.isGiven(now)) {
      consents.end(it, State.EXPIRED);
    }
  }

  /// Whoever leaves takes their word back, and nothing stays of it.
  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      for (Consent consent : rows.of(left.person())) {
        rows.hold(consent.id())
            .filter(it -> it.state() == State.GIVEN)
            .ifPresent(it -> consents.end(it, State.WITHDRAWN));
      }
      rows.delete(left.person());
      return left;
    });
  }
}
