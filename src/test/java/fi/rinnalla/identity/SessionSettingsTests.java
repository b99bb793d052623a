package fi.rinnalla.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SessionSettingsTests {

  @Test
  void theNamesThatTheOperatorIsToldAreRead() {
    SessionSettings settings =
        settings(
            Map.of(
                "RINNALLA_SESSION_IDLE", "4h",
                "RINNALLA_SESSION_STAFF_IDLE", "1h",
                "RINNALLA_SESSION_LASTS", "2d",
                "RINNALLA_SESSION_STAFF_LASTS", "10h"));

    assertThat(settings)
        .isEqualTo(
            new SessionSettings(
                Duration.ofHours(4),
                Duration.ofHours(1),
                Duration.ofDays(2),
                Duration.ofHours(10)));
  }

  @Test
  void staffAreSignedOutSooner() {
    SessionSettings settings = settings(Map.of());

    assertThat(settings.idle(true)).isEqualTo(Duration.ofHours(2)).isLessThan(settings.idle(false));
  }

  private static SessionSettings settings(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    return new Binder(ConfigurationPropertySources.get(attached(environment)))
        .bindOrCreate("rinnalla.session", SessionSettings.class);
  }

  private static StandardEnvironment attached(StandardEnvironment environment) {
    ConfigurationPropertySources.attach(environment);
    return environment;
  }
}
