package fi.rinnalla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The operator's commands as they are started, with the whole house behind them but its pages.
@ExtendWith(OutputCaptureExtension.class)
class CommandsTests {
  @TempDir static Path data;
  private static String database = "";

  @BeforeAll
  static void anEmptyHouse() {
    database = Postgres.createDatabase();
  }

  @ParameterizedTest
  @ValueSource(strings = {"import", "sources", "bench", "audit", "doubles"})
  void eachCommandIsThere(String command) {
    assertThat(run(command, "--help")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "bench search --help", "person invite --help", "run --help"})
  void everyWordSaysHowItIsUsed(String words, CapturedOutput said) {
    assertThat(run(words.split(" "))).isZero();
    assertThat(said).contains("Usage: rinnalla").doesNotContain("Unknown option");
  }

  @Test
  void theSourcesOfAnEmptyHouseAreListed() {
    assertThat(run("sources")).isZero();
  }

  @Test
  void anEmptyLogIsWhole() {
    assertThat(run("audit")).isZero();
  }

  @Test
  void aCommandOfTwoWordsHangsUnderTheFirst() {
    assertThat(run("bench", "merging", "--help")).isZero();
  }

  @Test
  void aCommandUnderAnotherIsGivenWhatWasTyped(CapturedOutput said) {
    assertThat(run("bench", "search", "5k")).isEqualTo(2);
    assertThat(said).contains("10k, 100k or 1m, not 5k").doesNotContain("Exception");
  }

  @Test
  void theFirstPersonIsInvitedByACommand(CapturedOutput said) {
    assertThat(run("person", "invite", "--role=REGION_ADMIN", "--area=M106", "anna@example.org"))
        .isZero();
    assertThat(said).contains("it works once, for a day").containsPattern("https?://\\S+");
  }

  @Test
  void anUnknownWordIsRefusedWithTheOnesThereAre(CapturedOutput said) {
    assertThat(run("sing")).isEqualTo(2);
    assertThat(said).contains("sing", "import", "audit");
  }

  private static int run(String... words) {
    return Door.command(
        words,
        "--rinnalla.data=" + data,
        "--spring.datasource.url=" + database,
        "--spring.datasource.username=postgres");
  }
}
