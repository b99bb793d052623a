package fi.rinnalla.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/// Held while a source is read, on whichever node does it. It is an advisory lock of a connection
/// of its own, so that it is gone with the process that held it and never outlives a crash.
final class SourceLock implements AutoCloseable {
  private final Connection connection;
  private final String source;

  private SourceLock(Connection connection, String source) {
    this.connection = connection;
    this.source = source;
  }

  /// Empty when somebody else reads the source just now.
  static Optional<SourceLock> take(DataSource dataSource, String source) {
    try {
      Connection connection = dataSource.getConnection();
      SourceLock lock = new SourceLock(connection, source);
      if (lock.call("select pg_try_advisory_lock(hashtextextended('exchange ' || ?, 0))")) {
        return Optional.of(lock);
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException cause) {
      throw new DataAccessResourceFailureException("no lock for " + source, cause);
    }
  }

  private boolean call(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, source);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  @Override
  public void close() {
    try (connection) {
      call("select pg_advisory_unlock(hashtextextended('exchange ' || ?, 0))");
    } catch (SQLException cause) {
      throw new DataAccessResourceFailureException("the lock of " + source + " is lost", cause);
    }
  }
}
