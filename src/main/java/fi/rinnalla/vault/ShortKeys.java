package fi.rinnalla.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Keys that live for hours, for what must be gone from the disk itself and not from tables alone.
/// Each is a file of its own in the folder of keys, and nowhere in the database: a row that was
/// deleted stays in its pages, in the log of writes and in copies, but nobody can open it once the
/// file has been overwritten. Several nodes share the folder.
@Component
public class ShortKeys {
  private static final String FOLDER = "short";
  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.key");
  private static final int AT_HAND = 20_000;

  private final MasterKeys masters;
  private final Clock clock;

  /// Whoever says the next word in a talk shouldn't wait for the disk. A key that another node
  /// destroyed is forgotten here soon after.
  private final Cache<UUID, SubjectKey> read =
      Caffeine.newBuilder().maximumSize(AT_HAND).expireAfterWrite(Duration.ofMinutes(10)).build();

  ShortKeys(MasterKeys masters, Clock clock) {
    this.masters = masters;
    this.clock = clock;
  }

  /// The key; made when there is none. Of two nodes that make it at once both get the same.
  public SubjectKey key(UUID subject) {
    return find(subject)
        .orElseGet(() -> {
          make(subject);
          return find(subject).orElseThrow();
        });
  }

  private void make(UUID subject) {
    try {
      KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      byte[] bytes = TinkProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get());
      Path fresh = Files.createTempFile(folder(), "new", "");
      MasterKeys.overwrite(fresh, bytes);
      Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
      try {
        // A name is given once: moving would take the place of what another node made meanwhile.
        Files.createLink(file(subject), fresh);
        Files.delete(fresh);
      } catch (FileAlreadyExistsException _) {
        destroy(fresh);
      }
    } catch (IOException | GeneralSecurityException cause) {
      throw new IllegalStateException("no key could be made in " + folder(), cause);
    }
  }

  /// Nothing when it was destroyed, or never made.
  public Optional<SubjectKey> find(UUID subject) {
    SubjectKey known = read.getIfPresent(subject);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      byte[] bytes = Files.readAllBytes(file(subject));
      SubjectKey key =
          new SubjectKey(
              subject,
              TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get())
                  .getPrimitive(RegistryConfiguration.get(), Aead.class));
      read.put(subject, key);
      return Optional.of(key);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | GeneralSecurityException cause) {
      throw new IllegalStateException("the key of " + subject + " can't be read", cause);
    }
  }

  /// Overwrites the file and takes it away: from now on what it sealed is noise, wherever it lies.
  public void destroy(UUID subject) {
    read.invalidate(subject);
    try {
      destroy(file(subject));
    } catch (NoSuchFileException _) {
      // Another node was first.
    } catch (IOException cause) {
      throw new UncheckedIOException("the key of " + subject + " can't be destroyed", cause);
    }
  }

  private static void destroy(Path file) throws IOException {
    MasterKeys.overwrite(file, new byte[(int) Files.size(file)]);
    Files.delete(file);
  }

  /// Those made before a time, whoever needs them. What is left by a transaction that failed, or by
  /// a process that died between its rows and its keys, is found here.
  public Set<UUID> madeBefore(Instant time) {
    Set<UUID> made = new HashSet<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.toList()) {
        var name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
          made.add(UUID.fromString(name.group(1)));
        }
      }
      return made;
    } catch (NoSuchFileException _) {
      return made;
    } catch (IOException cause) {
      throw new UncheckedIOException("the folder of keys can't be read", cause);
    }
  }

  private Path file(UUID subject) {
    return folder().resolve(subject + ".key");
  }

  private Path folder() {
    Path folder = masters.folder().resolve(FOLDER);
    try {
      return Files.createDirectories(folder);
    } catch (IOException cause) {
      throw new UncheckedIOException("the folder of keys " + folder + " can't be made", cause);
    }
  }
}
