package fi.rinnalla;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A real PostgreSQL for tests: one server for the run, an empty database for each context.
@TestConfiguration(proxyBeanMethods = false)
public class Postgres {
  private static final AtomicInteger databases = new AtomicInteger();

  @Bean
  @Primary
  public JdbcConnectionDetails emptyDatabase() {
    String url = createDatabase();
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "postgres";
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }

  /// A new empty database; answers with its JDBC address.
  public static String createDatabase() {
    String name = "test" + databases.incrementAndGet();
    try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException cause) {
      throw new IllegalStateException("no database for the test", cause);
    }
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&reWriteBatchedInserts=true"
        .formatted(Server.INSTANCE.getPort(), name);
  }

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            // Each house that a test builds keeps its pool until the end.
            .setServerConfig("max_connections", "800")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .start();
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }
  }
}
