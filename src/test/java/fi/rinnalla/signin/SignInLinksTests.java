package fi.rinnalla.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A link signs in once, soon, and in the browser that asked.
@HouseTest
class SignInLinksTests {
  @Autowired SignInLinks links;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void aLinkSignsInTheOneWhoReadsTheMail() {
    String token = linkFor("Aino@Example.org", "browser");

    var welcome = (SignInLinks.Outcome.Welcome) use(token, "browser");

    assertThat(welcome.person().email()).isEqualTo("aino@example.org");
    assertThat(welcome.backTo()).isEqualTo("/fi/oma");
  }

  /// An address in capitals is led to small letters, and a link would lose its secret on the way.
  @Test
  void aLinkSurvivesBeingTidied() {
    String token = linkFor("tidy@example.org", "browser");

    assertThat(token).isLowerCase();
    assertThat(use(token.toLowerCase(Locale.ROOT), "browser"))
        .isInstanceOf(SignInLinks.Outcome.Welcome.class);
  }

  @Test
  void theSameAddressIsTheSamePerson() {
    var first = (SignInLinks.Outcome.Welcome) use(linkFor("same@example.org", "b"), "b");
    var second = (SignInLinks.Outcome.Welcome) use(linkFor("SAME@example.org ", "b"), "b");

    assertThat(second.person().id()).isEqualTo(first.person().id());
  }

  @Test
  void anotherBrowserIsNotLetInAndDoesNotSpoilTheLink() {
    String token = linkFor("b@example.org", "mine");

    assertThat(use(token, "theirs")).isInstanceOf(SignInLinks.Outcome.NotGood.class);
    assertThat(use(token, "mine")).isInstanceOf(SignInLinks.Outcome.Welcome.class);
  }

  @Test
  void aLinkIsGoodForAQuarterOfAnHour() {
    String soon = linkFor("c@example.org", "b");
    clock.set(GivenClock.NOW.plus(Duration.ofMinutes(14)));
    assertThat(use(soon, "b")).isInstanceOf(SignInLinks.Outcome.Welcome.class);

    clock.set(GivenClock.NOW);
    String late = linkFor("c@example.org", "b");
    clock.set(GivenClock.NOW.plus(Duration.ofMinutes(16)));
    assertThat(use(late, "b")).isInstanceOf(SignInLinks.Outcome.NotGood.class);
  }

  @Test
  void ofAHundredAtOnceOneIsLetIn() throws Exception {
    for (int round = 0; round < 10; round++) {
      String token = linkFor("race" + round + "@example.org", "b");
      CountDownLatch start = new CountDownLatch(1);
      List<Future<SignInLinks.Outcome>> all = new ArrayList<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 100; i++) {
          all.add(
              threads.submit(() -> {
                start.await();
                return use(token, "b");
              }));
        }
        start.countDown();
        long welcomed = 0;
        for (Future<SignInLinks.Outcome> one : all) {
          welcomed += one.get() instanceof SignInLinks.Outcome.Welcome ? 1 : 0;
        }
        assertThat(welcomed).isEqualTo(1);
      }
    }
  }

  @Test
  void anAddressIsNotPesteredWithLinks() {
    for (int i = 0; i < 5; i++) {
      linkFor("pestered@example.org", "b");
    }
    assertThat(Viewer.house(() -> links.make("pestered@example.org", "b", ""))).isEmpty();
  }

  @Test
  void whoeverReadsTheTableCanNotSignIn() {
    String token = linkFor("d@example.org", "b");

    assertThat(jdbc.sql("select count(*) from signin.link").query(Long.class).single())
        .as("without the house nothing is seen")
        .isZero();
    assertThat(token).hasSizeGreaterThan(40);
  }

  private String linkFor(String email, String browser) {
    return Viewer.house(() -> links.make(email, browser, "/fi/oma")).orElseThrow();
  }

  private SignInLinks.Outcome use(String token, String browser) {
    return Viewer.house(() -> links.use(token, browser, Lang.FI));
  }
}
