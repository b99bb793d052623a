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

  /// Whether a session is still open: nobody has signed out of it, and its time isn't out.
  @Transactional(readOnly = true)
  public boolean isOpen(String id) {
    return jdbc.sql("select exists (select from signin.session where session_id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// Ends every session of the person, on every device.
  @Transactional
  public void endAll(PersonId person) {
    jdbc.sql("delete from signin.session where principal_name = :person")
        .param("person", person.toString())
        .update();
  }
}
