package fi.rinnalla.notifications;

import fi.rinnalla.storage.HouseWork;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits to be sent, for tests of other rooms: in the database it is sealed.
@Component
public class Outbox {
  private final LetterRows rows;
  private final JdbcClient jdbc;
  private final HouseWork house;

  Outbox(LetterRows rows, JdbcClient jdbc, HouseWork house) {
    this.rows = rows;
    this.jdbc = jdbc;
    this.house = house;
  }

  /// Each letter as JSON, in the order they were written.
  public List<String> letters() {
    return house.step(() ->
        jdbc.sql(
                """
                select id, sealed, body::text as body from notifications.letter
                 where outcome = 'WAITING' order by written_at, ctid
                """)
            .query((row, _) -> rows.body(LetterRows.LETTER, row))
            .list());
  }

  /// Those in which something stands.
  public List<String> letters(String words) {
    return letters().stream().filter(it -> it.contains(words)).toList();
  }

  /// The newest link of this kind in the letters to somebody.
  ///
  /// @param path a regular expression
  public String link(String to, String path) {
    return letters(to).reversed().stream()
        .flatMap(it -> Pattern.compile(path).matcher(it).results())
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow();
  }
}
