package fi.rinnalla.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The log of acts on closed records. Entries are chained by digests and stand one after another
/// without gaps, so what was changed, taken out or cut off the end is found by [#verify].
///
/// The end is also told to whoever asks ([#end]), so that it can be kept elsewhere; against someone
/// who rewrites the whole chain nothing else helps.
@Component
public class Audit {
  private static final int FETCH = 5_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Clock clock;

  Audit(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.clock = clock;
  }

  /// Where the chain ends now.
  public record End(long seq, byte[] hash) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof End it && it.seq == seq && Arrays.equals(it.hash, hash);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(seq);
    }
  }

  /// What the verifier found.
  public sealed interface Verdict {
    /// So many entries, all as they were written.
    record Whole(long entries) implements Verdict {}

    /// The first entry that isn't as it was written, or is missing.
    record Broken(long seq) implements Verdict {}
  }

  /// Writes an act down, in the transaction of the act: neither is there without the other.
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(
      @Nullable UUID actor,
      String role,
      String action,
      String record,
      String recordId,
      @Nullable UUID subject,
      String basis) {
    End end =
        jdbc.sql("select seq, hash from audit.head for update")
            .query((row, _) -> new End(row.getLong(1), row.getBytes(2)))
            .single();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Entry entry =
        new Entry(end.seq() + 1, now, actor, role, action, record, recordId, subject, basis);
    byte[] hash = entry.hash(end.hash());
    jdbc.sql(
            """
            insert into audit.entry
              (seq, at, actor, role, action, record, record_id, subject, basis, hash)
            values
              (:seq, :at, :actor, :role, :action, :record, :recordId, :subject, :basis, :hash)
            """)
        .param("seq", entry.seq())
        .param("at", Timestamp.from(now))
        .param("actor", actor)
        .param("role", role)
        .param("action", action)
        .param("record", record)
        .param("recordId", recordId)
        .param("subject", subject)
        .param("basis", basis)
        .param("hash", hash)
        .update();
    jdbc.sql("update audit.head set seq = :seq, hash = :hash")
        .param("seq", entry.seq())
        .param("hash", hash)
        .update();
  }

  /// Which entries are looked for. What is null or empty may be anything.
  ///
  /// @param record what kind of record
  /// @param from the first moment
  /// @param until the first moment that isn't looked for any more
  public record Sought(
      @Nullable UUID actor,
      String record,
      String recordId,
      @Nullable Instant from,
      @Nullable Instant until) {
    public static final Sought ALL = new Sought(null, "", "", null, null);
  }

  /// The newest of the entries that the viewer may see, before this one.
  ///
  /// @param before only entries before this number; [Long#MAX_VALUE] for the newest
  @Transactional(readOnly = true)
  public List<Entry> newest(Sought sought, long before, int most) {
    return jdbc.sql(
            """
            select * from audit.entry
             where seq < :before
               and (cast(:actor as uuid) is null or actor = :actor)
               and (:record = '' or record = :record)
               and (:recordId = '' or record_id = :recordId)
               and (cast(:from as timestamptz) is null or at >= :from)
               and (cast(:until as timestamptz) is null or at < :until)
             order by seq desc limit :most
            """)
        .param("before", before)
        .param("actor", sought.actor(), Types.OTHER)
        .param("record", sought.record())
        .param("recordId", sought.recordId())
        .param("from", timestamp(sought.from()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("until", timestamp(sought.until()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", most)
        .query(Audit::entry)
        .list();
  }

  private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /// Who has looked at or changed what tells about this person, newest first. Their own acts are
  /// not among them.
  @Transactional(readOnly = true)
  public List<Entry> about(UUID subject, int most) {
    return jdbc.sql(
            """
            select * from audit.entry
             where subject = :subject and actor is distinct from :subject
             order by seq desc limit :most
            """)
        .param("subject", subject)
        .param("most", most)
        .query(Audit::entry)
        .list();
  }

  @Transactional(readOnly = true)
  public End end() {
    return jdbc.sql("select seq, hash from audit.head")
        .query((row, _) -> new End(row.getLong(1), row.getBytes(2)))
        .single();
  }

  /// Whether an end that was told earlier, as `seq:hash` in hexadecimal, is still in the chain.
  @Transactional(readOnly = true)
  public boolean contains(String end) {
    int colon = end.indexOf(':');
    try {
      long seq = Long.parseLong(end.substring(0, Math.max(0, colon)));
      byte[] hash = HexFormat.of().parseHex(end.substring(colon + 1));
      return jdbc.sql("select hash from audit.entry where seq = :seq")
          .param("seq", seq)
          .query((row, _) -> Arrays.equals(row.getBytes(1), hash))
          .optional()
          .orElse(false);
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  /// Goes through the whole chain. The viewer must be one who sees all of it: the house or an
  /// auditor.
  @Transactional(readOnly = true)
  public Verdict verify() {
    template.setFetchSize(FETCH);
    End end = end();
    var walk =
        new Object() {
          long seq;
          byte[] hash = {0};
          long broken;
        };
    template.query(
        "select * from audit.entry order by seq",
        row -> {
          if (walk.broken > 0) {
            return;
          }
          Entry entry = entry(row, 0);
          byte[] hash = entry.hash(walk.hash);
          if (entry.seq() != walk.seq + 1) {
            walk.broken = walk.seq + 1;
          } else if (!Arrays.equals(hash, row.getBytes("hash"))) {
            walk.broken = entry.seq();
          }
          walk.seq = entry.seq();
          walk.hash = hash;
        });
    if (walk.broken == 0 && !new End(walk.seq, walk.hash).equals(end)) {
      walk.broken = Math.min(walk.seq, end.seq()) + 1;
    }
    return walk.broken > 0 ? new Verdict.Broken(walk.broken) : new Verdict.Whole(walk.seq);
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("seq"),
        row.getTimestamp("at").toInstant(),
        row.getObject("actor", UUID.class),
        row.getString("role"),
        row.getString("action"),
        row.getString("record"),
        row.getString("record_id"),
        row.getObject("subject", UUID.class),
        row.getString("basis"));
  }
}
