package fi.rinnalla.storage;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Steps that the house itself takes, also in the middle of somebody's transaction: a letter that
/// is put into the outbox in a parent's name is nothing the parent may read there. The eyes of the
/// house are shut again after the step.
@Component
public class HouseWork {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public HouseWork(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Takes a step; within the transaction that is going on, or in one of its own.
  public <T> T step(Supplier<T> step) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      return Viewer.house(() -> Objects.requireNonNull(transaction.execute(_ -> step.get())));
    }
    String before = told("select coalesce(current_setting('rinnalla.house', true), '')");
    told("select set_config('rinnalla.house', 'on', true)");
    T result = step.get();
    // Had the step failed, the transaction would be over, and the setting with it.
    told("select set_config('rinnalla.house', '" + (before.equals("on") ? "on" : "") + "', true)");
    return result;
  }

  /// Has PostgreSQL end this transaction when its process says nothing for so long, and with it its
  /// locks: a process that froze, or whose machine is gone without a word, mustn't keep rows for
  /// ever. When it goes on, whatever it asks in the transaction fails.
  public void holdAtMost(Duration time) {
    told(
        "select set_config('idle_in_transaction_session_timeout', '"
            + time.toMillis()
            + "', true)");
  }

  private String told(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }
}
