package fi.rinnalla.identity;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is told to somebody who asks what this room keeps of them.
@Configuration(proxyBeanMethods = false)
class AccountBelongings {

  @Bean
  Belongings ownAccount(OwnRows rows) {
    return rows.belongings(
        "identity",
        Map.of(
            "account",
            """
            select jsonb_build_object(
                     'name', name, 'email', email, 'lang', lang, 'since', made_at)
              from identity.person where id = :person
            """,
            "roles",
            """
            select jsonb_build_object(
                     'role', role, 'organization', organization, 'area', area,
                     'from', given_at, 'until', ended_at)
              from identity.role_held where person = :person order by given_at
            """));
  }
}
