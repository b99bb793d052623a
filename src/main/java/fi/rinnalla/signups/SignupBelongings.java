package fi.rinnalla.signups;

import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.OwnRows;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is told to somebody who asks what this room keeps of them.
@Configuration(proxyBeanMethods = false)
class SignupBelongings {

  @Bean
  Belongings ownSignupRows(OwnRows rows) {
    return rows.belongings(
        "signups",
        Map.of(
            "signups",
            """
            select jsonb_build_object(
                     'event', event, 'state', state, 'adults', adults,
                     'ages_of_children', children, 'name', name, 'made', made_at)
              from signups.signup where person = :person and state <> 'held' order by made_at
            """,
            "attendance",
            """
            select jsonb_build_object('event', s.event, 'time', a.recurrence_id, 'mark', a.mark)
              from signups.attendance a join signups.signup s on s.id = a.signup
             where s.person = :person order by a.recurrence_id
            """));
  }
}
