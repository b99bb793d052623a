package fi.rinnalla.storage;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// A PostgreSQL that somebody else keeps, named by `RINNALLA_DB_URL`. It is tried before anything
/// is built on it, so that a wrong setting is one sentence and not a hundred lines.
@Configuration(proxyBeanMethods = false)
@Conditional(ExternalDatabase.IsNamed.class)
class ExternalDatabase {
  private static final String SETTINGS =
      "RINNALLA_DB_URL, RINNALLA_DB_USER and RINNALLA_DB_PASSWORD";

  @Lazy
  @Bean
  JdbcConnectionDetails externalConnection(
      @Value("${spring.datasource.url}") String url,
      @Value("${spring.datasource.username}") String user,
      @Value("${spring.datasource.password}") String password) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new CannotStart(
          "RINNALLA_DB_URL isn't the address of a PostgreSQL.",
          "Write it as jdbc:postgresql://host:5432/database; user and password go to"
              + " RINNALLA_DB_USER and RINNALLA_DB_PASSWORD.",
          null);
    }
    try (var connection = DriverManager.getConnection(url, user, password)) {
      connection.isValid(5);
    } catch (SQLException cause) {
      throw new CannotStart(
          "The PostgreSQL of RINNALLA_DB_URL can't be used: " + why(cause),
          "Look at " + SETTINGS + ".",
          cause);
    }
    return new Details(url, user, password);
  }

  /// By its class of SQLSTATE (PostgreSQL manual, appendix A).
  private static String why(SQLException cause) {
    String state = String.valueOf(cause.getSQLState());
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08" -> "nothing answers at that address.";
      case "28" -> "it doesn't know that user with that password.";
      case "3D" -> "it has no database of that name.";
      default -> String.valueOf(cause.getMessage());
    };
  }

  private record Details(String getJdbcUrl, String getUsername, String getPassword)
      implements JdbcConnectionDetails {}

  static final class IsNamed implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !context.getEnvironment().getProperty("spring.datasource.url", "none").equals("none");
    }
  }
}
