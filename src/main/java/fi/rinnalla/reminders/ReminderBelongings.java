package fi.rinnalla.reminders;

import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.OwnRows;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is told to somebody who asks what this room keeps of them.
@Configuration(proxyBeanMethods = false)
class ReminderBelongings {

  @Bean
  Belongings ownReminderRows(OwnRows rows) {
    return rows.belongings(
        "reminders",
        Map.of(
            "addresses",
            """
            select jsonb_build_object('channel', channel, 'address', address, 'since', made_at)
              from reminders.recipient where person = :person order by made_at
            """,
            "reminders",
            """
            select jsonb_build_object(
                     'event', r.event, 'time', r.recurrence_id, 'state', r.state,
                     'made', r.made_at)
              from reminders.reminder r join reminders.recipient t on t.id = r.recipient
             where t.person = :person order by r.made_at
            """));
  }
}
