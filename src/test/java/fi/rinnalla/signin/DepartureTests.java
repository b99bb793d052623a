package fi.rinnalla.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fi.rinnalla.HouseTest;
import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;

/// To leave is to be forgotten, also when a backup remembers.
@HouseTest
class DepartureTests {
  @Autowired Departure departure;
  @Autowired People people;
  @Autowired Vault vault;
  @Autowired List<Belongings> rooms;

  @Test
  void whoeverLeavesHasAReceiptAndNoKey() {
    Person aino = Viewer.house(() -> people.of("aino-leaves@example.org", Lang.FI));
    Viewer.house(() -> vault.key(aino.id().value()));

    Vault.Receipt receipt = Viewer.house(() -> departure.of(caller(aino)));

    assertThat(vault.receipt(receipt.id())).contains(receipt);
    assertThat(vault.find(aino.id().value())).isEmpty();
    assertThat(Viewer.house(() -> people.find(aino.id()))).isEmpty();
  }

  @Test
  void whoeverComesBackWithABackupIsForgottenAgain() {
    Person aino = Viewer.house(() -> people.of("aino-back@example.org", Lang.FI));
    Viewer.house(() -> departure.of(caller(aino)));
    Viewer.house(() -> people.add(aino));

    assertThat(Viewer.house(departure::again)).isOne();

    assertThat(Viewer.house(() -> people.find(aino.id()))).isEmpty();
    assertThat(Viewer.house(departure::again)).isZero();
  }

  @Test
  void everyRoomThatLetsGoOfSomebodyAlsoTellsThemWhatItKeeps() {
    Set<String> letGo =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fi.rinnalla")
                .stream()
                .flatMap(it -> it.getMethods().stream())
                .filter(it -> it.isAnnotatedWith(EventListener.class))
                .filter(it ->
                    it.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(PersonLeft.class)))
                .map(it -> it.getOwner().getPackageName().replaceAll("^fi\\.rinnalla\\.", ""))
                .collect(Collectors.toSet());

    assertThat(letGo).isNotEmpty();
    assertThat(rooms.stream().map(Belongings::room).toList()).containsAll(letGo);
  }

  private Caller caller(Person person) {
    return people.caller(person.id(), Level.WEAK).orElseThrow();
  }
}
