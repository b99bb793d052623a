package fi.rinnalla.vault;

import fi.rinnalla.storage.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Whom the house has forgotten, in a file beside the master keys: ids that lead nowhere, a line
/// each. The database has the same list; this one outlives a database that is brought back from a
/// backup. Lines are only added, and one that stands twice does no harm.
@Component
class ErasedList {
  private static final Logger log = LoggerFactory.getLogger(ErasedList.class);

  private final MasterKeys masters;
  private final KeyRows rows;
  private final TransactionTemplate anew;

  ErasedList(MasterKeys masters, KeyRows rows, PlatformTransactionManager transactions) {
    this.masters = masters;
    this.rows = rows;
    this.anew = new TransactionTemplate(transactions);
    // It is also called when a transaction has just been committed and isn't cleared away yet.
    anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  private Path file() {
    return masters.folder().resolve("erased");
  }

  /// Writes down those that aren't listed yet: after each erasure, and each night in case the
  /// process was killed between the two.
  void catchUp() {
    try {
      Viewer.house(() ->
          anew.execute(_ -> {
            List<UUID> missing = rows.unlisted();
            if (!missing.isEmpty()) {
              append(missing);
              rows.markListed(missing);
            }
            return missing;
          }));
    } catch (UncheckedIOException cause) {
      // The person is forgotten all the same; the night tries again.
      log.error("the list of the forgotten can't be written: {}", cause.getMessage());
    }
  }

  private void append(List<UUID> subjects) {
    String lines = subjects.stream().map(it -> it + "\n").collect(Collectors.joining());
    try (FileChannel channel =
        FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  Set<UUID> all() {
    if (!Files.exists(file())) {
      return Set.of();
    }
    Set<UUID> all = new HashSet<>();
    try {
      for (String line : Files.readAllLines(file(), StandardCharsets.US_ASCII)) {
        // A line cut short by a full disk is of one who is in the database's list still.
        if (line.length() == 36) {
          all.add(UUID.fromString(line));
        }
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("the list of the forgotten can't be read", cause);
    }
    return all;
  }
}
