package fi.rinnalla.exchange;

import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceAtLocationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The four great records of HSDS as ours. Each method makes one draft, or says why it can't.
@Component
class HsdsRecords {
  private final HsdsParts parts;

  HsdsRecords(HsdsParts parts) {
    this.parts = parts;
  }

  /// @param embedded whether the node came inside another record
  /// @param parent the id of the record that it came in, where it takes the place of a pointer
  record Found(Node node, boolean embedded, @Nullable String parent) {
    static Found alone(Node node) {
      return new Found(node, false, null);
    }
  }

  void organization(Found found, SourceIds ids, Sink sink) {
    Reading it = begin(found, "organizations", sink);
    if (it == null) {
      return;
    }
    OrganizationId id = new OrganizationId(ids.of(Draft.Kind.ORGANIZATION, it.record()));
    Text name = it.line("name");
    if (name.isEmpty()) {
      missing(Draft.Kind.ORGANIZATION, id.value(), it, "name");
      return;
    }
    List<Organization.Identifier> identifiers = new ArrayList<>();
    for (Node node : found.node().list("organization_identifiers")) {
      String identifier = node.text("identifier");
      String scheme = node.text("identifier_scheme", "identifier_type");
      if (identifier != null && scheme != null) {
        identifiers.add(
            new Organization.Identifier(scheme, node.text("identifier_type"), identifier));
      }
    }
    String parent = found.node().text("parent_organization_id");
    sink.take(
        new Draft.OfOrganization(
            origin(found, it, it.node().text("website", "url", "uri")),
            new Organization(
                id,
                HsdsWords.kind(it),
                name,
                it.line("alternate_name"),
                it.prose("description"),
                it.email("email"),
                it.web("website", "url"),
                parent == null ? null : new OrganizationId(ids.of(Draft.Kind.ORGANIZATION, parent)),
                area(it, "area_code"),
                identifiers,
                parts.phones(it),
                parts.contacts(it),
                it.verification("assured_date"))));
  }

  void location(Found found, SourceIds ids, Sink sink) {
    Reading it = begin(found, "locations", sink);
    if (it == null) {
      return;
    }
    LocationId id = new LocationId(ids.of(Draft.Kind.LOCATION, it.record()));
    List<Location.Address> addresses = addresses(it);
    Text name = it.line("name");
    if (name.isEmpty() && !addresses.isEmpty()) {
      name = addresses.getFirst().address1();
    }
    if (name.isEmpty()) {
      missing(Draft.Kind.LOCATION, id.value(), it, "name");
      return;
    }
    String organization =
        Optional.ofNullable(it.node().text("organization_id")).orElse(found.parent());
    Location.Type type = HsdsWords.type(it);
    Location.Visibility visibility = HsdsWords.visibility(it);
    Position position = it.position();
    if (position == null
        && type == Location.Type.PHYSICAL
        && visibility == Location.Visibility.PUBLIC) {
      sink.notice(new ValueNotice.PositionMissing(it.record(), "latitude", null));
    }
    sink.take(
        new Draft.OfLocation(
            origin(found, it, it.node().text("url")),
            new Location(
                id,
                organization == null
                    ? null
                    : new OrganizationId(ids.of(Draft.Kind.ORGANIZATION, organization)),
                type,
                visibility,
                name,
                it.line("alternate_name"),
                it.prose("description"),
                it.prose("transportation"),
                position,
                EventCsvReader.yes(it.node().text("approximate_position")),
                areaOf(it, addresses),
                addresses,
                parts.features(it),
                parts.accessibility(it),
                parts.languages(it),
                parts.phones(it),
                parts.contacts(it),
                parts.schedules(it),
                it.web("url"),
                it.word("external_identifier"),
                it.verification("assured_date"))));
  }

  void service(Found found, SourceIds ids, Sink sink) {
    Reading it = begin(found, "services", sink);
    if (it == null) {
      return;
    }
    ServiceId id = new ServiceId(ids.of(Draft.Kind.SERVICE, it.record()));
    Node organization = it.node().one("organization");
    String owner =
        Optional.ofNullable(it.node().text("organization_id"))
            .or(() -> Optional.ofNullable(organization).map(node -> node.text("id")))
            .orElse(found.parent());
    Text name = it.line("name");
    if (owner == null && found.embedded()) {
      // A place's own page names its services in short; the whole of them comes elsewhere.
      return;
    }
    if (name.isEmpty() || owner == null) {
      missing(Draft.Kind.SERVICE, id.value(), it, owner == null ? "organization_id" : "name");
      return;
    }
    Verification verification = it.verification("assured_date");
    sink.take(
        new Draft.OfService(
            origin(found, it, it.node().text("url")),
            new Service(
                id,
                new OrganizationId(ids.of(Draft.Kind.ORGANIZATION, owner)),
                name,
                it.line("alternate_name"),
                it.prose("summary"),
                it.prose("description"),
                parts.facts(it),
                eligibility(it),
                it.prose("application_process"),
                HsdsWords.access(it),
                HsdsWords.deliveries(it),
                it.prose("fees_description", "fees"),
                it.prose("alert"),
                it.web("url"),
                it.email("email"),
                HsdsWords.status(it),
                ages(it),
                parts.languages(it),
                parts.costs(it),
                parts.terms(it),
                parts.areas(it),
                parts.requiredDocuments(it),
                parts.capacities(it),
                parts.phones(it),
                parts.contacts(it),
                parts.schedules(it),
                verification)));
  }

