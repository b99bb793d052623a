package fi.rinnalla.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import fi.rinnalla.storage.DataFolder;
import fi.rinnalla.vocabulary.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The master keys, each of which lives for an epoch: a file of its own outside the database, named
/// by the day it began. They only wrap the keys of persons. A person's key that was thrown away
/// stays in old backups, wrapped; when the master key of its epoch is destroyed, it is nothing.
@Component
class MasterKeys {
  private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-[0-9a-f]{8}\\.key");

  private final Path folder;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Aead> read = new ConcurrentHashMap<>();

  @Autowired
  MasterKeys(VaultSettings settings, DataFolder data, Clock clock) {
    this(folder(settings.folder(), data), clock);
  }

  MasterKeys(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Tink has no AES", impossible);
    }
  }

  private static Path folder(@Nullable Path chosen, DataFolder data) {
    return chosen == null || chosen.toString().isEmpty()
        ? data.resolve("keys")
        : chosen.toAbsolutePath().normalize();
  }

  Path folder() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
      return folder;
    } catch (IOException cause) {
      throw new UncheckedIOException("the folder of keys " + folder + " can't be made", cause);
    }
  }

  /// All that there are, the oldest first.
  List<String> epochs() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(NAME.asMatchPredicate())
          .sorted()
          .toList();
    } catch (IOException cause) {
      throw new UncheckedIOException("the folder of keys " + folder + " can't be read", cause);
    }
  }

  static LocalDate began(String epoch) {
    return LocalDate.parse(epoch.substring(0, 10));
  }

  /// What persons' keys are wrapped with now; the first is made when it is first asked for.
  String newest() {
    List<String> epochs = epochs();
    return epochs.isEmpty() ? begin() : epochs.getLast();
  }

  /// Begins an epoch. Two nodes that do so in the same moment begin two, and both are good.
  String begin() {
    byte[] some = new byte[4];
    random.nextBytes(some);
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    String epoch = today + "-" + HexFormat.of().formatHex(some) + ".key";
    try {
      KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      byte[] bytes = TinkProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get());
      Path fresh = Files.createTempFile(folder(), "new", "");
      overwrite(fresh, bytes);
      Files.move(fresh, folder.resolve(epoch), StandardCopyOption.ATOMIC_MOVE);
      return epoch;
    } catch (IOException | GeneralSecurityException cause) {
      throw new IllegalStateException("no new master key could be made in " + folder, cause);
    }
  }

  /// @throws KeyGone when the epoch is over and its key destroyed
  Aead of(String epoch) {
    return read.computeIfAbsent(epoch, this::read);
  }

  private Aead read(String epoch) {
    if (!NAME.matcher(epoch).matches()) {
      throw new IllegalArgumentException("no epoch is called so");
    }
    try {
      return TinkProtoKeysetFormat.parseKeyset(
              Files.readAllBytes(folder.resolve(epoch)), InsecureSecretKeyAccess.get())
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (NoSuchFileException _) {
      throw new KeyGone("the master key " + epoch + " isn't in the folder of keys");
    } catch (IOException | GeneralSecurityException cause) {
      throw new IllegalStateException("the master key " + epoch + " can't be read", cause);
    }
  }

  /// Destroys a master key, and with it whatever is still wrapped by it anywhere.
  void destroy(String epoch) {
    Path file = folder.resolve(epoch);
    try {
      overwrite(file, new byte[(int) Files.size(file)]);
      Files.delete(file);
    } catch (NoSuchFileException _) {
      // Another node was first.
    } catch (IOException cause) {
      throw new UncheckedIOException("the master key " + epoch + " can't be destroyed", cause);
    }
    read.remove(epoch);
  }

  /// Makes a file of a secret. A name is given once: of two nodes that make it at once both read
  /// the first, and the other's is overwritten.
  static void once(Path file, byte[] bytes) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), "new", "");
    overwrite(fresh, bytes);
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException _) {
      overwrite(fresh, new byte[bytes.length]);
    }
    Files.delete(fresh);
  }

  static void overwrite(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  /// A person's key as it is kept.
  byte[] wrap(KeysetHandle key, String epoch, byte[] subject) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, of(epoch), subject);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("a key can't be wrapped", cause);
    }
  }

  KeysetHandle unwrap(byte[] wrapped, String epoch, byte[] subject) {
    try {
      return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, of(epoch), subject);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("a key isn't as it was wrapped", cause);
    }
  }
}
