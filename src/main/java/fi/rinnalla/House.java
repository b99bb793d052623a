package fi.rinnalla;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts everything. The rooms are the packages beside this class; README.md draws the plan of the
/// house and `ModularityTests` keeps it.
// Nobody signs in by a password, so none is made up at start.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(sharedModules = {"vocabulary", "pages", "storage", "identity"})
public class House {

  public static void main(String[] args) {
    Door.open(args);
  }

  /// Time is given: every room asks this clock, and tests set it.
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
