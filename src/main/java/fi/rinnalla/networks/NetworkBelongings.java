package fi.rinnalla.networks;

import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.PersonId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is told to somebody who asks what this room keeps of them.
@Component
class NetworkBelongings implements Belongings {
  private final NetworkRows rows;
  private final DutyRows duties;

  NetworkBelongings(NetworkRows rows, DutyRows duties) {
    this.rows = rows;
    this.duties = duties;
  }

  private record Around(
      String name,
      String contact,
      List<String> functions,
      Instant assembled,
      Instant until,
      Network.@Nullable Meeting meeting) {}

  private record OnDuty(Object organization, String function, String area) {}

  @Override
  public String room() {
    return "networks";
  }

  @Override
  public Map<String, List<?>> of(PersonId person) {
    Map<String, List<?>> all = new LinkedHashMap<>();
    all.put(
        "networks",
        rows.of(person).stream()
            .map(it ->
                new Around(
                    it.name(),
                    it.contact(),
                    it.members().stream().map(member -> member.function().code()).toList(),
                    it.assembledAt(),
                    it.until(),
                    it.agreed()))
            .toList());
    all.put(
        "duties",
        duties.of(person).stream()
            .map(it -> new OnDuty(it.organization(), it.function().code(), it.area().value()))
            .toList());
    return all;
  }
}
