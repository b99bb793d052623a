package fi.rinnalla.signin;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Notifications;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A person leaves and takes along all that is theirs, at once or not at all.
@Component
public class Departure {
  private final People people;
  private final Passkeys passkeys;
  private final OutsideAccounts outside;
  private final SignInLinks links;
  private final Sessions sessions;
  private final Notifications notifications;
  private final Gate gate;

  Departure(
      People people,
      Passkeys passkeys,
      OutsideAccounts outside,
      SignInLinks links,
      Sessions sessions,
      Notifications notifications,
      Gate gate) {
    this.people = people;
    this.passkeys = passkeys;
    this.outside = outside;
    this.links = links;
    this.sessions = sessions;
    this.notifications = notifications;
    this.gate = gate;
  }

  /// Letters that wait for them would tell them of what is no more theirs, so they go too.
  @Transactional
  public PersonId of(Caller caller) {
    PersonId person = caller.person().id();
    gate.open(
        caller,
        Action.DELETE,
        RecordType.ACCOUNT,
        person.toString(),
        Set.of(Relation.OWN),
        person.value());
    String email = caller.person().email();
    if (email != null) {
      links.forget(email);
      EmailAddress.find(email).ifPresent(notifications::forget);
    }
    passkeys.forget(person);
    outside.forget(person);
    sessions.endAll(person);
    people.forget(person);
    return person;
  }
}
