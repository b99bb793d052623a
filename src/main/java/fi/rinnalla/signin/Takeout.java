package fi.rinnalla.signin;

import fi.rinnalla.audit.Audit;
import fi.rinnalla.audit.Entry;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All that the house keeps of a person, in one document that programs read too (GDPR articles 15
/// and 20), with who has looked at it.
@Component
public class Takeout {
  private static final int MOST_LOOKS = 10_000;

  private final List<Belongings> rooms;
  private final Audit audit;
  private final Gate gate;
  private final HouseWork house;
  private final Json json;
  private final Clock clock;

  Takeout(List<Belongings> rooms, Audit audit, Gate gate, HouseWork house, Json json, Clock clock) {
    this.rooms = rooms.stream().sorted(Comparator.comparing(Belongings::room)).toList();
    this.audit = audit;
    this.gate = gate;
    this.house = house;
    this.json = json;
    this.clock = clock;
  }

  /// One who looked. Which worker it was stays between the organization and its people.
  record Look(Instant at, String role, String did, String record) {}

  /// JSON in UTF-8.
  @Transactional
  public String of(Caller caller) {
    PersonId person = caller.person().id();
    gate.open(
        caller,
        Action.READ,
        RecordType.ACCOUNT,
        person.toString(),
        Set.of(Relation.OWN),
        person.value());
    return house.step(() -> {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("told_at", clock.instant().toString());
      rooms.forEach(room -> {
        Map<String, List<?>> its = new LinkedHashMap<>(room.of(person));
        its.values().removeIf(List::isEmpty);
        all.put(room.room(), its);
      });
      List<Look> looks = new ArrayList<>();
      for (Entry entry : audit.about(person.value(), MOST_LOOKS)) {
        looks.add(new Look(entry.at(), entry.role(), entry.action(), entry.record()));
      }
      all.put("looks", looks);
      return json.write(all);
    });
  }
}
