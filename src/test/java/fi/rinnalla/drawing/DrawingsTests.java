package fi.rinnalla.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Many who ask at once.
class DrawingsTests {
  private final Drawings drawings = new Drawings();

  @Test
  void fiftyWhoAskForTheSameAtOnceCostOneDrawingAndAllGetIt() throws Exception {
    AtomicInteger drawn = new AtomicInteger();
    try (ExecutorService askers = Executors.newFixedThreadPool(50)) {
      CountDownLatch allThere = new CountDownLatch(50);
      List<Future<Optional<byte[]>>> answers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        answers.add(
            askers.submit(() -> {
              allThere.countDown();
              allThere.await();
              return drawings.drawn(
                  "the poster",
                  () -> {
                    drawn.incrementAndGet();
                    pause(300);
                    return new byte[] {7};
                  });
            }));
      }
      for (Future<Optional<byte[]>> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS))
            .hasValueSatisfying(it -> assertThat(it).containsExactly(7));
      }
    }
    assertThat(drawn).hasValue(1);
  }

  @Test
  void thoseWhoAskForDifferentOnesAreTurnedAwayWhenTooManyWait() throws Exception {
    CountDownLatch enough = new CountDownLatch(1);
    try (ExecutorService askers = Executors.newFixedThreadPool(30)) {
      List<Future<Optional<byte[]>>> answers = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        String content = "poster " + i;
        answers.add(
            askers.submit(() ->
                drawings.drawn(
                    content,
                    () -> {
                      await(enough);
                      return new byte[] {1};
                    })));
      }
      pause(300);
      enough.countDown();
      int turnedAway = 0;
      for (Future<Optional<byte[]>> answer : answers) {
        turnedAway += answer.get(20, TimeUnit.SECONDS).isEmpty() ? 1 : 0;
      }
      // Two draw and eight wait; how many more slip in between is a matter of the moment.
      assertThat(turnedAway).isBetween(10, 20);
    }
  }

  @Test
  void whatCouldNotBeDrawnMayBeAskedAgain() {
    assertThatThrownBy(() ->
            drawings.drawn(
                "torn",
                () -> {
                  throw new IllegalStateException("no ink");
                }))
        .hasMessage("no ink");

    assertThat(drawings.drawn("torn", () -> new byte[] {2})).isPresent();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
