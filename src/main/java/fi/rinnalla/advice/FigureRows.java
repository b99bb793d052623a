package fi.rinnalla.advice;

import fi.rinnalla.vocabulary.Lang;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the tally.
@Component
class FigureRows {
  private final JdbcClient jdbc;

  FigureRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How often something happened in one hour of a day.
  record Cell(
      LocalDate day, int hour, Lang lang, Optional<Topic> topic, Tally.What what, int times) {}

  /// @param last the last day, itself too
  List<Cell> of(Collection<UUID> desks, LocalDate first, LocalDate last) {
    return jdbc.sql(
            """
            select day, hour, lang, topic, what, sum(times) as times from advice.tally
             where desk = any (:desks) and day between :first and :last
             group by day, hour, lang, topic, what
             order by day, hour, lang, topic, what
            """)
        .param("desks", desks.toArray(UUID[]::new))
        .param("first", first)
        .param("last", last)
        .query((row, _) ->
            new Cell(
                row.getObject("day", LocalDate.class),
                row.getInt("hour"),
                Lang.find(row.getString("lang")).orElse(Lang.FI),
                Topic.find(row.getString("topic")),
                Tally.What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                row.getInt("times")))
        .list();
  }
}
