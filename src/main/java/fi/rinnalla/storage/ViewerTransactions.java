package fi.rinnalla.storage;

import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells PostgreSQL at the start of each transaction for whom it is. The settings end with the
/// transaction, so a pooled connection never carries one person's eyes to another.
final class ViewerTransactions extends JdbcTransactionManager {
  private static final String TELL =
      """
      select set_config('rinnalla.person', ?, true),
             set_config('rinnalla.organizations', ?, true),
             set_config('rinnalla.tasks', ?, true),
             set_config('rinnalla.house', ?, true)
      """;

  ViewerTransactions(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    Viewer viewer = Viewer.current();
    if (viewer == null) {
      return;
    }
    var holder =
        (ConnectionHolder)
            Objects.requireNonNull(
                TransactionSynchronizationManager.getResource(obtainDataSource()));
    try (var tell = holder.getConnection().prepareStatement(TELL)) {
      tell.setString(1, viewer.person() == null ? "" : viewer.person().toString());
      tell.setString(
          2,
          viewer.organizations().stream()
              .map(UUID::toString)
              .collect(Collectors.joining(",", "{", "}")));
      tell.setString(3, viewer.tasks().stream().collect(Collectors.joining(",", "{", "}")));
      tell.setString(4, viewer.house() ? "on" : "");
      tell.execute();
    } catch (SQLException cause) {
      doCleanupAfterCompletion(transaction);
      throw new TransactionSystemException("the database wasn't told who asks", cause);
    }
  }
}
