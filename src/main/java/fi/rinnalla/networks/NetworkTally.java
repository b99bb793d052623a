package fi.rinnalla.networks;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is counted of calls and networks, by the month and the area. A count knows nothing of whom
/// it came from.
@Component
class NetworkTally {
  private static final int SMALL = 5;

  private final JdbcClient jdbc;
  private final Clock clock;

  NetworkTally(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// One number.
  ///
  /// @param what such as `call`
  /// @param detail such as the step of minutes; may be empty
  /// @param n null when it is under five
  record Cell(String what, String detail, @Nullable Integer n) {}

  void count(AreaCode area, String what, String detail) {
    jdbc.sql(
            """
            insert into networks.tally (month, area, what, detail, n)
            values (:month, :area, :what, :detail, 1)
            on conflict (month, area, what, detail) do update set n = tally.n + 1
            """)
        .param("month", LocalDate.ofInstant(clock.instant(), Zone.HELSINKI).withDayOfMonth(1))
        .param("area", area.value())
        .param("what", what)
        .param("detail", detail)
        .update();
  }

  /// Of the last twelve months. A small number is hidden, and so is what it could be reckoned from:
  /// of the details of one thing all or none are told.
  List<Cell> of(Collection<AreaCode> areas) {
    Map<String, List<Cell>> all = new LinkedHashMap<>();
    jdbc.sql(
            """
            select what, detail, sum(n) as n from networks.tally
             where area = any (:areas) and month > :since
             group by what, detail order by what, detail
            """)
        .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
        .param("since", LocalDate.ofInstant(clock.instant(), Zone.HELSINKI).minusMonths(12))
        .query(row -> {
          String what = row.getString("what");
          all.computeIfAbsent(what, _ -> new ArrayList<>())
              .add(new Cell(what, row.getString("detail"), row.getInt("n")));
        });
    boolean small = all.values().stream().flatMap(List::stream).anyMatch(NetworkTally::isSmall);
    List<Cell> told = new ArrayList<>();
    for (List<Cell> cells : all.values()) {
      boolean hidden =
          cells.stream().anyMatch(NetworkTally::isSmall)
              || (small && cells.getFirst().what().equals("call"));
      cells.forEach(it -> told.add(hidden ? new Cell(it.what(), it.detail(), null) : it));
    }
    return told;
  }

  private static boolean isSmall(Cell cell) {
    Integer n = cell.n();
    return n != null && n < SMALL;
  }
}
