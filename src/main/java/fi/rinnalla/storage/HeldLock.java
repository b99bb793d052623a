package fi.rinnalla.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/// Held while something is done that only one node of the cluster may do at a time. It is an
/// advisory lock of a connection of its own, so that it is gone with the process that held it and
/// never outlives a crash.
public final class HeldLock implements AutoCloseable {
  private final Connection connection;
  private final String name;

  private HeldLock(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /// Empty when somebody else holds it just now.
  ///
  /// @param name of what is done, with the room that does it: `exchange kirjasto`
  public static Optional<HeldLock> take(DataSource dataSource, String name) {
    try {
      Connection connection = dataSource.getConnection();
      HeldLock lock = new HeldLock(connection, name);
      if (lock.call("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
        return Optional.of(lock);
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException cause) {
      throw new DataAccessResourceFailureException("no lock for " + name, cause);
    }
  }

  private boolean call(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  @Override
  public void close() {
    try (connection) {
      call("select pg_advisory_unlock(hashtextextended(?, 0))");
    } catch (SQLException cause) {
      throw new DataAccessResourceFailureException("the lock of " + name + " is lost", cause);
    }
  }
}
