package fi.rinnalla.vault;

import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Begins a new epoch when one is over, wraps the living keys anew, and destroys the master keys
/// whose time is out. Keys that were thrown away aren't wrapped anew: they die with their epoch.
@Component
class KeyTurning {
  private static final Logger log = LoggerFactory.getLogger(KeyTurning.class);
  private static final int AT_ONCE = 500;

  private final KeyRows rows;
  private final MasterKeys masters;
  private final VaultSettings settings;
  private final HouseWork house;
  private final Clock clock;

  KeyTurning(
      KeyRows rows, MasterKeys masters, VaultSettings settings, HouseWork house, Clock clock) {
    this.rows = rows;
    this.masters = masters;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  void turn() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    String newest = masters.newest();
    if (!MasterKeys.began(newest).plusDays(settings.epoch().toDays()).isAfter(today)) {
      newest = masters.begin();
    }
    Set<String> gone = new HashSet<>(house.step(rows::epochs));
    gone.removeAll(masters.epochs());
    if (!gone.isEmpty()) {
      log.error("keys are wrapped by {} master keys that aren't there", gone.size());
    }
    while (wrapAnew(newest, gone) == AT_ONCE) {}
    List<String> epochs = masters.epochs();
    Set<String> used = house.step(rows::epochs);
    for (int i = 0; i + 1 < epochs.size(); i++) {
      LocalDate ended = MasterKeys.began(epochs.get(i + 1));
      if (!used.contains(epochs.get(i))
          && !ended.plusDays(settings.kept().toDays()).isAfter(today)) {
        masters.destroy(epochs.get(i));
        log.info("a master key of {} was destroyed", MasterKeys.began(epochs.get(i)));
      }
    }
  }

  private int wrapAnew(String epoch, Set<String> gone) {
    return house.step(() -> {
      List<KeyRows.Wrapped> some = rows.otherThan(epoch, gone, AT_ONCE);
      for (KeyRows.Wrapped one : some) {
        byte[] subject = Vault.bytes(one.subject());
        var key = masters.unwrap(one.bytes(), one.epoch(), subject);
        rows.put(new KeyRows.Wrapped(one.subject(), epoch, masters.wrap(key, epoch, subject)));
      }
      return some.size();
    });
  }
}
