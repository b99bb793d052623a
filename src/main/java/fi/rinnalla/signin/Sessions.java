package fi.rinnalla.signin;

import fi.rinnalla.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Everybody's sessions, as Spring Session keeps them. Asked also by commands, which have no web.
@Component
public class Sessions {
  private final JdbcClient jdbc;

  Sessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Ends every session of the person, on every device.
  @Transactional
  public void endAll(PersonId person) {
    jdbc.sql("delete from signin.session where principal_name = :person")
        .param("person", person.toString())
        .update();
  }
}
