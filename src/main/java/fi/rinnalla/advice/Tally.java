package fi.rinnalla.advice;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
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
    /// Somebody came when nobody could answer.
    OUTSIDE,
    /// An adviser took a talk; the seconds waited are added up.
    ANSWERED,
    UNANSWERED,
    RESOLVED,
    VISITOR_LEFT,
    IDLE,
    ABUSE,
    /// What somebody does in danger was shown.
    DANGER,
    CARD,
    QUESTION,
    QUESTION_ANSWERED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  void add(UUID desk, Lang lang, Optional<Topic> topic, What what) {
    add(desk, lang, topic, what, 0);
  }

  void add(UUID desk, Lang lang, Optional<Topic> topic, What what, long amount) {
    ZonedDateTime now = clock.instant().atZone(Zone.HELSINKI);
    jdbc.sql(
            """
            insert into advice.tally (desk, day, hour, lang, topic, what, times, amount)
            values (:desk, :day, :hour, :lang, :topic, :what, 1, :amount)
            on conflict (desk, day, hour, lang, topic, what) do update
              set times = advice.tally.times + 1, amount = advice.tally.amount + :amount
            """)
        .param("desk", desk)
        .param("day", now.toLocalDate())
        .param("hour", now.getHour())
        .param("lang", lang.code())
        .param("topic", Topic.code(topic))
        .param("what", what.code())
        .param("amount", amount)
        .update();
  }
}
