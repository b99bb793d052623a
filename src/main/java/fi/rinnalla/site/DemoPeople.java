package fi.rinnalla.site;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.UuidV5;
import java.util.Optional;
import java.util.UUID;
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
      add("Aino", Lang.FI);
      add("Eero", Lang.FI, Role.ORG_EDITOR, ASSOCIATION);
      add("Olga", Lang.FI, Role.ORG_OWNER, ASSOCIATION);
      add("Veera", Lang.FI, Role.ORG_EDITOR, CITY);
      add("Pia", Lang.SV, Role.ORG_EDITOR, PARISH);
      add("Sanna", Lang.FI, Role.ADVISER, ASSOCIATION);
      add("Joel", Lang.SV, Role.ADVISER, PARISH);
      add("Nea", Lang.FI, Role.NAVIGATOR, ASSOCIATION);
      add("Kerttu", Lang.FI, Role.PROFESSIONAL, CITY);
      add("Helmi", Lang.FI, Role.HOBBY_HANDLER, ASSOCIATION);
      add("Heikki", Lang.FI, Role.HOBBY_HANDLER, ASSOCIATION);
      add("Lumi", Lang.FI, Role.LUURI_WORKER, null);
      add("Raija", Lang.FI, Role.REGION_ADMIN, null);
      add("Valto", Lang.FI, Role.AUDITOR, null);
      return people;
    });
  }

  private void add(String name, Lang lang, Role role, @Nullable UUID organization) {
    add(name, lang)
        .ifPresent(it ->
            people.give(it, role, organization, organization == null ? HYVINKAA : null, null));
  }

  /// One of whom an older release didn't know comes to its database too.
  ///
  /// @return nothing when they are here already
  private Optional<PersonId> add(String name, Lang lang) {
    PersonId id = new PersonId(UuidV5.of("demo", "person", name));
    return people.find(id).isPresent()
        ? Optional.empty()
        : Optional.of(people.add(new Person(id, name, null, lang, true)).id());
  }
}
