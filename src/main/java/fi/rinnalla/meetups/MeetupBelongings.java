package fi.rinnalla.meetups;

import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.OwnRows;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is told to somebody who asks what this room keeps of them.
@Configuration(proxyBeanMethods = false)
class MeetupBelongings {

  @Bean
  Belongings ownMeetupRows(OwnRows rows) {
    return rows.belongings(
        "meetups",
        Map.of(
            "hosted",
            """
            select jsonb_build_object(
                     'what', what, 'title', title, 'words', words, 'first_name', host_name,
                     'place', place, 'starts', starts_at, 'state', state, 'asked', asked_at)
              from meetups.meetup where host = :person order by asked_at
            """,
            "messages",
            """
            select jsonb_build_object(
                     'gathering', gathering, 'words', words, 'first_name', author_name,
                     'state', state, 'written', written_at)
              from meetups.message where author = :person order by written_at
            """,
            "groups",
            """
            select jsonb_build_object(
                     'group', family_group, 'first_name', name, 'host', host, 'since', joined_at)
              from meetups.member where person = :person order by joined_at
            """,
            "told_to_be_wrong",
            """
            select jsonb_build_object('gathering', gathering, 'why', why, 'told', told_at)
              from meetups.alert where reporter = :person order by told_at
            """));
  }
}
