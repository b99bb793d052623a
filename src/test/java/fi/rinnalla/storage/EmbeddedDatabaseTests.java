package fi.rinnalla.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The PostgreSQL that Rinnalla brings along.
class EmbeddedDatabaseTests {
  @TempDir Path temporary;

  @Test
  void whatWasWrittenIsThereAfterARestart() throws Exception {
    try (EmbeddedDatabase first = EmbeddedDatabase.open(folder())) {
      run(first, "create table kept (word text)");
      run(first, "insert into kept values ('yhä täällä')");
    }
    try (EmbeddedDatabase second = EmbeddedDatabase.open(folder())) {
      assertThat(one(second, "select word from kept")).isEqualTo("yhä täällä");
    }
  }

  @Test
  void nobodyElseOnTheMachineMayConnect() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(folder())) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)))
        .isEqualTo("rwx------");
  }

  @Test
  void aCommandBesideTheServerSharesItsDatabase() throws Exception {
    try (EmbeddedDatabase server = EmbeddedDatabase.open(folder())) {
      run(server, "create table shared (word text)");
      try (EmbeddedDatabase command = EmbeddedDatabase.open(new DataFolder(temporary, false))) {
        assertThat(one(command, "select count(*)::text from shared")).isEqualTo("0");
      }
      assertThat(one(server, "select count(*)::text from shared")).isEqualTo("0");
    }
  }

  @Test
  void aSecondServerOnTheSameFolderIsRefusedInASentence() throws Exception {
    try (DataFolder _ = folder()) {
      assertThatThrownBy(this::folder)
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Another Rinnalla runs on the data folder");
    }
  }

  @Test
  void anAddressThatIsNoPostgresqlIsRefusedWithoutSayingItsPassword() {
    assertThatThrownBy(() ->
            new ExternalDatabase()
                .externalConnection("postgres://me:secret@host/db", "me", "secret"))
        .isInstanceOf(CannotStart.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamed() {
    assertThatThrownBy(() ->
            new ExternalDatabase()
                .externalConnection("jdbc:postgresql://127.0.0.1:1/db", "me", "secret"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("nothing answers at that address");
  }

  private DataFolder folder() {
    return new DataFolder(temporary, true);
  }

  private static void run(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), "postgres", database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), "postgres", database.password());
        var result = connection.createStatement().executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
