package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.ConsentId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vault.SubjectKey;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `referrals.help_case`; what tells of a family is sealed with its adult's key.
@Component
class CaseRows {
  private static final String NEEDS = "referrals.help_case.needs";
  private static final String WORDS = "referrals.help_case.words";
  private static final String CONTACT = "referrals.help_case.contact";

  private final JdbcClient jdbc;
  private final Vault vault;

  CaseRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  void put(HelpCase it) {
    SubjectKey key = vault.key(it.person().value());
    UUID id = it.id().value();
    AreaCode area = it.area();
    PersonId navigator = it.navigator();
    ConsentId consent = it.consent();
    HelpCase.Outcome outcome = it.outcome();
    String needs = it.needs().stream().map(Need::code).sorted().collect(Collectors.joining(","));
    jdbc.sql(
            """
            insert into referrals.help_case
              (id, person, team, area, source, state, level, navigator, consent, needs, words,
               reach, contact, hours, outcome, stops, asked_at, contacted_at, closed_at)
            values (:id, :person, :team, :area, :source, :state, :level, :navigator, :consent,
                    :needs, :words, :reach, :contact, :hours, :outcome, :stops, :asked, :contacted,
                    :closed)
            on conflict (id) do update
               set team = excluded.team, state = excluded.state, level = excluded.level,
                   navigator = excluded.navigator, consent = excluded.consent,
                   needs = excluded.needs, words = excluded.words, reach = excluded.reach,
                   contact = excluded.contact, hours = excluded.hours, outcome = excluded.outcome,
                   stops = excluded.stops, contacted_at = excluded.contacted_at,
                   closed_at = excluded.closed_at
            """)
        .param("id", id)
        .param("person", it.person().value())
        .param("team", it.team().value())
        .param("area", area == null ? null : area.value())
        .param("source", it.source().code())
        .param("state", it.state().code())
        .param("level", it.level().code())
        .param("navigator", navigator == null ? null : navigator.value(), Types.OTHER)
        .param("consent", consent == null ? null : consent.value(), Types.OTHER)
        .param("needs", key.seal(NEEDS, id, needs))
        .param("words", key.seal(WORDS, id, it.words()))
        .param("reach", it.reach().code())
        .param("contact", key.seal(CONTACT, id, it.contact()))
        .param(
            "hours", it.hours().stream().map(HelpCase.Hours::code).sorted().toArray(String[]::new))
        .param("outcome", outcome == null ? null : outcome.code())
        .param("stops", it.stops())
        .param("asked", Timestamp.from(it.askedAt()))
        .param("contacted", timestamp(it.contactedAt()))
        .param("closed", timestamp(it.closedAt()))
        .update();
  }

  Optional<HelpCase> find(HelpCaseId id) {
    return one("select * from referrals.help_case where id = :id", id);
  }

  Optional<HelpCase> hold(HelpCaseId id) {
    return one("select * from referrals.help_case where id = :id for update", id);
  }

