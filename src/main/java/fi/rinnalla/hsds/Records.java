package fi.rinnalla.hsds;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The four great records as HSDS has them. `flat` ones have only their own fields and what is one
/// to one with them, for lists; `whole` ones have all that belongs to them and nobody else.
@Component
class Records {
  /// With milliseconds, as the standard asks of `last_modified`.
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  private final Parts parts;
  private final Schedules schedules;
  private final Terms terms;
  private final Areas areas;
  private final SiteAddress site;

  Records(Parts parts, Schedules schedules, Terms terms, Areas areas, SiteAddress site) {
    this.parts = parts;
    this.schedules = schedules;
    this.terms = terms;
    this.areas = areas;
    this.site = site;
  }

  Thing service(Listing<Service> listing, Instant modified) {
    Service it = listing.record();
    Thing thing =
        new Thing("service", it.uuid())
            .put("organization_id", it.organization().value())
            .require("name", it.name())
            .put("alternate_name", it.alternateName())
            .put("summary", it.summary())
            .put("description", it.description())
            .put("url", Links.uri(it.url()))
            .put("email", Links.email(it.email()))
            .put("status", it.status().code())
            .put("application_process", it.applicationProcess())
            .put("fees_description", it.fees())
            .put("eligibility_description", it.eligibility())
            .put("minimum_age", it.ages().min())
            .put("maximum_age", it.ages().max())
            .put("assured_date", date(it.verification().on()))
            .put("alert", it.alert())
            .put("last_modified", moment(modified))
            .put("access", codes(it.access().stream().map(Service.Access::code).toList()))
            .put(
                "deliveries", codes(it.deliveries().stream().map(Service.Delivery::code).toList()));
    parts.facts(thing, it.facts());
    return thing;
  }

  Thing wholeService(Listing<Service> listing, Instant modified) {
    Service it = listing.record();
    Parts.Owner owner = new Parts.Owner("service", it.uuid());
    return service(listing, modified)
        .put("phones", parts.phones(owner, it.phones()))
        .put("schedules", schedules.of(owner, it.schedules(), page(Route.SERVICE, listing.slug())))
        .put("service_areas", it.areas().stream().map(area -> area(owner, area)).toList())
        .put("languages", parts.languages(owner, it.languages()))
        .put("cost_options", costs(owner, it.costs()))
        .put("required_documents", documents(owner, it.requiredDocuments()))
        .put("contacts", parts.contacts(owner, it.contacts()))
        .put("capacities", capacities(owner, it.capacities()))
        .put("attributes", attributes(owner, it.terms()));
  }

  Thing organization(Listing<Organization> listing) {
    Organization it = listing.record();
    return new Thing("organization", it.uuid())
        .require("name", it.name())
        .put("alternate_name", it.alternateName())
        .require("description", it.description())
        .put("email", Links.email(it.email()))
        .put("website", Links.uri(it.website()))
        .put("parent_organization_id", it.parent() == null ? null : it.parent().value())
        .put("kind", it.organizationKind().code())
        .put("area_code", it.area() == null ? null : it.area().value())
        .put("assured_date", date(it.verification().on()));
  }

  Thing wholeOrganization(Listing<Organization> listing) {
    Organization it = listing.record();
    Parts.Owner owner = new Parts.Owner("organization", it.uuid());
    List<Thing> identifiers = new ArrayList<>();
    for (Organization.Identifier one : it.identifiers()) {
      identifiers.add(
          owner
              .part("organization_identifier", identifiers.size())
              .put("identifier_scheme", one.scheme())
              .require("identifier_type", one.type() == null ? one.scheme() : one.type())
              .require("identifier", one.identifier()));
    }
    return organization(listing)
        .put("phones", parts.phones(owner, it.phones()))
        .put("contacts", parts.contacts(owner, it.contacts()))
        .put("organization_identifiers", identifiers);
  }

  Thing location(Listing<Location> listing) {
    Location it = listing.record();
    Position at = it.position();
    return new Thing("location", it.uuid())
        .put("location_type", it.type().code())
        .put("url", Links.uri(it.url()))
        .put("organization_id", it.organization() == null ? null : it.organization().value())
        .put("name", it.name())
        .put("alternate_name", it.alternateName())
        .put("description", it.description())
        .put("transportation", it.transportation())
        .put("latitude", at == null ? null : at.lat())
        .put("longitude", at == null ? null : at.lon())
        .put("approximate_position", at != null && it.approximate() ? true : null)
        .put("external_identifier", it.externalIdentifier())
        .put("area_code", it.area() == null ? null : it.area().value())
        .put("visibility", it.visibility().name().toLowerCase(Locale.ROOT))
        .put("assured_date", date(it.verification().on()));
  }

