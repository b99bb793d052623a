package fi.rinnalla.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the demo, in which anyone may be an administrator, is let out.
class DemoStaysHomeTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.1",
        "[::1]",
        "192.168.1.20",
        "10.1.2.3",
        "172.20.0.2",
        "fd00::1"
      })
  void atHomeAndInAPrivateNetwork(String host) {
    assertThat(DemoStaysHome.isPrivate(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rinnalla.example",
        "8.8.8.8",
        "0.0.0.0",
        "::",
        "[2001:db8::1]",
        "172.32.0.1",
        "localhost.example",
        "127.0.0.1.example",
        "127.1",
        "null",
        ""
      })
  void notWhereTheWorldOrEveryInterfaceIs(String host) {
    assertThat(DemoStaysHome.isPrivate(host)).isFalse();
  }
}
