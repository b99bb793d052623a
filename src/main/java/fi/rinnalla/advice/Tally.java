package fi.rinnalla.advice;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What stays of talks and questions: how often, in which hour, about what and in which language.
@Component
class Tally {
  private final JdbcClient jdbc;
  private final Clock clock;

  Tally(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  enum What {
    /// A talk was begun.
    CONTACT,
    /// Somebody pressed the button, or left a question, when nobody could answer.
    OUTSIDE,
    /// An adviser took a talk.
    ANSWERED,
    /// For how long it had waited, by steps: of no talk the time is known.
    WAIT_1,
    WAIT_2,
    WAIT_5,
    WAIT_10,
    WAIT_20,
    WAIT_40,
    WAIT_LONGER,
    UNANSWERED,
    RESOLVED,
    VISITOR_LEFT,
    IDLE,
    ABUSE,
    /// What somebody does in danger was shown.
    DANGER,
    CARD,
    /// An adviser showed something of the directory in a talk for the first time.
    LED,
    /// An adviser showed the way to asking for help by name.
    HELP,
    QUESTION,
    QUESTION_ANSWERED,
    /// A question had no answer by the time that was promised.
    QUESTION_LATE;

    static What waited(Duration waited) {
      long minutes = waited.toMinutes();
      if (minutes < 1) {
        return WAIT_1;
      }
      if (minutes < 2) {
        return WAIT_2;
      }
      if (minutes < 5) {
        return WAIT_5;
      }
      if (minutes < 10) {
        return WAIT_10;
      }
      if (minutes < 20) {
        return WAIT_20;
      }
      return minutes < 40 ? WAIT_40 : WAIT_LONGER;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  void add(UUID desk, Lang lang, Optional<Topic> topic, What what) {
    ZonedDateTime now = clock.instant().atZone(Zone.HELSINKI);
    jdbc.sql(
            """
            insert into advice.tally (desk, day, hour, lang, topic, what, times)
            values (:desk, :day, :hour, :lang, :topic, :what, 1)
            on conflict (desk, day, hour, lang, topic, what) do update
              set times = advice.tally.times + 1
            """)
        .param("desk", desk)
        .param("day", now.toLocalDate())
        .param("hour", now.getHour())
        .param("lang", lang.code())
        .param("topic", Topic.code(topic))
        .param("what", what.code())
        .update();
  }
}
