package fi.rinnalla.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.identity.Limited;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

/// Who sends a form often is told to wait; who only shares a proxy with him is not.
class LimitsTests {
  private static final String PROXY = "10.0.0.5";

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  static final class Door {
    @Limited(perHour = 1)
    public void open() {}
  }

  private Limits behind(String... proxies) {
    return new Limits(clock, new Proxies(List.of(proxies)), _ -> new byte[32]);
  }

  private static int ask(Limits limits, String from, String... forwarded) {
    try {
      var request = new MockHttpServletRequest("POST", "/fi/ovi");
      request.setRemoteAddr(from);
      for (String one : forwarded) {
        request.addHeader("X-Forwarded-For", one);
      }
      var response = new MockHttpServletResponse();
      limits.preHandle(
          request, response, new HandlerMethod(new Door(), Door.class.getMethod("open")));
      return response.getStatus();
    } catch (IOException | NoSuchMethodException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  @Test
  void aSecondTryFromTheSameAddressWaits() {
    Limits limits = behind();
    assertThat(ask(limits, "192.0.2.1")).isEqualTo(200);
    assertThat(ask(limits, "192.0.2.1")).isEqualTo(429);
    assertThat(ask(limits, "192.0.2.2")).isEqualTo(200);
  }

  @Test
  void aHomeCountsOnceHoweverManyAddressesOfItsNetworkItUses() {
    Limits limits = behind();
    assertThat(ask(limits, "2001:db8:1:2::1")).isEqualTo(200);
    assertThat(ask(limits, "2001:db8:1:2:ffff::9")).isEqualTo(429);
    assertThat(ask(limits, "2001:db8:1:3::1")).isEqualTo(200);
  }

  @Test
  void visitorsOfAProxyThatIsKnownAreToldApart() {
    Limits limits = behind(PROXY);
    assertThat(ask(limits, PROXY, "192.0.2.1")).isEqualTo(200);
    assertThat(ask(limits, PROXY, "192.0.2.2")).isEqualTo(200);
    assertThat(ask(limits, PROXY, "192.0.2.1")).isEqualTo(429);
  }

  @Test
  void aChainOfProxiesIsFollowedToTheFirstThatIsNotKnown() {
    Limits limits = behind("10.0.0.0/24", "2001:db8::/32");
    assertThat(ask(limits, PROXY, "192.0.2.1, 2001:db8::7", "10.0.0.9")).isEqualTo(200);
    assertThat(ask(limits, PROXY, "192.0.2.1")).isEqualTo(429);
  }

  @Test
  void aPortBesideTheAddressTellsNobodyApart() {
    Limits limits = behind(PROXY);
    assertThat(ask(limits, PROXY, "192.0.2.1:4711")).isEqualTo(200);
    assertThat(ask(limits, PROXY, "192.0.2.1:4712")).isEqualTo(429);
    assertThat(ask(limits, PROXY, "[2001:db8:5::1]:4711")).isEqualTo(200);
    assertThat(ask(limits, PROXY, "2001:db8:5::1")).isEqualTo(429);
  }

  @Test
  void whatAVisitorSaysOfHimselfIsNotBelieved() {
    Limits limits = behind(PROXY);
    assertThat(ask(limits, "192.0.2.1", "198.51.100.1")).isEqualTo(200);
    assertThat(ask(limits, "192.0.2.1", "198.51.100.2")).isEqualTo(429);
    assertThat(ask(limits, PROXY, "198.51.100.3, 192.0.2.1")).isEqualTo(429);
  }

  @Test
  void aListThatIsNoListCountsAsTheProxyItself() {
    Limits limits = behind(PROXY);
    assertThat(ask(limits, PROXY, "unknown")).isEqualTo(200);
    assertThat(ask(limits, PROXY, "evil.example")).isEqualTo(429);
  }

  @Test
  void aSettingThatIsNoAddressStopsTheStartWithAClearSentence() {
    assertThatThrownBy(() -> behind("the-proxy"))
        .hasMessageContaining("RINNALLA_PROXY")
        .hasMessageContaining("the-proxy");
  }
}
