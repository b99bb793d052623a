package fi.rinnalla.signin;

import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.OwnRows;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is told to somebody who asks what this room keeps of them.
@Configuration(proxyBeanMethods = false)
class FactorBelongings {

  @Bean
  Belongings ownFactors(OwnRows rows) {
    return rows.belongings(
        "signin",
        Map.of(
            "passkeys",
            """
            select jsonb_build_object('name', label, 'added', added_at, 'used', used_at)
              from signin.passkey where person = :person order by added_at
            """,
            "accounts_elsewhere",
            """
            select jsonb_build_object('provider', issuer, 'added', linked_at, 'used', used_at)
              from signin.outside where person = :person order by linked_at
            """));
  }
}
