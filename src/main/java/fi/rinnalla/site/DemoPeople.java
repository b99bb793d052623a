package fi.rinnalla.site;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.UuidV5;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The people of the demo region, one for each role: made up, all of them.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoPeople {
  private static final AreaCode HYVINKAA = AreaCode.municipality("106");

  /// The demo association, city and parish, by their ids in `demo/hsds/organizations.csv`.
  private static final UUID ASSOCIATION = UUID.fromString("816c0f52-a91c-53f4-9a7c-ee25e97b26d8");

  /// Keeps the meeting place Pikku-Veturi.
  private static final UUID CITY = UUID.fromString("1606f067-ee12-55e5-8e47-ea44315e2f16");

  private static final UUID PARISH = UUID.fromString("f1fbcb05-cda4-5ec2-9072-6d91c9f2ffaa");

  private final People people;

  DemoPeople(People people) {
    this.people = people;
  }

  /// First of all: what else the demo has is told of them.
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void arrive(ApplicationReadyEvent ready) {
    Viewer.house(() -> {
      Set<PersonId> here = people.demo().stream().map(Person::id).collect(Collectors.toSet());
      add(here, "Aino", Lang.FI, null, null, null);
      add(here, "Eero", Lang.FI, Role.ORG_EDITOR, ASSOCIATION, null);
      add(here, "Olga", Lang.FI, Role.ORG_OWNER, ASSOCIATION, null);
      add(here, "Veera", Lang.FI, Role.ORG_EDITOR, CITY, null);
      add(here, "Pia", Lang.SV, Role.ORG_EDITOR, PARISH, null);
      add(here, "Sanna", Lang.FI, Role.ADVISER, ASSOCIATION, null);
      add(here, "Joel", Lang.SV, Role.ADVISER, PARISH, null);
      add(here, "Raija", Lang.FI, Role.REGION_ADMIN, null, HYVINKAA);
      add(here, "Valto", Lang.FI, Role.AUDITOR, null, HYVINKAA);
      return people;
    });
  }

  /// Whoever isn't here yet: a database may be older than some of them.
  private void add(
      Set<PersonId> here,
      String name,
      Lang lang,
      @Nullable Role role,
      @Nullable UUID organization,
      @Nullable AreaCode area) {
    PersonId id = new PersonId(UuidV5.of("demo", "person", name));
    if (here.contains(id)) {
      return;
    }
    people.add(new Person(id, name, null, lang, true));
    if (role != null) {
      people.give(id, role, organization, area, null);
    }
  }
}