  Thing wholeLocation(Listing<Location> listing) {
    Location it = listing.record();
    Parts.Owner owner = new Parts.Owner("location", it.uuid());
    Text page =
        it.visibility() == Location.Visibility.PUBLIC
            ? page(Route.PLACE, listing.slug())
            : Text.none();
    return location(listing)
        .put("languages", parts.languages(owner, it.languages()))
        .put("addresses", addresses(owner, it))
        .put("contacts", parts.contacts(owner, it.contacts()))
        .put("accessibility", parts.accessibility(owner, it.accessibility(), it.features()))
        .put("phones", parts.phones(owner, it.phones()))
        .put("schedules", schedules.of(owner, it.schedules(), page));
  }

  Thing serviceAtLocation(ServiceAtLocation it) {
    return new Thing("service_at_location", it.uuid())
        .put("service_id", it.service().value())
        .put("location_id", it.location().value())
        .put("description", it.description());
  }

  /// @param slug of the service
  Thing wholeServiceAtLocation(ServiceAtLocation it, String slug) {
    Parts.Owner owner = new Parts.Owner("service_at_location", it.uuid());
    return serviceAtLocation(it)
        .put("contacts", parts.contacts(owner, it.contacts()))
        .put("phones", parts.phones(owner, it.phones()))
        .put("schedules", schedules.of(owner, it.schedules(), page(Route.SERVICE, slug)));
  }

  Text page(Route route, String slug) {
    return Words.each(lang -> site.of(route.path(lang, slug)).toString());
  }

  private Thing area(Parts.Owner owner, AreaCode code) {
    return owner
        .part("service_area", code)
        .put("name", areas.find(code).map(Area::name).orElse(Text.fi(code.value())))
        .put("area_code", code.value());
  }

  private List<Thing> addresses(Parts.Owner owner, Location location) {
    List<Thing> things = new ArrayList<>();
    for (Location.Address it : location.addresses()) {
      things.add(
          owner
              .part("address", things.size())
              .require("address_1", it.address1())
              .require("city", it.city())
              .require("state_province", county(location.area()))
              .require("postal_code", it.postalCode())
              .require("country", it.country())
              .put("address_type", type(it.type())));
    }
    return things;
  }

  /// The standard has three words; ours may be a feed's own.
  private static String type(@Nullable String written) {
    for (Location.Type type : Location.Type.values()) {
      if (type.code().equalsIgnoreCase(written)) {
        return type.code();
      }
    }
    return Location.Type.PHYSICAL.code();
  }

  private Text county(@Nullable AreaCode area) {
    return area == null
        ? Text.none()
        : areas.lineage(area).stream()
            .filter(it -> it.type() == Area.Type.WELLBEING_COUNTY)
            .map(Area::name)
            .findFirst()
            .orElse(Text.none());
  }

  private static List<Thing> costs(Parts.Owner owner, List<Service.CostOption> costs) {
    List<Thing> things = new ArrayList<>();
    for (Service.CostOption it : costs) {
      things.add(
          owner
              .part("cost_option", things.size())
              .put("option", it.option())
              .put("currency", it.amount() == null ? null : "EUR")
              .put("amount", it.amount() == null ? null : it.amount().euros()));
    }
    return things;
  }

  private static List<Thing> documents(Parts.Owner owner, List<Text> documents) {
    List<Thing> things = new ArrayList<>();
    for (Text document : documents) {
      things.add(owner.part("required_document", things.size()).put("document", document));
    }
    return things;
  }

  private static List<Thing> capacities(Parts.Owner owner, List<Service.Capacity> capacities) {
    List<Thing> things = new ArrayList<>();
    for (Service.Capacity it : capacities) {
      Thing unit =
          new Thing("unit", UuidV5.of("hsds", "unit", it.unit().toString()))
              .require("name", it.unit());
      things.add(
          owner
              .part("service_capacity", things.size())
              .put("unit", unit)
              .put("unit_id", Parts.id(unit))
              .put("available", it.available())
              .put("maximum", it.maximum())
              .put("updated", moment(it.updated().atStartOfDay(Zone.HELSINKI).toInstant())));
    }
    return things;
  }

  private List<Thing> attributes(Parts.Owner owner, Collection<TermCode> codes) {
    return codes.stream()
        .distinct()
        .map(code -> {
          Thing term = terms.thing(code);
          return new Thing(
                  "attribute", UuidV5.of("hsds", owner.id().toString(), "attribute", code.value()))
              .put("link_id", owner.id())
              .put("link_entity", owner.kind())
              .put("link_type", terms.linkType(code))
              .put("taxonomy_term_id", Parts.id(term))
              .put("taxonomy_term", term);
        })
        .toList();
  }

  private static @Nullable String codes(List<String> codes) {
    return codes.isEmpty() ? null : codes.stream().sorted().collect(Collectors.joining(";"));
  }

  private static @Nullable String date(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  static String moment(Instant instant) {
    return instant.atZone(Zone.HELSINKI).format(MOMENT);
  }
}
