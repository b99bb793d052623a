package fi.rinnalla.upkeep;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.storage.HouseWork;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of the reminders, which only the house sees.
@Component
class ReminderRows {
  private final JdbcClient jdbc;
  private final HouseWork house;

  ReminderRows(JdbcClient jdbc, HouseWork house) {
    this.jdbc = jdbc;
    this.house = house;
  }

  /// @param writtenAt when the last letter was written
  record Correspondence(@Nullable Instant writtenAt, boolean silenced) {}

  /// Held until the end of the transaction, so that two rounds at once don't both write.
  Correspondence hold(OrganizationId organization) {
    return house.step(() -> {
      jdbc.sql(
              "insert into upkeep.correspondence (organization) values (:id) on conflict do nothing")
          .param("id", organization.value())
          .update();
      return jdbc.sql(
              """
              select written_at, silenced_at from upkeep.correspondence
               where organization = :id for update
              """)
          .param("id", organization.value())
          .query((row, _) -> {
            Timestamp written = row.getTimestamp(1);
            return new Correspondence(
                written == null ? null : written.toInstant(), row.getTimestamp(2) != null);
          })
          .single();
    });
  }

  boolean isSilenced(OrganizationId organization) {
    return house.step(() ->
        jdbc.sql(
                """
                select count(*) > 0 from upkeep.correspondence
                 where organization = :id and silenced_at is not null
                """)
            .param("id", organization.value())
            .query(Boolean.class)
            .single());
  }

  /// False when it was so already.
  boolean silence(OrganizationId organization, boolean silenced, Instant now) {
    hold(organization);
    return house.step(() ->
        jdbc.sql(
                    """
                    update upkeep.correspondence
                       set silenced_at = case when :silenced then :now::timestamptz end
                     where organization = :id and (silenced_at is not null) <> :silenced
                    """)
                .param("silenced", silenced)
                .param("now", Timestamp.from(now))
                .param("id", organization.value())
                .update()
            == 1);
  }

  /// The records of which the organization has been reminded at their stage.
  Set<Ref> reminded(List<Aged> all, java.util.function.Function<Aged, Aged.Stage> stage) {
    return house.step(() -> {
      Set<Ref> known = new HashSet<>();
      for (Aged one : all) {
        boolean there =
            jdbc.sql(
                    """
                    select count(*) > 0 from upkeep.reminded
                     where record = :record and id = :id and since = :since and stage = :stage
                    """)
                .param("record", one.ref().kind().code())
                .param("id", one.ref().id())
                .param("since", one.since())
                .param("stage", stage.apply(one).name())
                .query(Boolean.class)
                .single();
        if (there) {
          known.add(one.ref());
        }
      }
      return known;
    });
  }

  void remember(Aged one, Aged.Stage stage, Instant now) {
    house.step(() ->
        jdbc.sql(
                """
                insert into upkeep.reminded (record, id, since, stage, at)
                values (:record, :id, :since, :stage, :now)
                on conflict do nothing
                """)
            .param("record", one.ref().kind().code())
            .param("id", one.ref().id())
            .param("since", one.since())
            .param("stage", stage.name())
            .param("now", Timestamp.from(now))
            .update());
  }

  void written(OrganizationId organization, byte[] digest, Instant now, Instant expires) {
    house.step(() -> {
      jdbc.sql("update upkeep.correspondence set written_at = :now where organization = :id")
          .param("now", Timestamp.from(now))
          .param("id", organization.value())
          .update();
      return jdbc.sql(
              """
              insert into upkeep.link (digest, organization, made_at, expires_at)
              values (:digest, :id, :now, :expires)
              """)
          .param("digest", digest)
          .param("id", organization.value())
          .param("now", Timestamp.from(now))
          .param("expires", Timestamp.from(expires))
          .update();
    });
  }

  Optional<OrganizationId> organization(byte[] digest, Instant now) {
    return house.step(() ->
        jdbc.sql(
                "select organization from upkeep.link where digest = :digest and expires_at > :now")
            .param("digest", digest)
            .param("now", Timestamp.from(now))
            .query((row, _) -> new OrganizationId(row.getObject(1, UUID.class)))
            .optional());
  }

  /// Forgets links that no longer open, and reminders of what has been vouched for since.
  void forget(Instant now, Instant longAgo) {
    house.step(() -> {
      jdbc.sql("delete from upkeep.reminded where at < :before")
          .param("before", Timestamp.from(longAgo))
          .update();
      return jdbc.sql("delete from upkeep.link where expires_at <= :now")
          .param("now", Timestamp.from(now))
          .update();
    });
  }
}
