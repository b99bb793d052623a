package fi.rinnalla.notifications;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param key `RINNALLA_PUSH_KEY`, the private key as a JWK (RFC 7517, P-256), for whoever keeps
///   keys elsewhere; empty: one is made at the first need and kept in the database
/// @param hosts the push services that are asked, by host; one with a leading dot stands for all
///   under it. Addresses come from visitors, and this house is nobody's tool to knock elsewhere
/// @param trustLoopback also this very machine, without encryption: for tests
@ConfigurationProperties("rinnalla.push")
record PushSettings(
    @DefaultValue("") String key,
    @DefaultValue({
          "fcm.googleapis.com",
          "updates.push.services.mozilla.com",
          ".push.apple.com",
          ".notify.windows.com"
        })
        List<String> hosts,
    @DefaultValue("false") boolean trustLoopback) {

  PushSettings {
    hosts = List.copyOf(hosts);
  }

  boolean names(String host) {
    return hosts.stream().anyMatch(it -> it.startsWith(".") ? host.endsWith(it) : host.equals(it));
  }

  /// Without the key.
  @Override
  public String toString() {
    return String.valueOf(hosts);
  }
}