  private Optional<HelpCase> one(String sql, HelpCaseId id) {
    return jdbc.sql(sql).param("id", id.value()).query(mapper()).list().stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  List<HelpCase> of(PersonId person) {
    return all(
        jdbc.sql("select * from referrals.help_case where person = :person order by asked_at desc")
            .param("person", person.value()));
  }

  /// Those that somebody has, the longest waited for first.
  List<HelpCase> with(PersonId navigator) {
    return all(
        jdbc.sql(
                """
                select * from referrals.help_case where navigator = :navigator
                 order by state = 'closed', asked_at, id
                """)
            .param("navigator", navigator.value()));
  }

  List<Navigators.Waiting> waiting(Set<UUID> teams) {
    return jdbc.sql(
            """
            select id, area, reach, asked_at from referrals.help_case
             where team = any(:teams) and navigator is null and state <> 'closed'
             order by asked_at, id
            """)
        .param("teams", teams.toArray(UUID[]::new))
        .query((row, _) -> {
          String area = row.getString("area");
          return new Navigators.Waiting(
              new HelpCaseId(row.getObject("id", UUID.class)),
              area == null ? null : new AreaCode(area),
              HelpCase.Reach.valueOf(row.getString("reach").toUpperCase(Locale.ROOT)),
              row.getTimestamp("asked_at").toInstant());
        })
        .list();
  }

  Optional<HelpCaseId> by(ConsentId consent) {
    return jdbc.sql("select id from referrals.help_case where consent = :consent")
        .param("consent", consent.value())
        .query((row, _) -> new HelpCaseId(row.getObject(1, UUID.class)))
        .optional();
  }

  /// How many open matters each navigator of a team has.
  Map<PersonId, Integer> loads(OrganizationId team) {
    Map<PersonId, Integer> loads = new LinkedHashMap<>();
    jdbc.sql(
            """
            select navigator, count(*) as open from referrals.help_case
             where team = :team and navigator is not null and state <> 'closed'
             group by navigator order by navigator
            """)
        .param("team", team.value())
        .query(
            (RowCallbackHandler)
                row ->
                    loads.put(
                        new PersonId(row.getObject("navigator", UUID.class)), row.getInt("open")));
    return loads;
  }

  /// The teams that somebody has matters of.
  List<OrganizationId> teams() {
    return jdbc.sql(
            """
            select distinct team from referrals.help_case
             where navigator is not null and state <> 'closed'
            """)
        .query((row, _) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  /// A navigator's open matters go back to the team's queue.
  List<HelpCaseId> giveBack(OrganizationId team, PersonId navigator) {
    return jdbc.sql(
            """
            update referrals.help_case set navigator = null
             where team = :team and navigator = :navigator and state <> 'closed'
            returning id
            """)
        .param("team", team.value())
        .param("navigator", navigator.value())
        .query((row, _) -> new HelpCaseId(row.getObject(1, UUID.class)))
        .list();
  }

  /// Those of navigators who hold the role no more go back to the queue.
  void letGo(PersonId navigator) {
    jdbc.sql(
            """
            update referrals.help_case set navigator = null
             where navigator = :navigator
            """)
        .param("navigator", navigator.value())
        .update();
  }

  int forgetClosed(Instant before) {
    return jdbc.sql("delete from referrals.help_case where closed_at <= :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  void delete(PersonId person) {
    jdbc.sql("delete from referrals.help_case where person = :person")
        .param("person", person.value())
        .update();
  }

  private List<HelpCase> all(JdbcClient.StatementSpec asked) {
    return asked.query(mapper()).list().stream().flatMap(Optional::stream).toList();
  }

  /// Without its key a matter is nothing.
  private RowMapper<Optional<HelpCase>> mapper() {
    return (row, _) -> {
      Optional<SubjectKey> key = vault.find(row.getObject("person", UUID.class));
      return key.isEmpty() ? Optional.empty() : Optional.of(helpCase(row, key.get()));
    };
  }

  private static HelpCase helpCase(ResultSet row, SubjectKey key) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String area = row.getString("area");
    String outcome = row.getString("outcome");
    UUID navigator = row.getObject("navigator", UUID.class);
    UUID consent = row.getObject("consent", UUID.class);
    return new HelpCase(
        new HelpCaseId(id),
        new PersonId(row.getObject("person", UUID.class)),
        new OrganizationId(row.getObject("team", UUID.class)),
        area == null ? null : new AreaCode(area),
        HelpCase.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
        HelpCase.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        HelpCase.Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
        navigator == null ? null : new PersonId(navigator),
        consent == null ? null : new ConsentId(consent),
        Arrays.stream(key.open(NEEDS, id, row.getBytes("needs")).split(","))
            .flatMap(it -> Need.find(it).stream())
            .collect(Collectors.toSet()),
        key.open(WORDS, id, row.getBytes("words")),
        HelpCase.Reach.valueOf(row.getString("reach").toUpperCase(Locale.ROOT)),
        key.open(CONTACT, id, row.getBytes("contact")),
        Arrays.stream((String[]) row.getArray("hours").getArray())
            .map(it -> HelpCase.Hours.valueOf(it.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        outcome == null ? null : HelpCase.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        row.getInt("stops"),
        row.getTimestamp("asked_at").toInstant(),
        instant(row.getTimestamp("contacted_at")),
        instant(row.getTimestamp("closed_at")));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
