package fi.rinnalla.referrals;

import static fi.rinnalla.upkeep.Neighbourhood.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.Disk;
import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.families.Child;
import fi.rinnalla.families.Families;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.signin.Departure;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// What a family tells is readable on no disk, while it is here and after it has left: not its
/// words, not what its adult is called, not their address.
@HouseTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class ForgottenTests {
  @Autowired Varikko varikko;
  @Autowired Families families;
  @Autowired SignInLinks links;
  @Autowired Departure departure;
  @Autowired People people;
  @Autowired Outbox outbox;
  @Autowired Disk disk;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private final String name = Disk.canary();
  private final String email = Disk.canary();
  private final String family = Disk.canary();
  private final String child = Disk.canary();
  private final String words = Disk.canary();
  private final String contact = Disk.canary();
  private final String need = Disk.canary();
  private final String note = Disk.canary();
  private final List<String> all = List.of(name, email, family, child, words, contact, need, note);

  @BeforeEach
  void now() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void nothingOfAFamilyIsOnTheDiskWhileItIsHereNorWhenItHasLeft(CapturedOutput said)
      throws Exception {
    Neighbourhood here = new Neighbourhood(people, context);
    Organization team = varikko.aTeam();
    Organization cafe = varikko.household.anOrganization();
    Caller nea = varikko.aNavigator(team);
    Caller kaisa = varikko.anEditor(cafe);
    Caller aino = somebody();
    String address = String.valueOf(aino.person().email());
    Viewer.house(() -> links.make(address, "browser", "/fi/oma"));
    as(
        aino,
        () ->
            families.tell(
                aino,
                new Families.Told(
                    family, Varikko.HYVINKAA, "05800", true, List.of(new Child(child, 2022)))));
    HelpRequests.Outcome sent = as(aino, () -> varikko.requests.ask(aino, asked(team)));
    HelpCaseId id = ((HelpRequests.Outcome.Sent) sent).id();
    String matter = "/fi/oma/palveluohjaus/" + id;
    as(nea, () -> varikko.navigators.take(nea, id));
    as(nea, () -> varikko.navigators.map(nea, id, Set.of(Need.LONELINESS), need));
    as(
        nea,
        () ->
            varikko.navigators.offer(
                nea,
                id,
                varikko
                    .findings
                    .option(
                        id, Option.Kind.SERVICE, varikko.aCafe(cafe).id().value(), "Siksi, " + note)
                    .orElseThrow()));
    varikko.chooses(aino, id, Option.Choice.WANTED);
    Inbox.Nameless received = as(kaisa, () -> varikko.inbox.of(kaisa, cafe.id())).getFirst();
    assertThat(here.ask(nea, get(matter)).getContentAsString()).contains(name, need, note);
    assertThat(outbox.letters(email)).as("letters wait for her").isNotEmpty();
    assertThat(disk.found(cafe.name().orEmpty(Lang.FI)))
        .as("the look finds what isn't sealed")
        .isNotEmpty();

    all.forEach(it -> assertThat(disk.found(it)).as("while the family is here").isEmpty());

    as(aino, () -> departure.of(aino));

    assertThat(outbox.letters(email)).as("the queue of mail").isEmpty();
    assertThat(here.ask(nea, get(matter)).getStatus()).isEqualTo(404);
    assertThat(here.ask(nea, post(matter).param("act", "close")).getStatus()).isEqualTo(404);
    assertThat(as(kaisa, () -> varikko.inbox.of(kaisa, cafe.id())))
        .noneMatch(it -> it.referral().id().equals(received.referral().id()));
    assertThat(Viewer.house(() -> people.find(email + "@perhe.example"))).isEmpty();
    for (String canary : all) {
      assertThat(disk.found(canary)).as("after the family has left").isEmpty();
      assertThat(said.getAll()).doesNotContain(canary);
    }
  }

  private Caller somebody() {
    return Viewer.house(() -> {
      var person = people.of(email + "@perhe.example", Lang.FI);
      people.rename(person.id(), name, Lang.FI);
      return people.caller(person.id(), Level.WEAK).orElseThrow();
    });
  }

  private HelpRequests.Asked asked(Organization team) {
    return new HelpRequests.Asked(
        team.id(),
        Varikko.HYVINKAA,
        HelpCase.Source.SELF,
        Set.of(Need.LONELINESS),
        "Kaipaan seuraa, " + words,
        HelpCase.Reach.PHONE,
        contact,
        Set.of(HelpCase.Hours.DAY),
        true);
  }
}
