package fi.rinnalla.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The wrapped keys, and the list of those who were forgotten.
@Component
class KeyRows {
  private final JdbcClient jdbc;

  KeyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Wrapped(UUID subject, String epoch, byte[] bytes) {}

  Optional<Wrapped> find(UUID subject) {
    return jdbc.sql("select * from vault.key where subject = :subject")
        .param("subject", subject)
        .query(KeyRows::wrapped)
        .optional();
  }

  List<Wrapped> all(Set<UUID> subjects) {
    return jdbc.sql("select * from vault.key where subject = any(:subjects)")
        .param("subjects", subjects.toArray(UUID[]::new))
        .query(KeyRows::wrapped)
        .list();
  }

  /// Of two who make one person's key at once, the first one's counts.
  void add(Wrapped key, Instant now) {
    jdbc.sql(
            """
            insert into vault.key (subject, epoch, wrapped, made_at)
            values (:subject, :epoch, :wrapped, :now)
            on conflict do nothing
            """)
        .param("subject", key.subject())
        .param("epoch", key.epoch())
        .param("wrapped", key.bytes())
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Puts a key in the place of the same key wrapped otherwise; one thrown away meanwhile stays so.
  void put(Wrapped key) {
    jdbc.sql("update vault.key set epoch = :epoch, wrapped = :wrapped where subject = :subject")
        .param("subject", key.subject())
        .param("epoch", key.epoch())
        .param("wrapped", key.bytes())
        .update();
  }

  void delete(UUID subject) {
    jdbc.sql("delete from vault.key where subject = :subject").param("subject", subject).update();
  }

  /// Some of those wrapped by another epoch's key, held while they are wrapped anew.
  List<Wrapped> otherThan(String epoch, Set<String> gone, int most) {
    return jdbc.sql(
            """
            select * from vault.key where epoch <> :epoch and not epoch = any(:gone)
             order by subject limit :most for update skip locked
            """)
        .param("epoch", epoch)
        .param("gone", gone.toArray(String[]::new))
        .param("most", most)
        .query(KeyRows::wrapped)
        .list();
  }

  Set<String> epochs() {
    return Set.copyOf(
        jdbc.sql("select distinct epoch from vault.key")
            .query((row, _) -> row.getString(1))
            .list());
  }

  void addErased(UUID receipt, UUID subject, Instant now, LocalDate unreadableAfter) {
    jdbc.sql(
            """
            insert into vault.erased (receipt, subject, erased_at, unreadable_after)
            values (:receipt, :subject, :now, :after)
            """)
        .param("receipt", receipt)
        .param("subject", subject)
        .param("now", Timestamp.from(now))
        .param("after", unreadableAfter)
        .update();
  }

  Optional<Vault.Receipt> receipt(UUID receipt) {
    return jdbc.sql("select * from vault.erased where receipt = :receipt")
        .param("receipt", receipt)
        .query((row, _) ->
            new Vault.Receipt(
                row.getObject("receipt", UUID.class),
                row.getTimestamp("erased_at").toInstant(),
                row.getObject("unreadable_after", LocalDate.class)))
        .optional();
  }

  /// Those not yet in the list outside the database.
  List<UUID> unlisted() {
    return jdbc.sql("select subject from vault.erased where not listed for update")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  void markListed(List<UUID> subjects) {
    jdbc.sql("update vault.erased set listed = true where subject = any(:subjects)")
        .param("subjects", subjects.toArray(UUID[]::new))
        .update();
  }

  private static Wrapped wrapped(ResultSet row, int number) throws SQLException {
    return new Wrapped(
        row.getObject("subject", UUID.class), row.getString("epoch"), row.getBytes("wrapped"));
  }
}
