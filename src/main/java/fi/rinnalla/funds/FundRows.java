package fi.rinnalla.funds;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Funds and their rounds as rows.
@Component
class FundRows {
  private final JdbcClient jdbc;
  private final Json json;

  FundRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(Fund it, Instant now) {
    jdbc.sql(
            """
            insert into funds.fund
              (id, organization, name, donor, budget_cents, youngest, oldest, areas, most_cents,
               made_at)
            values (:id, :organization, cast(:name as jsonb), :donor, :budget, :youngest, :oldest,
                    :areas, :most, :now)
            """)
        .param("id", it.id().value())
        .param("organization", it.organization().value())
        .param("name", json.write(it.name()))
        .param("donor", it.donor())
        .param("budget", it.budgetCents())
        .param("youngest", it.youngest())
        .param("oldest", it.oldest())
        .param("areas", it.areas().stream().map(AreaCode::value).toArray(String[]::new))
        .param("most", it.mostCents())
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Fund> find(FundId id) {
    return jdbc.sql("select * from funds.fund where id = :id")
        .param("id", id.value())
        .query(this::fund)
        .optional();
  }

  /// The fund held until the end of the transaction: whoever gives of its money stands in a line.
  /// It is taken before any of its applications.
  Optional<Fund> hold(FundId id) {
    return jdbc.sql("select * from funds.fund where id = :id for update")
        .param("id", id.value())
        .query(this::fund)
        .optional();
  }

  List<Fund> of(OrganizationId organization) {
    return jdbc.sql("select * from funds.fund where organization = :organization order by made_at")
        .param("organization", organization.value())
        .query(this::fund)
        .list();
  }

  List<Fund> all() {
    return jdbc.sql("select * from funds.fund order by made_at").query(this::fund).list();
  }

  /// More is promised, or some of it came back.
  void commit(FundId id, long cents) {
    jdbc.sql("update funds.fund set committed_cents = committed_cents + :cents where id = :id")
        .param("cents", cents)
        .param("id", id.value())
        .update();
  }

  /// More had no money, or some of it has by now.
  void refuse(FundId id, long cents) {
    jdbc.sql("update funds.fund set refused_cents = refused_cents + :cents where id = :id")
        .param("cents", cents)
        .param("id", id.value())
        .update();
  }

  void topUp(FundId id, long cents) {
    jdbc.sql("update funds.fund set budget_cents = budget_cents + :cents where id = :id")
        .param("cents", cents)
        .param("id", id.value())
        .update();
  }

  void add(FundRound round) {
    jdbc.sql("insert into funds.round values (:id, :fund, :opens, :closes)")
        .param("id", round.id().value())
        .param("fund", round.fund().value())
        .param("opens", round.opens())
        .param("closes", round.closes())
        .update();
  }

  Optional<FundRound> find(FundRoundId id) {
    return jdbc.sql("select * from funds.round where id = :id")
        .param("id", id.value())
        .query(FundRows::round)
        .optional();
  }

  List<FundRound> rounds(FundId fund) {
    return jdbc.sql("select * from funds.round where fund = :fund order by opens desc")
        .param("fund", fund.value())
        .query(FundRows::round)
        .list();
  }

  List<FundRound> notClosed(LocalDate today) {
    return jdbc.sql("select * from funds.round where closes >= :today order by opens, closes")
        .param("today", today)
        .query(FundRows::round)
        .list();
  }

  private Fund fund(ResultSet row, int number) throws SQLException {
    return new Fund(
        new FundId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization", UUID.class)),
        json.read(row.getString("name"), Text.class),
        row.getString("donor"),
        row.getLong("budget_cents"),
        row.getLong("committed_cents"),
        row.getLong("refused_cents"),
        row.getInt("youngest"),
        row.getInt("oldest"),
        Arrays.stream((String[]) row.getArray("areas").getArray())
            .map(AreaCode::new)
            .collect(Collectors.toUnmodifiableSet()),
        row.getInt("most_cents"));
  }

  private static FundRound round(ResultSet row, int number) throws SQLException {
    return new FundRound(
        new FundRoundId(row.getObject("id", UUID.class)),
        new FundId(row.getObject("fund", UUID.class)),
        row.getObject("opens", LocalDate.class),
        row.getObject("closes", LocalDate.class));
  }
}
