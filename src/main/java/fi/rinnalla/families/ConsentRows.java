package fi.rinnalla.families;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.Consent.Channel;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Consent.Purpose;
import fi.rinnalla.families.Consent.State;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Consents as rows.
@Component
class ConsentRows {
  private final JdbcClient jdbc;

  ConsentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Consent consent, @Nullable String secret) {
    jdbc.sql(
            """
            insert into families.consent
              (id, person, organization, purpose, fields, matter, wording, lang, channel, state,
               asked_by, attested_by, asked_at, decided_at, valid_until, ended_at, digest)
            values (:id, :person, :organization, :purpose, :fields, :matter, :wording, :lang,
                    :channel, :state, :asker, :attester, :asked, :decided, :until, :ended, :digest)
            """)
        .param("id", consent.id().value())
        .param("person", consent.person().value())
        .param("organization", consent.organization().value())
        .param("purpose", consent.purpose().code())
        .param(
            "fields",
            consent.fields().stream().map(Disclosed::code).sorted().toArray(String[]::new))
        .param("matter", consent.matter())
        .param("wording", consent.wording())
        .param("lang", consent.lang().code())
        .param("channel", consent.channel().code())
        .param("state", consent.state().code())
        .param("asker", id(consent.askedBy()), Types.OTHER)
        .param("attester", id(consent.attestedBy()), Types.OTHER)
        .param("asked", Timestamp.from(consent.askedAt()))
        .param("decided", timestamp(consent.decidedAt()))
        .param("until", timestamp(consent.validUntil()))
        .param("ended", timestamp(consent.endedAt()))
        .param("digest", secret == null ? null : Sha256.of(secret), Types.BINARY)
        .update();
  }

  void put(Consent consent) {
    jdbc.sql(
            """
            update families.consent
               set channel = :channel, state = :state, attested_by = :attester,
                   decided_at = :decided, valid_until = :until, ended_at = :ended
             where id = :id
            """)
        .param("id", consent.id().value())
        .param("channel", consent.channel().code())
        .param("state", consent.state().code())
        .param("attester", id(consent.attestedBy()), Types.OTHER)
        .param("decided", timestamp(consent.decidedAt()))
        .param("until", timestamp(consent.validUntil()))
        .param("ended", timestamp(consent.endedAt()))
        .update();
  }

  Optional<Consent> find(ConsentId id) {
    return jdbc.sql("select * from families.consent where id = :id")
        .param("id", id.value())
        .query(ConsentRows::consent)
        .optional();
  }

  Optional<Consent> hold(ConsentId id) {
    return jdbc.sql("select * from families.consent where id = :id for update")
        .param("id", id.value())
        .query(ConsentRows::consent)
        .optional();
  }

  /// Held so that it can't end before this transaction does.
  Optional<Consent> holdStanding(ConsentId id) {
    return jdbc.sql("select * from families.consent where id = :id for share")
        .param("id", id.value())
        .query(ConsentRows::consent)
        .optional();
  }

  Optional<ConsentId> bySecret(String secret) {
    return jdbc.sql("select id from families.consent where digest = :digest")
        .param("digest", Sha256.of(secret))
        .query((row, _) -> new ConsentId(row.getObject(1, UUID.class)))
        .optional();
  }

  /// A person's, those that wait for an answer first, then the newest.
  List<Consent> of(PersonId person) {
    return jdbc.sql(
            """
            select * from families.consent where person = :person
             order by state <> 'requested', state <> 'given', asked_at desc, id
            """)
        .param("person", person.value())
        .query(ConsentRows::consent)
        .list();
  }

  List<Consent> about(UUID matter) {
    return jdbc.sql("select * from families.consent where matter = :matter order by asked_at, id")
        .param("matter", matter)
        .query(ConsentRows::consent)
        .list();
  }

  /// The one about the same that waits or holds.
  Optional<Consent> holdLike(
      PersonId person, OrganizationId organization, Purpose purpose, UUID matter) {
    return jdbc.sql(
            """
            select * from families.consent
             where person = :person and organization = :organization and purpose = :purpose
               and matter = :matter and state in ('requested', 'given')
               for update
            """)
        .param("person", person.value())
        .param("organization", organization.value())
        .param("purpose", purpose.code())
        .param("matter", matter)
        .query(ConsentRows::consent)
        .optional();
  }

  /// Those that nobody answered, and those whose time is out.
  List<ConsentId> due(Instant askedBefore, Instant now) {
    return jdbc.sql(
            """
            select id from families.consent
             where (state = 'requested' and asked_at <= :before)
                or (state = 'given' and valid_until <= :now)
             order by id
            """)
        .param("before", Timestamp.from(askedBefore))
        .param("now", Timestamp.from(now))
        .query((row, _) -> new ConsentId(row.getObject(1, UUID.class)))
        .list();
  }

  void forgetEnded(Instant before) {
    jdbc.sql("delete from families.consent where ended_at <= :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  void delete(PersonId person) {
    jdbc.sql("delete from families.consent where person = :person")
        .param("person", person.value())
        .update();
  }

  private static @Nullable UUID id(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static @Nullable PersonId person(@Nullable UUID id) {
    return id == null ? null : new PersonId(id);
  }

  private static Consent consent(ResultSet row, int number) throws SQLException {
    return new Consent(
        new ConsentId(row.getObject("id", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new OrganizationId(row.getObject("organization", UUID.class)),
        Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
        Arrays.stream((String[]) row.getArray("fields").getArray())
            .map(it -> Disclosed.valueOf(it.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        row.getObject("matter", UUID.class),
        row.getInt("wording"),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        person(row.getObject("asked_by", UUID.class)),
        person(row.getObject("attested_by", UUID.class)),
        row.getTimestamp("asked_at").toInstant(),
        instant(row.getTimestamp("decided_at")),
        instant(row.getTimestamp("valid_until")),
        instant(row.getTimestamp("ended_at")));
  }
}
