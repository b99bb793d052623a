package fi.rinnalla.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Persons' keys. A key is in the database only wrapped by a master key, and the master keys are in
/// a folder that is in no backup of it: whoever has the one without the other reads nothing.
@Component
public class Vault {
  private final KeyRows rows;
  private final MasterKeys masters;
  private final ErasedList erased;
  private final VaultSettings settings;
  private final HouseWork house;
  private final Clock clock;

  Vault(
      KeyRows rows,
      MasterKeys masters,
      ErasedList erased,
      VaultSettings settings,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.masters = masters;
    this.erased = erased;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// What tells a person that they have been forgotten. Nothing in it leads to them.
  ///
  /// @param unreadableAfter the day after which no backup opens either
  public record Receipt(UUID id, Instant at, LocalDate unreadableAfter) {}

  /// The person's key; made when there is none yet.
  @Transactional
  public SubjectKey key(UUID subject) {
    return find(subject)
        .orElseGet(() -> {
          try {
            KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            String epoch = masters.newest();
            rows.add(
                new KeyRows.Wrapped(subject, epoch, masters.wrap(made, epoch, bytes(subject))),
                clock.instant());
            return find(subject).orElseThrow();
          } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no key could be made", impossible);
          }
        });
  }

  /// Nothing when the person has none: never had, or was forgotten.
  @Transactional(readOnly = true)
  public Optional<SubjectKey> find(UUID subject) {
    return rows.find(subject).map(this::opened);
  }

  /// The keys of several, in one look; those who have none are left out.
  @Transactional(readOnly = true)
  public Map<UUID, SubjectKey> all(Set<UUID> subjects) {
    Map<UUID, SubjectKey> keys = new HashMap<>();
    if (!subjects.isEmpty()) {
      rows.all(subjects).forEach(it -> keys.put(it.subject(), opened(it)));
    }
    return keys;
  }

  private SubjectKey opened(KeyRows.Wrapped wrapped) {
    KeysetHandle key = masters.unwrap(wrapped.bytes(), wrapped.epoch(), bytes(wrapped.subject()));
    try {
      return new SubjectKey(
          wrapped.subject(), key.getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Tink has no AES", impossible);
    }
  }

  /// Throws a key away and no more: what it sealed is nothing from the commit on.
  @Transactional
  public void discard(UUID subject) {
    rows.delete(subject);
  }

  /// Forgets a person: throws the key away and remembers that it was, outside the database too, so
  /// that a backup that is brought back doesn't bring them back ([#erased]).
  @Transactional
  public Receipt forget(UUID subject) {
    return house.step(() -> {
      rows.delete(subject);
      Instant now = clock.instant();
      LocalDate after = settings.unreadableAfter(LocalDate.ofInstant(now, Zone.HELSINKI));
      Receipt receipt = new Receipt(UUID.randomUUID(), now, after);
      rows.addErased(receipt.id(), subject, now, after);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              erased.catchUp();
            }
          });
      return receipt;
    });
  }

  @Transactional(readOnly = true)
  public Optional<Receipt> receipt(UUID id) {
    return house.step(() -> rows.receipt(id));
  }

  /// All whom the house has forgotten, as the list outside the database has it: when the database
  /// is older than the list, some of them may be back in it.
  public Set<UUID> erased() {
    return erased.all();
  }

  static byte[] bytes(UUID subject) {
    return subject.toString().getBytes(StandardCharsets.UTF_8);
  }
}
