package fi.rinnalla.families;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Families, kept by their own adults. Nobody else comes in by this door: what an organization may
/// know of a family it is told by [Disclosure], as far as there is a consent.
@Component
public class Families {
  private static final int MOST_INVITATIONS = 3;

  private final FamilyRows rows;
  private final FamilyLetters letters;
  private final SignInLinks secrets;
  private final FamilySettings settings;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Families(
      FamilyRows rows,
      FamilyLetters letters,
      SignInLinks secrets,
      FamilySettings settings,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.letters = letters;
    this.secrets = secrets;
    this.settings = settings;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What an adult tells of the family; how it is read is the form's business.
  public record Told(
      String nickname,
      @Nullable AreaCode municipality,
      String postcode,
      boolean isProtected,
      List<Child> children) {
    public Told {
      children = List.copyOf(children);
    }
  }

  /// What became of asking another adult to come along.
  public enum Invited {
    SENT,
    NO_ADDRESS,
    TOO_MANY,
    NO_FAMILY
  }

  /// What became of coming along.
  public enum Joined {
    DONE,
    /// Used, too old, or taken back: which isn't told.
    NOT_GOOD,
    /// They have a family here already.
    HAS_ONE
  }

  /// The caller's own.
  @Transactional
  public Optional<Family> of(Caller caller) {
    return house.step(() -> {
      Optional<Family> own = rows.of(caller.person().id()).flatMap(rows::find);
      own.ifPresent(it -> open(caller, Action.READ, it.id()));
      return own;
    });
  }

  /// Writes down what an adult tells; the first time it makes the family.
  @Transactional
  public Family tell(Caller caller, Told told) {
    PersonId person = caller.person().id();
    return house.step(() -> {
      FamilyId id = rows.of(person).orElse(null);
      boolean isNew = id == null;
      if (id == null) {
        id = new FamilyId(UUID.randomUUID());
      } else {
        rows.hold(id);
      }
      open(caller, isNew ? Action.CREATE : Action.UPDATE, id);
      Family family =
          new Family(
              id,
              told.nickname(),
              told.isProtected() ? null : told.municipality(),
              told.isProtected() ? "" : told.postcode(),
              told.isProtected(),
              told.children(),
              0);
      rows.put(family, clock.instant());
      if (isNew && !rows.join(person, id, clock.instant())) {
        // The same person's other browser was a moment faster.
        rows.delete(id);
        return rows.of(person).flatMap(rows::find).orElseThrow();
      }
      return rows.find(id).orElseThrow();
    });
  }

  /// Asks another adult to come along, by a letter.
  @Transactional
  public Invited invite(Caller caller, String address) {
    Optional<EmailAddress> to = EmailAddress.find(address);
    if (to.isEmpty()) {
      return Invited.NO_ADDRESS;
    }
    return house.step(() -> {
      FamilyId family = rows.of(caller.person().id()).orElse(null);
      if (family == null || !rows.hold(family)) {
        return Invited.NO_FAMILY;
      }
      Instant now = clock.instant();
      if (rows.adults(family) >= Family.MOST_ADULTS
          || rows.invitations(family, now) >= MOST_INVITATIONS) {
        return Invited.TOO_MANY;
      }
      open(caller, Action.UPDATE, family);
      String secret = secrets.secret();
      Instant until = now.plus(settings.invited());
      rows.invite(family, secret, until);
      letters.invite(to.get(), caller.person().lang(), secret, until);
      return Invited.SENT;
    });
  }

  /// Whether the link of an invitation is good.
  @Transactional(readOnly = true)
  public boolean isInvited(String secret) {
    return house.step(() -> rows.invited(secret, clock.instant()).isPresent());
  }

  /// Comes along by an invitation's link, which is used up by it.
  @Transactional
  public Joined join(Caller caller, String secret) {
    PersonId person = caller.person().id();
    return house.step(() -> {
      FamilyId family = rows.invited(secret, clock.instant()).orElse(null);
      if (family == null || !rows.hold(family) || rows.adults(family) >= Family.MOST_ADULTS) {
        return Joined.NOT_GOOD;
      }
      if (!rows.join(person, family, clock.instant())) {
        return Joined.HAS_ONE;
      }
      rows.used(secret);
      open(caller, Action.UPDATE, family);
      return Joined.DONE;
    });
  }

  /// Leaves the family. With the last adult the family goes, and with it the key to its words.
  @Transactional
  public boolean leave(Caller caller) {
    PersonId person = caller.person().id();
    return house.step(() -> {
      FamilyId family = rows.of(person).orElse(null);
      if (family == null) {
        return false;
      }
      open(caller, Action.DELETE, family);
      letGo(person);
      return true;
    });
  }

  /// Whoever leaves the house leaves the family too.
  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      letGo(left.person());
      return left;
    });
  }

  private void letGo(PersonId person) {
    rows.of(person)
        .ifPresent(family -> {
          rows.hold(family);
          rows.leave(person);
          if (rows.adults(family) == 0) {
            rows.delete(family);
          }
        });
  }

  private void open(Caller caller, Action action, FamilyId family) {
    gate.open(
        caller,
        action,
        RecordType.FAMILY,
        family.toString(),
        Set.of(Relation.OWN),
        caller.person().id().value());
  }
}
