package fi.rinnalla.signin;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The rule of changing how one signs in. Staff who have a strong way in must have come by it:
/// otherwise whoever reads their mail could add a way of their own and be as strong as they are.
/// The first one can only come by mail (decision 0017).
@Component
public class Factors {
  private final JdbcClient jdbc;
  private final OidcSettings provider;
  private final Gate gate;

  Factors(JdbcClient jdbc, OidcSettings provider, Gate gate) {
    this.jdbc = jdbc;
    this.provider = provider;
    this.gate = gate;
  }

  /// Whether the session is too weak for changing this person's ways of signing in. Whoever holds
  /// any role is staff here.
  @Transactional(readOnly = true)
  public boolean needStronger(Caller caller) {
    return !caller.held().isEmpty()
        && caller.level() != Level.STRONG
        && hasStrong(caller.person().id());
  }

  private boolean hasStrong(PersonId person) {
    return jdbc.sql(
            """
            select exists (select from signin.passkey where person = :person)
                or :provider and exists (select from signin.outside where person = :person)
            """)
        .param("person", person.value())
        .param("provider", provider.isStrong())
        .query(Boolean.class)
        .single();
  }

  /// Lets one change at a time be made to a person's ways of signing in, until the transaction
  /// ends: of two first ones that are added at once, the later must see the earlier.
  @Transactional(propagation = Propagation.MANDATORY)
  void hold(PersonId person) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('factor ' || :person, 0))::text")
        .param("person", person.toString())
        .query(String.class)
        .single();
  }

  /// Writes a change down, in its transaction.
  @Transactional(propagation = Propagation.MANDATORY)
  void write(Caller caller, Action action) {
    gate.open(
        caller,
        action,
        RecordType.FACTOR,
        caller.person().id().toString(),
        Set.of(Relation.OWN),
        caller.id());
  }
}