  void serviceAtLocation(Found found, SourceIds ids, Sink sink) {
    Node node = found.node();
    Node service = node.one("service");
    Node location = node.one("location");
    String serviceId =
        Optional.ofNullable(node.text("service_id"))
            .or(() -> Optional.ofNullable(service).map(it -> it.text("id")))
            .orElse(found.parent());
    String locationId =
        Optional.ofNullable(node.text("location_id"))
            .or(() -> Optional.ofNullable(location).map(it -> it.text("id")))
            .orElse(null);
    String own = node.text("id");
    String sourceId =
        own != null
            ? own
            : String.join(
                " @ ", Objects.toString(serviceId, "?"), Objects.toString(locationId, "?"));
    Reading it = new Reading(node, sourceId, sink);
    ServiceAtLocationId id =
        new ServiceAtLocationId(ids.of(Draft.Kind.SERVICE_AT_LOCATION, sourceId));
    if (serviceId == null || locationId == null) {
      missing(
          Draft.Kind.SERVICE_AT_LOCATION,
          id.value(),
          it,
          serviceId == null ? "service_id" : "location_id");
      return;
    }
    sink.take(
        new Draft.OfServiceAtLocation(
            origin(found, it, null),
            new ServiceAtLocation(
                id,
                new ServiceId(ids.of(Draft.Kind.SERVICE, serviceId)),
                new LocationId(ids.of(Draft.Kind.LOCATION, locationId)),
                it.prose("description"),
                parts.phones(it),
                parts.contacts(it),
                parts.schedules(it))));
  }

  private static @Nullable Reading begin(Found found, String table, Sink sink) {
    String id = found.node().text("id");
    if (id == null) {
      sink.notice(new RecordNotice.WithoutId(found.node().text("name"), table));
      return null;
    }
    return new Reading(found.node(), id, sink);
  }

  private static void missing(Draft.Kind kind, java.util.UUID id, Reading it, String field) {
    it.sink().refuse(kind, id, new FieldNotice.MissingRequiredField(it.record(), field, null));
  }

  private static Draft.Origin origin(Found found, Reading it, @Nullable String url) {
    return new Draft.Origin(it.record(), found.node().raw(), url, found.embedded());
  }

  /// Versions 1 and 2 kept eligibility in a table of its own.
  private static Text eligibility(Reading it) {
    Text said = it.prose("eligibility_description");
    if (said.isEmpty()) {
      for (Node node : it.node().list("eligibility")) {
        return it.of(node).prose("eligibility");
      }
    }
    return said;
  }

  private static AgeRange ages(Reading it) {
    AgeRange ages = it.ages("minimum_age", "maximum_age", "minimum_age", "maximum_age");
    if (ages.isAny()) {
      for (Node node : it.node().list("eligibility")) {
        return it.of(node).ages("minimum_age", "maximum_age", "min_age", "max_age");
      }
    }
    return ages;
  }

  private List<Location.Address> addresses(Reading it) {
    List<Location.Address> addresses = new ArrayList<>();
    for (String table : List.of("addresses", "postal_addresses")) {
      for (Node node : it.node().list(table)) {
        Reading address = it.of(node);
        String type = address.word("address_type", "type");
        String country = address.word("country");
        addresses.add(
            new Location.Address(
                address.line("address_1"),
                address.word("postal_code"),
                address.line("city"),
                country == null ? "FI" : country,
                type == null ? (table.equals("addresses") ? "physical" : "postal") : type));
      }
    }
    return addresses;
  }

  private @Nullable AreaCode areaOf(Reading it, List<Location.Address> addresses) {
    AreaCode said = area(it, "area_code");
    if (said != null) {
      return said;
    }
    for (Location.Address address : addresses) {
      AreaCode area = parts.area(address.postalCode(), address.city().fi());
      if (area != null) {
        return area;
      }
    }
    return null;
  }

  private @Nullable AreaCode area(Reading it, String field) {
    String word = it.node().text(field);
    Optional<AreaCode> area = parts.area(word);
    if (word != null && area.isEmpty()) {
      it.sink().notice(new FieldNotice.UnknownArea(it.record(), field, word));
    }
    return area.orElse(null);
  }
}
