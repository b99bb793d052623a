package fi.rinnalla.networks;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who is on duty in the demo: made up, all of it.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoDuties {
  private static final AreaCode HYVINKAA = AreaCode.municipality("106");
  private static final Map<String, Function> ON_DUTY =
      Map.of(
          "Veera", Function.FAMILY_WORK,
          "Kerttu", Function.PUPIL_WELFARE,
          "Eero", Function.ASSOCIATION,
          "Pia", Function.PARISH);

  private final DutyRows duties;
  private final People people;
  private final HouseWork house;
  private final Clock clock;

  DemoDuties(DutyRows duties, People people, HouseWork house, Clock clock) {
    this.duties = duties;
    this.people = people;
    this.house = house;
    this.clock = clock;
  }

  /// After the demo's people.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void arrive(ApplicationReadyEvent ready) {
    house.step(() -> {
      people.demo().forEach(this::putOnDuty);
      return ready;
    });
  }

  private void putOnDuty(Person person) {
    Function function = ON_DUTY.get(person.name());
    if (function != null && duties.of(person.id()).isEmpty()) {
      people.roles(person.id()).stream()
          .map(RoleHeld::organization)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(it ->
              duties.put(
                  new Duty(
                      UUID.randomUUID(), new OrganizationId(it), function, HYVINKAA, person.id()),
                  clock.instant()));
    }
  }
}
