package fi.rinnalla.signin;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.vault.Vault;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
  private final Vault vault;
  private final Gate gate;

  Departure(
      People people,
      Passkeys passkeys,
      OutsideAccounts outside,
      SignInLinks links,
      Sessions sessions,
      Notifications notifications,
      Vault vault,
      Gate gate) {
    this.people = people;
    this.passkeys = passkeys;
    this.outside = outside;
    this.links = links;
    this.sessions = sessions;
    this.notifications = notifications;
    this.vault = vault;
    this.gate = gate;
  }

  /// Letters that wait for them would tell them of what is no more theirs, so they go too. What was
  /// sealed with their key can't be opened from here on, nor from a backup after the receipt's day.
  @Transactional
  public Vault.Receipt of(Caller caller) {
    PersonId person = caller.person().id();
    gate.open(
        caller,
        Action.DELETE,
        RecordType.ACCOUNT,
        person.toString(),
        Set.of(Relation.OWN),
        person.value());
    return forget(caller.person());
  }

  /// Forgets again whoever was forgotten and has come back with a backup.
  ///
  /// @return how many
  @Transactional
  public int again() {
    int back = 0;
    for (UUID erased : vault.erased()) {
      Optional<Person> person = people.find(new PersonId(erased));
      if (person.isPresent()) {
        forget(person.get());
        back++;
      }
    }
    return back;
  }

  private Vault.Receipt forget(Person person) {
    String email = person.email();
    if (email != null) {
      links.forget(email);
      EmailAddress.find(email).ifPresent(notifications::forget);
    }
    passkeys.forget(person.id());
    outside.forget(person.id());
    sessions.endAll(person.id());
    people.forget(person.id());
    return vault.forget(person.id().value());
  }
}
