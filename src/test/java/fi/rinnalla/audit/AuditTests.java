package fi.rinnalla.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.HouseTest;
import fi.rinnalla.storage.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/// What was done stays written as it was.
@HouseTest
class AuditTests {
  private static final UUID NURSE = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID FAMILY = UUID.fromString("00000000-0000-0000-0000-000000000002");

  @Autowired Audit audit;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  /// Past the triggers and the rights, as somebody who holds the whole server could.
  @Autowired @FlywayDataSource javax.sql.DataSource owner;

  @BeforeEach
  void threeEntries() {
    asOwner("truncate audit.entry");
    asOwner("update audit.head set seq = 0, hash = '\\x00'");
    for (String action : new String[] {"read", "update", "read"}) {
      transaction.executeWithoutResult(
          _ -> audit.write(NURSE, "NAVIGATOR", action, "case", "7", FAMILY, "assigned"));
    }
  }

  @Test
  void anUntouchedChainIsWhole() {
    assertThat(verdict()).isEqualTo(new Audit.Verdict.Whole(3));
  }

  @Test
  void aChangedWordIsFound() {
    asOwner("update audit.entry set role = 'AUDITOR' where seq = 2");

    assertThat(verdict()).isEqualTo(new Audit.Verdict.Broken(2));
  }

  @Test
  void anEntryTakenOutIsFound() {
    asOwner("delete from audit.entry where seq = 2");

    assertThat(verdict()).isEqualTo(new Audit.Verdict.Broken(2));
  }

  @Test
  void anEndCutOffIsFound() {
    asOwner("delete from audit.entry where seq = 3");

    assertThat(verdict()).isEqualTo(new Audit.Verdict.Broken(3));
  }

  @Test
  void aChainWrittenAnewIsFoundByAnEndThatWasKept() {
    Audit.End kept = Viewer.house(audit::end);
    String told = kept.seq() + ":" + HexFormat.of().formatHex(kept.hash());
    assertThat(Viewer.house(() -> audit.contains(told)).booleanValue()).isTrue();
    threeEntries();
    asOwner("update audit.entry set role = 'x' where seq = 3");

    threeEntries();
    asOwner("truncate audit.entry");

    assertThat(Viewer.house(() -> audit.contains(told)).booleanValue()).isFalse();
  }

  @Test
  void theHouseItselfCanNeitherChangeNorEmptyTheLog() {
    for (String sql :
        new String[] {
          "update audit.entry set role = 'x'", "delete from audit.entry", "truncate audit.entry"
        }) {
      assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void nothingIsWrittenOutsideTheTransactionOfTheAct() {
    assertThatThrownBy(() -> audit.write(NURSE, "x", "read", "case", "7", null, "own"))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void anActThatFailedLeavesNoEntry() {
    transaction.executeWithoutResult(status -> {
      audit.write(NURSE, "NAVIGATOR", "read", "case", "8", FAMILY, "assigned");
      status.setRollbackOnly();
    });

    assertThat(verdict()).isEqualTo(new Audit.Verdict.Whole(3));
  }

  @Test
  void oneSeesWhoLookedAtOneselfAndNothingOfOthers() throws Exception {
    Viewer family = Viewer.of(FAMILY, Set.of(), Set.of());
    Viewer stranger = Viewer.of(UUID.randomUUID(), Set.of(), Set.of("region"));

    assertThat(family.run(() -> audit.about(FAMILY, 10))).hasSize(3);
    assertThat(stranger.run(() -> audit.about(FAMILY, 10))).isEmpty();
    assertThat(stranger.run(() -> audit.newest(Audit.Sought.ALL, Long.MAX_VALUE, 10))).isEmpty();
    assertThat(audit.newest(Audit.Sought.ALL, Long.MAX_VALUE, 10)).as("nobody asks").isEmpty();
  }

  @Test
  void entriesAreFoundByWhoActedOnWhatAndWhen() {
    UUID doctor = UUID.fromString("00000000-0000-0000-0000-000000000003");
    transaction.executeWithoutResult(
        _ -> audit.write(doctor, "NAVIGATOR", "read", "case", "8", FAMILY, "assigned"));
    Instant now = clock.instant();

    assertThat(found(new Audit.Sought(doctor, "", "", null, null))).containsExactly("8");
    assertThat(found(new Audit.Sought(null, "case", "7", null, null))).hasSize(3);
    assertThat(found(new Audit.Sought(NURSE, "letter", "", null, null))).isEmpty();
    assertThat(found(new Audit.Sought(null, "", "", now.minusSeconds(60), now.plusSeconds(60))))
        .hasSize(4);
    assertThat(found(new Audit.Sought(null, "", "", null, now.minusSeconds(60)))).isEmpty();
  }

  private List<String> found(Audit.Sought sought) {
    return Viewer.house(() -> audit.newest(sought, Long.MAX_VALUE, 10)).stream()
        .map(Entry::recordId)
        .toList();
  }

  private Audit.Verdict verdict() {
    return Viewer.house(audit::verify);
  }

  private void asOwner(String sql) {
    JdbcClient bare = JdbcClient.create(owner);
    bare.sql("alter table audit.entry disable trigger all").update();
    bare.sql(sql).update();
    bare.sql("alter table audit.entry enable trigger all").update();
  }
}
