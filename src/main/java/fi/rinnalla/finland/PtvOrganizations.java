package fi.rinnalla.finland;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Contact;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationKind;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.RecordNotice;
import fi.rinnalla.exchange.Sink;
import fi.rinnalla.exchange.SourceIds;
import fi.rinnalla.exchange.Unmapped;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Organizations of PTV as ours, each with a place where it has a visiting address.
final class PtvOrganizations {
  private final SourceIds ids;
  private final Sink sink;
  private final Unmapped unmapped;
  private final Areas areas;
  private final Set<String> known = new HashSet<>();

  PtvOrganizations(SourceIds ids, Sink sink, Unmapped unmapped, Areas areas) {
    this.ids = ids;
    this.sink = sink;
    this.unmapped = unmapped;
    this.areas = areas;
  }

  boolean knows(String id) {
    return known.contains(id);
  }

  void take(String id, JsonNode json) {
    WatchedThing thing = WatchedThing.of(json);
    PtvThing of = PtvThing.of(thing, id, sink);
    OrganizationId own = id(id);
    thing.pass("id");
    if (!PtvRun.isPublished(thing, id, sink)) {
      sink.gone(Draft.Kind.ORGANIZATION, own.value());
      return;
    }
    Text name = of.name("organizationNames");
    if (name.isEmpty()) {
      sink.refuse(
          Draft.Kind.ORGANIZATION,
          own.value(),
          new FieldNotice.MissingRequiredField(id, "organizationNames", null));
      return;
    }
    String parent = thing.text("parentOrganizationId");
    PtvContacts.Web web = PtvContacts.web(of, "webPages");
    List<Contact> emails = new ArrayList<>(PtvContacts.emails(of, "emails"));
    String email = emails.isEmpty() ? null : emails.removeFirst().email();
    PtvAddresses addresses = PtvAddresses.of(of, "addresses", areas);
    Text description =
        Paragraphs.join(
            "\n\n",
            of.text("organizationDescriptions", "Summary", Reading.PROSE),
            of.text("organizationDescriptions", "Description", Reading.PROSE),
            web.others());
    sink.take(
        new Draft.OfOrganization(
            new Draft.Origin(id, thing.raw(), web.first(), false),
            new Organization(
                own,
                kind(thing.text("organizationType"), name),
                name,
                of.otherName("organizationNames", name),
                description,
                email,
                web.first(),
                parent == null ? null : id(parent),
                area(thing),
                identifiers(id, thing),
                PtvContacts.phones(of, "phoneNumbers"),
                emails,
                Verification.NEVER)));
    known.add(id);
    place(own, id, thing, name, addresses);
    unmapped.count("Organization", thing.unasked());
  }

  /// Of an organization that another record names and nobody tells more of.
  void named(String id, @Nullable String name) {
    if (known.add(id)) {
      Text called = Text.fi(name == null ? null : name.strip());
      if (called.isEmpty()) {
        return;
      }
      sink.take(
          new Draft.OfOrganization(
              new Draft.Origin(id, "", null, true),
              new Organization(
                  id(id),
                  kind(null, called),
                  called,
                  Text.none(),
                  Text.none(),
                  null,
                  null,
                  null,
                  null,
                  List.of(),
                  List.of(),
                  List.of(),
                  Verification.NEVER)));
    }
  }

  OrganizationId id(String id) {
    return new OrganizationId(ids.of(Draft.Kind.ORGANIZATION, id));
  }

  private void place(
      OrganizationId own, String id, WatchedThing thing, Text name, PtvAddresses addresses) {
    List<Location.Address> visiting =
        addresses.addresses().stream().filter(it -> "physical".equals(it.type())).toList();
    if (visiting.isEmpty() || visiting.getFirst().address1().isEmpty()) {
      return;
    }
    String place = id + " visiting";
    sink.take(
        new Draft.OfLocation(
            new Draft.Origin(place, thing.raw(), null, false),
            new Location(
                new LocationId(ids.of(Draft.Kind.LOCATION, place)),
                own,
                Location.Type.PHYSICAL,
                Location.Visibility.PUBLIC,
                name,
                Text.none(),
                Text.none(),
                addresses.wayIn(),
                addresses.position(),
                addresses.approximate(),
                addresses.area(),
                visiting,
                Set.of(),
                addresses.accessibility(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                Verification.NEVER)));
  }

  private @Nullable AreaCode area(WatchedThing thing) {
    WatchedThing municipality = thing.thing("municipality");
    if (municipality == null) {
      return null;
    }
    municipality.pass("name");
    String code = municipality.text("code");
    AreaCode area = code == null ? null : AreaCode.municipality(code);
    return area != null && areas.find(area).isPresent() ? area : null;
  }

  private static List<Organization.Identifier> identifiers(String id, WatchedThing thing) {
    List<Organization.Identifier> identifiers = new ArrayList<>();
    identifiers.add(new Organization.Identifier("FI-PTV", "PTV", id));
    String business = thing.text("businessCode");
    if (business != null) {
      identifiers.add(new Organization.Identifier("FI-YTUNNUS", "Y-tunnus", business));
    }
    String oid = thing.text("oid");
    if (oid != null) {
      identifiers.add(new Organization.Identifier("OID", "OID", oid));
    }
    return identifiers;
  }

  /// PTV knows public bodies and companies apart; who a parish or an association is, its name
  /// tells.
  private static OrganizationKind kind(@Nullable String type, Text name) {
    String words = " " + name.orEmpty(Lang.FI).toLowerCase(Locale.ROOT) + " ";
    if (words.matches(".*(hyvinvointialue|hyvinvointikuntayhtymä|välfärdsområde).*")) {
      return OrganizationKind.WELLBEING_COUNTY;
    }
    if (words.matches(".*(seurakun|församling).*")) {
      return OrganizationKind.PARISH;
    }
    return switch (Objects.toString(type, "")) {
      case "Municipality" -> OrganizationKind.MUNICIPALITY;
      case "SotePublic" -> OrganizationKind.WELLBEING_COUNTY;
      case "Company", "SotePrivate" -> OrganizationKind.COMPANY;
      default ->
          words.matches(".*( ry | r\\.y\\. | rf | r\\.f\\. |yhdistys|förening|säätiö).*")
              ? OrganizationKind.NGO
              : OrganizationKind.OTHER;
    };
  }

  void archived(String id) {
    sink.gone(Draft.Kind.ORGANIZATION, id(id).value());
    sink.notice(new RecordNotice.NotPublished(id, null));
  }
}
