package fi.rinnalla.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;

/// The embedded PostgreSQL listens on the loopback address, where every user of the machine can
/// knock; and its superuser may run programs. So it asks for a password, made on the first start
/// and kept in the data folder, which only its owner can read.
final class DatabasePassword {
  private static final int BYTES = 32;
  private static final String ASKED_FOR =
      """
      # Written by Rinnalla: whoever connects needs the password in ../pg-password.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private DatabasePassword() {}

  static String of(DataFolder folder) throws IOException {
    Path file = folder.resolve("pg-password");
    if (!Files.exists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  /// Makes a cluster that still trusts everyone ask for the password. First the password is set and
  /// then asked for, so a crash between leaves a database that opens.
  static void require(String password, Path cluster, DataSource superuser) throws IOException {
    Path rules = cluster.resolve("pg_hba.conf");
    if (Files.readString(rules).equals(ASKED_FOR)) {
      return;
    }
    try (var connection = superuser.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set password_encryption = 'scram-sha-256'");
      // Hexadecimal, so there is nothing in it to quote.
      statement.execute("alter role postgres password '" + password + "'");
      write(rules, ASKED_FOR);
      statement.execute("select pg_reload_conf()");
    } catch (SQLException cause) {
      throw new IOException("the database can't be given its password", cause);
    }
  }

  private static void write(Path file, String words) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(beside, words);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
