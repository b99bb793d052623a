package fi.rinnalla.workspace;

import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.OwnRows;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is told to somebody who asks what this room keeps of them.
@Configuration(proxyBeanMethods = false)
class ClaimBelongings {

  @Bean
  Belongings ownClaims(OwnRows rows) {
    return rows.belongings(
        "workspace",
        Map.of(
            "claims",
            """
            select jsonb_build_object(
                     'organization', organization, 'words', words, 'state', state,
                     'made', made_at, 'reason', reason)
              from workspace.claim where person = :person order by made_at
            """));
  }
}
