package fi.rinnalla.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.storage.HouseWork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

@HouseTest
@DirtiesContext
class VaultTests {
  private static final String PLACE = "test.words";
  private static final UUID ROW = UUID.randomUUID();

  @Autowired Vault vault;
  @Autowired KeyTurning turning;
  @Autowired MasterKeys masters;
  @Autowired ErasedList erased;
  @Autowired KeyRows rows;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;

  private final UUID aino = UUID.randomUUID();

  @BeforeEach
  void anEmptyFolder() {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from vault.key").update());
    masters.epochs().forEach(masters::destroy);
  }

  @Test
  void whatIsSealedShowsNoWordsAndOpensWithItsPersonsKey() {
    byte[] sealed = vault.key(aino).seal(PLACE, ROW, "Vauva itkee yöt läpi.");

    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("Vauva");
    assertThat(vault.key(aino).open(PLACE, ROW, sealed)).isEqualTo("Vauva itkee yöt läpi.");
  }

  @Test
  void noWordsAreNoBytes() {
    assertThat(vault.key(aino).seal(PLACE, ROW, "")).isEmpty();
    assertThat(vault.key(aino).open(PLACE, ROW, new byte[0])).isEmpty();
  }

  @Test
  void wordsThatWereMovedDoNotOpen() {
    byte[] sealed = vault.key(aino).seal(PLACE, ROW, "Vauva itkee.");

    assertThatThrownBy(() -> vault.key(aino).open(PLACE, UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.key(aino).open("test.others", ROW, sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.key(UUID.randomUUID()).open(PLACE, ROW, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoeverIsForgottenHasNoKeyAndAReceipt() {
    byte[] sealed = vault.key(aino).seal(PLACE, ROW, "Vauva itkee.");

    var receipt = vault.forget(aino);

    assertThat(vault.find(aino)).isEmpty();
    assertThat(vault.receipt(receipt.id())).contains(receipt);
    assertThat(vault.erased()).contains(aino);
    assertThatThrownBy(() -> vault.key(aino).open(PLACE, ROW, sealed))
        .as("a new key is another key")
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsForgottenIsListedLaterWhenTheProcessWasKilledInBetween() {
    UUID eero = UUID.randomUUID();
    house.step(() -> {
      rows.addErased(UUID.randomUUID(), eero, clock.instant(), MasterKeys.began("2026-12-31-0"));
      return eero;
    });
    assertThat(vault.erased()).doesNotContain(eero);

    erased.catchUp();

    assertThat(vault.erased()).contains(eero);
  }

  @Test
  void aNewMasterKeyEachWeekTakesTheLivingKeysAlong() {
    byte[] sealed = vault.key(aino).seal(PLACE, ROW, "Vauva itkee.");
    String before = epochOf(aino);

    clock.pass(Duration.ofDays(7));
    turning.turn();

    assertThat(epochOf(aino)).isNotEqualTo(before);
    assertThat(vault.key(aino).open(PLACE, ROW, sealed)).isEqualTo("Vauva itkee.");
    assertThat(masters.epochs()).as("backups may need it").contains(before);
  }

  @Test
  void aBackupsKeyOpensNothingWhenItsMasterKeyIsDestroyed() {
    byte[] sealed = vault.key(aino).seal(PLACE, ROW, "Vauva itkee.");
    KeyRows.Wrapped inBackup = house.step(() -> rows.find(aino)).orElseThrow();
    var receipt = vault.forget(aino);

    clock.pass(Duration.ofDays(7));
    turning.turn();
    clock.set(
        receipt.unreadableAfter().atStartOfDay(fi.rinnalla.vocabulary.Zone.HELSINKI).toInstant());
    turning.turn();
    broughtBack(inBackup);

    assertThatThrownBy(() -> vault.key(aino).open(PLACE, ROW, sealed)).isInstanceOf(KeyGone.class);
  }

  @Test
  void aBackupThatIsStillKeptCanBeBroughtBack() {
    byte[] sealed = vault.key(aino).seal(PLACE, ROW, "Vauva itkee.");
    KeyRows.Wrapped inBackup = house.step(() -> rows.find(aino)).orElseThrow();

    clock.pass(Duration.ofDays(7));
    turning.turn();
    clock.pass(Duration.ofDays(27));
    turning.turn();
    vault.discard(aino);
    broughtBack(inBackup);

    assertThat(vault.key(aino).open(PLACE, ROW, sealed)).isEqualTo("Vauva itkee.");
  }

  private void broughtBack(KeyRows.Wrapped key) {
    house.step(() -> {
      rows.add(key, clock.instant());
      return key;
    });
  }

  private String epochOf(UUID subject) {
    return house.step(() -> rows.find(subject)).orElseThrow().epoch();
  }
}
