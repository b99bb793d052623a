package fi.rinnalla.signin;

import fi.rinnalla.audit.Audit;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Invitations: by the operator to a role, and back in when all strong ways are lost; and by
/// colleagues, who never see the link. Each is in the audit log, and the person's address always
/// hears of it.
@Component
public class Invitations {
  /// So many letters with an invitation one address gets a day; more would be pestering.
  private static final int MOST_LETTERS = 3;

  private final People people;
  private final Passkeys passkeys;
  private final OutsideAccounts outside;
  private final SignInLinks links;
  private final Sessions sessions;
  private final InvitationLetter invitation;
  private final FactorLetter notice;
  private final Audit audit;
  private final SiteAddress site;
  private final HouseWork house;

  Invitations(
      People people,
      Passkeys passkeys,
      OutsideAccounts outside,
      SignInLinks links,
      Sessions sessions,
      InvitationLetter invitation,
      FactorLetter notice,
      Audit audit,
      SiteAddress site,
      HouseWork house) {
    this.people = people;
    this.passkeys = passkeys;
    this.outside = outside;
    this.links = links;
    this.sessions = sessions;
    this.invitation = invitation;
    this.notice = notice;
    this.audit = audit;
    this.site = site;
    this.house = house;
  }

  /// Gives a role, and makes a link. Ways of signing in that the person has stay as they are.
  ///
  /// @param send whether the link goes by letter too
  @Transactional
  URI toRole(
      EmailAddress to,
      Lang lang,
      Role role,
      @Nullable UUID organization,
      @Nullable AreaCode area,
      boolean send) {
    Person person = people.of(to.value(), lang);
    people.give(person.id(), role, organization, area, null);
    if (!send) {
      notice.tell(person.id(), FactorLetter.Change.INVITED);
    }
    return invited(person, to, send);
  }

  /// Takes away the person's passkeys and linked account, ends their sessions and older links, and
  /// makes a new link: so whoever found the device, or reads the mail, gains nothing by what was
  /// before. Nothing when nobody has the address.
  @Transactional
  Optional<URI> afterLoss(EmailAddress to, boolean send) {
    return people
        .find(to.value())
        .map(person -> {
          passkeys.forget(person.id());
          outside.forget(person.id());
          sessions.endAll(person.id());
          links.forget(to.value());
          written(Action.DELETE, RecordType.FACTOR, person, "lost");
          notice.tell(person.id(), FactorLetter.Change.LOST);
          return invited(person, to, send);
        });
  }

  /// Sends a link to somebody whom a colleague asks along. It signs in whoever reads the mail of
  /// the address and gives nothing yet; that there is a person is first known when it's used. The
  /// letter tells neither who asks nor for whom.
  ///
  /// @param backTo the path where the answer is given
  /// @return whether a letter went: not when the address has been asked too often
  @Transactional
  public boolean along(EmailAddress to, Lang lang, String backTo) {
    return house.step(() -> {
      if (links.invited(to.value()) >= MOST_LETTERS) {
        return false;
      }
      String token = links.invite(to.value(), backTo);
      invitation.send(to, lang, "invite.letter.along", site.of(Route.SIGN_IN.path(lang, token)));
      return true;
    });
  }

  /// Gives a role for an area by the right of somebody who looks after it, and sends a letter with
  /// a link. The role counts only in a strong session, which the link leads to.
  ///
  /// @return whether it was given and a letter went: not when the address has been asked too often
  @Transactional
  public boolean toArea(Caller by, EmailAddress to, Lang lang, Role role, AreaCode area) {
    return house.step(() -> {
      if (links.invited(to.value()) >= MOST_LETTERS) {
        return false;
      }
      Person person = people.of(to.value(), lang);
      people.give(person.id(), role, null, area, by);
      invited(person, to, true);
      return true;
    });
  }

  private URI invited(Person person, EmailAddress to, boolean send) {
    String token = links.invite(to.value(), Route.PASSKEYS.path(person.lang()));
    written(Action.CREATE, RecordType.LINK, person, "invited");
    URI link = site.of(Route.SIGN_IN.path(person.lang(), token));
    if (send) {
      invitation.send(to, person.lang(), "invite.letter.text", link);
    }
    return link;
  }

  private void written(Action action, RecordType record, Person person, String basis) {
    UUID id = person.id().value();
    audit.write(null, "HOUSE", action.code(), record.code(), id.toString(), id, basis);
  }
}
