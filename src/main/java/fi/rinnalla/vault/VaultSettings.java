package fi.rinnalla.vault;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the master keys are and how long each lives.
///
/// @param folder where they are kept: never inside the database, and never in its backups. When
///   none is said, `keys` in the data folder. Several nodes share one folder.
/// @param epoch how long one master key is the newest
/// @param kept how long it is kept after that; as long as backups of the database are
@ConfigurationProperties("rinnalla.vault")
record VaultSettings(
    @Nullable Path folder, @DefaultValue("7d") Duration epoch, @DefaultValue("35d") Duration kept) {

  /// The day by which a key that is thrown away today can't be opened even from a backup.
  LocalDate unreadableAfter(LocalDate today) {
    return today.plusDays(epoch.toDays() + kept.toDays() + 1);
  }
}
