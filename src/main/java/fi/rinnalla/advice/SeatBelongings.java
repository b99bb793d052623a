package fi.rinnalla.advice;

import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.OwnRows;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is told to somebody who asks what this room keeps of them.
@Configuration(proxyBeanMethods = false)
class SeatBelongings {

  @Bean
  Belongings ownSeats(OwnRows rows) {
    return rows.belongings(
        "advice",
        Map.of(
            "seats",
            """
            select jsonb_build_object('desk', desk, 'name', name, 'seats', seats)
              from advice.adviser where person = :person order by desk
            """));
  }
}
