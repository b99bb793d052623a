package fi.rinnalla.signin;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/// The people as WebAuthn wants them. They are the identity room's, so nothing is kept here.
@Component
class PasskeyPeople implements PublicKeyCredentialUserEntityRepository {
  private final People people;

  PasskeyPeople(People people) {
    this.people = people;
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return people.find(PasskeyRows.person(handle)).map(PasskeyPeople::entity).orElse(null);
  }

  /// @param name a person's id, as [fi.rinnalla.identity.SignedIn#getName] gives it
  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
    return people.find(PersonId.of(name)).map(PasskeyPeople::entity).orElse(null);
  }

  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    throw new UnsupportedOperationException("people are made by the identity room");
  }

  @Override
  public void delete(Bytes handle) {
    throw new UnsupportedOperationException("people are forgotten by the identity room");
  }

  /// The name is what the browser's own list shows among the passkeys of this site.
  private static PublicKeyCredentialUserEntity entity(Person person) {
    String email = person.email();
    String name = !person.name().isEmpty() ? person.name() : email == null ? "Rinnalla" : email;
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(PasskeyRows.handle(person.id()))
        .name(name)
        .displayName(name)
        .build();
  }
}
