package fi.rinnalla.visits;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.vocabulary.Lang;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `visits.rota` and of who takes turns in it.
@Component
class RotaRows {
  private final JdbcClient jdbc;

  RotaRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Rota rota, Instant now) {
    jdbc.sql(
            """
            insert into visits.rota
              (id, organization, location, starts, minutes, rrule, until, planned_at)
            values (:id, :organization, :location, :starts, :minutes, :rrule, :until, :now)
            """)
        .param("id", rota.id())
        .param("organization", rota.organization())
        .param("location", rota.location().value())
        .param("starts", rota.starts())
        .param("minutes", rota.length().toMinutes())
        .param("rrule", rota.rrule())
        .param("until", rota.until())
        .param("now", Timestamp.from(now))
        .update();
  }

  void sent(Rota rota) {
    jdbc.sql("update visits.rota set sent = true where id = :id").param("id", rota.id()).update();
  }

  void put(Rota rota, Presenter presenter) {
    jdbc.sql(
            """
            insert into visits.presenter
              (id, rota, organization, partner, name, email, lang, off_months, place)
            values (:id, :rota, :organization, :partner, :name, :email, :lang, :off,
                    (select count(*) from visits.presenter where rota = :rota))
            on conflict (id) do update
              set off_months = excluded.off_months, email = excluded.email, gone = :gone
            """)
        .param("id", presenter.id())
        .param("rota", rota.id())
        .param("organization", rota.organization())
        .param("partner", presenter.partner())
        .param("name", presenter.name())
        .param("email", presenter.email())
        .param("lang", presenter.lang().code())
        .param("off", presenter.offMonths().stream().map(Month::getValue).toArray(Integer[]::new))
        .param("gone", presenter.gone())
        .update();
  }

  void remove(Presenter presenter) {
    jdbc.sql("delete from visits.presenter where id = :id").param("id", presenter.id()).update();
  }

  void remove(Rota rota) {
    // The turns first: each points at its presenter.
    jdbc.sql("delete from visits.turn where rota = :rota").param("rota", rota.id()).update();
    jdbc.sql("delete from visits.rota where id = :rota").param("rota", rota.id()).update();
  }

  Optional<Rota> find(UUID id) {
    return rotas("id = :id", "id", id).stream().findFirst();
  }

  /// Held until the end of the transaction: whoever changes a turn holds its rota, so that of two
  /// who reach for the same turn one has it.
  Optional<Rota> hold(UUID id) {
    return jdbc.sql("select id from visits.rota where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  /// The latest first.
  List<Rota> of(UUID organization) {
    return rotas("organization = :organization", "organization", organization);
  }

  List<Rota> at(LocationId location) {
    return rotas("location = :location", "location", location.value());
  }

  Optional<Rota> withPresenter(UUID presenter) {
    return rotas(
            "id = (select rota from visits.presenter where id = :presenter)",
            "presenter",
            presenter)
        .stream()
        .findFirst();
  }

  boolean any() {
    return jdbc.sql("select exists (select from visits.rota)").query(Boolean.class).single();
  }

  void link(byte[] digest, UUID presenter, Instant until) {
    jdbc.sql(
            """
            insert into visits.turn_link (digest, presenter, until)
            values (:digest, :presenter, :until)
            """)
        .param("digest", digest)
        .param("presenter", presenter)
        .param("until", Timestamp.from(until))
        .update();
  }

  void unlink(Presenter presenter) {
    jdbc.sql("delete from visits.turn_link where presenter = :presenter")
        .param("presenter", presenter.id())
        .update();
  }

  Optional<UUID> byLink(byte[] digest, Instant now) {
    return jdbc.sql(
            "select presenter from visits.turn_link where digest = :digest and until > :now")
        .param("digest", digest)
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .optional();
  }

  /// Links that are over, and addresses of rotas that are.
  ///
  /// @return how many were forgotten
  int forget(Instant now) {
    int links =
        jdbc.sql("delete from visits.turn_link where until <= :now")
            .param("now", Timestamp.from(now))
            .update();
    return links
        + jdbc.sql(
                """
                update visits.presenter p set email = null
                 where email is not null
                   and exists (select from visits.turn t where t.rota = p.rota)
                   and not exists
                     (select from visits.turn t where t.rota = p.rota and t.ends_at > :now)
                """)
            .param("now", Timestamp.from(now))
            .update();
  }

  private List<Rota> rotas(String where, String name, Object value) {
    return jdbc
        .sql("select * from visits.rota where " + where + " order by planned_at desc, id")
        .param(name, value)
        .query((row, _) -> rota(row))
        .list()
        .stream()
        .map(it ->
            new Rota(
                it.id(),
                it.organization(),
                it.location(),
                it.starts(),
                it.length(),
                it.rrule(),
                it.until(),
                it.sent(),
                presenters(it.id())))
        .toList();
  }

  private List<Presenter> presenters(UUID rota) {
    return jdbc.sql("select * from visits.presenter where rota = :rota order by place, id")
        .param("rota", rota)
        .query((row, _) -> presenter(row))
        .list();
  }

  private static Rota rota(ResultSet row) throws SQLException {
    return new Rota(
        row.getObject("id", UUID.class),
        row.getObject("organization", UUID.class),
        new LocationId(row.getObject("location", UUID.class)),
        row.getObject("starts", LocalDateTime.class),
        Duration.ofMinutes(row.getInt("minutes")),
        row.getString("rrule"),
        row.getObject("until", LocalDate.class),
        row.getBoolean("sent"),
        List.of());
  }

  private static Presenter presenter(ResultSet row) throws SQLException {
    return new Presenter(
        row.getObject("id", UUID.class),
        row.getObject("partner", UUID.class),
        row.getString("name"),
        row.getString("email"),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        Arrays.stream((Integer[]) row.getArray("off_months").getArray())
            .map(Month::of)
            .collect(Collectors.toSet()),
        row.getBoolean("gone"));
  }
}
