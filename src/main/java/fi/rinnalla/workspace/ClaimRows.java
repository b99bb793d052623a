package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `workspace.claim`.
@Component
class ClaimRows {
  private final JdbcClient jdbc;

  ClaimRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False when the person has an open one there already.
  boolean add(Claim claim) {
    return jdbc.sql(
                """
                insert into workspace.claim
                  (id, organization, person, way, state, words, made_at, token, expires_at)
                values (:id, :organization, :person, :way, :state, :words, :at, :token, :until)
                on conflict do nothing
                """)
            .param("id", claim.id())
            .param("organization", claim.organization().value())
            .param("person", claim.person().value())
            .param("way", claim.way().code())
            .param("state", claim.state().code())
            .param("words", claim.words())
            .param("at", Timestamp.from(claim.madeAt()))
            .param("token", claim.token())
            .param("until", timestamp(claim.expiresAt()))
            .update()
        == 1;
  }

  void put(Claim claim) {
    jdbc.sql(
            """
            update workspace.claim
               set way = :way, state = :state, token = :token, expires_at = :until,
                   decided_at = :decided, decided_by = :by, reason = :reason
             where id = :id
            """)
        .param("id", claim.id())
        .param("way", claim.way().code())
        .param("state", claim.state().code())
        .param("token", claim.token())
        .param("until", timestamp(claim.expiresAt()))
        .param("decided", timestamp(claim.decidedAt()))
        .param("by", claim.decidedBy(), Types.OTHER)
        .param("reason", claim.reason())
        .update();
  }

  /// The organization's open ones, held until the end of the transaction: of those decided at once
  /// one comes first, and the later decision sees what it did.
  List<Claim> hold(OrganizationId organization) {
    return jdbc.sql(
            """
            select * from workspace.claim where organization = :organization and state = 'open'
             order by id for update
            """)
        .param("organization", organization.value())
        .query(ClaimRows::claim)
        .list();
  }

  /// Lets one person ask once at a time, until the transaction ends: of many at once, each counts
  /// those before it.
  void hold(PersonId person) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('claim ' || :person, 0))::text")
        .param("person", person.toString())
        .query(String.class)
        .single();
  }

  List<Claim> open(Claim.Way way) {
    return jdbc.sql(
            """
            select * from workspace.claim where way = :way and state = 'open' order by made_at, id
            """)
        .param("way", way.code())
        .query(ClaimRows::claim)
        .list();
  }

  List<Claim> open(OrganizationId organization) {
    return jdbc.sql(
            """
            select * from workspace.claim
             where organization = :organization and state = 'open' order by made_at, id
            """)
        .param("organization", organization.value())
        .query(ClaimRows::claim)
        .list();
  }

  /// A person's, the newest first.
  List<Claim> of(PersonId person) {
    return jdbc.sql("select * from workspace.claim where person = :person order by made_at desc")
        .param("person", person.value())
        .query(ClaimRows::claim)
        .list();
  }

  Optional<Claim> find(UUID id) {
    return jdbc.sql("select * from workspace.claim where id = :id")
        .param("id", id)
        .query(ClaimRows::claim)
        .optional();
  }

  Optional<Claim> find(byte[] token) {
    return jdbc.sql("select * from workspace.claim where token = :token")
        .param("token", token)
        .query(ClaimRows::claim)
        .optional();
  }

  void forget(PersonId person) {
    jdbc.sql("delete from workspace.claim where person = :person")
        .param("person", person.value())
        .update();
  }

  /// Forgets what was decided before this.
  void forgetDecided(Instant before) {
    jdbc.sql("delete from workspace.claim where decided_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static Claim claim(ResultSet row, int number) throws SQLException {
    return new Claim(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        Claim.Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
        Claim.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("words"),
        row.getTimestamp("made_at").toInstant(),
        row.getBytes("token"),
        instant(row.getTimestamp("expires_at")),
        instant(row.getTimestamp("decided_at")),
        row.getObject("decided_by", UUID.class),
        row.getString("reason"));
  }
}
