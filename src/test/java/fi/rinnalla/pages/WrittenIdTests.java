package fi.rinnalla.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenIdTests {
  @Test
  void anIdIsReadAsItWasWritten() {
    UUID id = UUID.randomUUID();

    assertThat(WrittenId.find(id.toString())).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1-1-1-1", "------------------------------------", "ä", "../../"})
  void whatIsNoIdIsNone(String written) {
    assertThat(WrittenId.find(written)).isEmpty();
  }
}
