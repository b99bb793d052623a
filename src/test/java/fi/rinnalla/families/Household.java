package fi.rinnalla.families;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Consent.Purpose;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// A family's adults, an organization that asks them, and the letters they get.
@Component
public class Household {
  private final People people;
  private final Families families;
  private final Directory directory;
  private final Outbox outbox;
  private final HouseWork house;

  Household(People people, Families families, Directory directory, Outbox outbox, HouseWork house) {
    this.people = people;
    this.families = families;
    this.directory = directory;
    this.outbox = outbox;
    this.house = house;
  }

  /// Somebody with an address, which begins with a name.
  public Caller someone(String name) {
    return Viewer.house(() -> {
      var person = people.of(name + "-" + UUID.randomUUID() + "@perhe.example", Lang.FI);
      people.rename(person.id(), name, Lang.FI);
      return people.caller(person.id(), Level.WEAK).orElseThrow();
    });
  }

  public Caller worker(Organization organization) {
    Caller worker = someone("Tyyne");
    return Viewer.house(() -> {
      people.give(worker.person().id(), Role.ORG_EDITOR, organization.id().value(), null, null);
      return people.caller(worker.person().id(), Level.STRONG).orElseThrow();
    });
  }

  public Organization anOrganization() {
    Organization organization = Listings.anAssociation("Varikko ry " + UUID.randomUUID());
    directory.publish("t", organization);
    return organization;
  }

  /// A family of two children in Hyvinkää.
  public Family tells(Caller adult) throws Exception {
    return adult
        .viewer()
        .run(() ->
            families.tell(
                adult,
                new Families.Told(
                    "Karhut",
                    AreaCode.municipality("106"),
                    "05800",
                    false,
                    List.of(new Child("Otso", 2022), new Child("Ursa", 2025)))));
  }

  static Consents.Asked asked(Caller person, Organization organization, UUID matter) {
    return new Consents.Asked(
        person.person().id(),
        organization.id(),
        Purpose.REFERRAL,
        Set.of(Disclosed.NAME, Disclosed.CHILDREN),
        matter);
  }

  public List<String> letters(Caller to) {
    return outbox.letters(String.valueOf(to.person().email()));
  }

  /// The secret of the last letter's link that leads to such a page.
  public String secret(Caller to, String path) {
    Matcher link = Pattern.compile(path + "/([0-9a-f]{64})").matcher(letters(to).getLast());
    if (!link.find()) {
      throw new AssertionError("no such link in the letter");
    }
    return link.group(1);
  }
}
