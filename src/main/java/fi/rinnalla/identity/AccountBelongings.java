package fi.rinnalla.identity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is told to somebody who asks what this room keeps of them.
@Component
class AccountBelongings implements Belongings {
  private final PeopleRows rows;
  private final Belongings roles;

  AccountBelongings(PeopleRows rows, OwnRows own) {
    this.rows = rows;
    this.roles =
        own.belongings(
            room(),
            Map.of(
                "roles",
                """
                select jsonb_build_object(
                         'role', role, 'organization', organization, 'area', area,
                         'from', given_at, 'until', ended_at)
                  from identity.role_held where person = :person order by given_at
                """));
  }

  private record Account(
      String name, @Nullable String email, String lang, @Nullable Instant since) {}

  @Override
  public String room() {
    return "identity";
  }

  @Override
  public Map<String, List<?>> of(PersonId person) {
    Map<String, List<?>> all = new LinkedHashMap<>();
    Instant since = rows.since(person).orElse(null);
    all.put(
        "account",
        rows.find(person).stream()
            .map(it -> new Account(it.name(), it.email(), it.lang().code(), since))
            .toList());
    all.putAll(roles.of(person));
    return all;
  }
}
