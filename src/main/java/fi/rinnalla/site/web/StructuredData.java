package fi.rinnalla.site.web;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationKind;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.Service;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What a page says to programs that read it: schema.org, as JSON-LD. Nothing here that isn't on
/// the page.
@Component
class StructuredData {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCHEMA = "https://schema.org/";

  private final SiteAddress site;

  StructuredData(SiteAddress site) {
    this.site = site;
  }

  /// @param times all that are known of it, in order
  String event(Page page, EventPage.Shown shown, List<Occurrence> times) {
    Event event = shown.event();
    Occurrence next = shown.next().stream().findFirst().orElse(null);
    Map<String, Object> thing = thing("Event", page, page.words(event.title()));
    put(thing, "description", page.words(event.summary()));
    String url = site.of(page.to(Route.EVENT, shown.listing().slug())).toString();
    thing.put("url", url);
    if (next != null) {
      thing.put("startDate", local(next.start()));
      thing.put("endDate", local(next.end()));
    } else {
      LocalDateTime first = event.rule().start();
      thing.put("startDate", local(at(first)));
      thing.put("endDate", local(at(first.plus(event.rule().duration()))));
    }
    thing.put("eventStatus", SCHEMA + status(event, next));
    if (next != null && isMoved(next)) {
      thing.put("previousStartDate", local(at(next.recurrenceId())));
    }
    SchemaTimes.schedule(event, times).ifPresent(it -> thing.put("eventSchedule", it));
    where(thing, page, shown);
    image(thing, shown.picture());
    Listing<Organization> organizer = shown.organizer();
    organizer(
        thing,
        "organizer",
        page,
        organizer,
        page.words(organizer == null ? event.organizerName() : organizer.record().name()));
    price(thing, event, url);
    if (event.registration().capacity() != null) {
      thing.put("maximumAttendeeCapacity", event.registration().capacity());
    }
    if (!event.languages().isEmpty()) {
      thing.put("inLanguage", event.languages());
    }
    put(thing, "typicalAgeRange", ages(event.ages()));
    return written(thing);
  }

  private static String status(Event event, @Nullable Occurrence next) {
    if (event.status() == Event.Status.CANCELLED || (next != null && next.cancelled())) {
      return "EventCancelled";
    }
    if (event.status() == Event.Status.POSTPONED) {
      return "EventPostponed";
    }
    boolean moved = event.status() == Event.Status.RESCHEDULED || (next != null && isMoved(next));
    return moved ? "EventRescheduled" : "EventScheduled";
  }

  private static boolean isMoved(Occurrence time) {
    return !time.start().equals(at(time.recurrenceId()));
  }

  private static void where(Map<String, Object> thing, Page page, EventPage.Shown shown) {
    Event.Venue venue = shown.event().venue();
    List<Object> where = new ArrayList<>();
    if (shown.place() != null) {
      where.add(place(page, shown.place().record()));
    } else if (!shown.placeHidden() && !venue.name().isEmpty()) {
      Map<String, Object> place = new LinkedHashMap<>();
      place.put("@type", "Place");
      place.put("name", page.words(venue.name()));
      put(place, "address", address(page, shown));
      where.add(place);
    }
    boolean there = !where.isEmpty() || shown.placeHidden();
    if (venue.onlineUrl() != null) {
      where.add(Map.of("@type", "VirtualLocation", "url", venue.onlineUrl()));
    }
    if (!where.isEmpty()) {
      thing.put("location", where.size() == 1 ? where.getFirst() : where);
    }
    thing.put(
        "eventAttendanceMode",
        SCHEMA
            + (!venue.isOnline()
                ? "OfflineEventAttendanceMode"
                : there ? "MixedEventAttendanceMode" : "OnlineEventAttendanceMode"));
  }

  private static String address(Page page, EventPage.Shown shown) {
    Event.Venue venue = shown.event().venue();
    String town =
        shown.town() == null || venue.names(shown.town().name())
            ? ""
            : page.words(shown.town().name());
    String postal = (Objects.toString(venue.postalCode(), "") + " " + town).strip();
    return Stream.of(page.words(venue.address()), postal)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /// Unknown is neither free nor a price.
  private static void price(Map<String, Object> thing, Event event, String url) {
    Money amount = event.price().amount();
    if (amount == null) {
      return;
    }
    thing.put("isAccessibleForFree", amount.isFree());
    Map<String, Object> offer = new LinkedHashMap<>();
    offer.put("@type", "Offer");
    offer.put("price", amount.euros().toPlainString());
    offer.put("priceCurrency", "EUR");
    String signUp = event.registration().url();
    offer.put("url", signUp == null ? url : signUp);
    thing.put("offers", offer);
  }

  String organization(
      Page page, Organization organization, String slug, @Nullable Illustration logo) {
    Map<String, Object> thing =
        thing(type(organization.organizationKind()), page, page.words(organization.name()));
    put(thing, "alternateName", page.words(organization.alternateName()));
    put(thing, "description", page.words(organization.description()));
    thing.put("url", site.of(page.to(Route.ORGANIZATION, slug)).toString());
    put(thing, "sameAs", organization.website());
    put(thing, "email", organization.email());
    for (Phone phone : organization.phones()) {
      thing.putIfAbsent("telephone", phone.dialled());
    }
    if (logo != null) {
      thing.put("logo", logo.url());
    }
    return written(thing);
  }

  /// A parish is no building, which is what schema.org means by a Church.
  private static String type(OrganizationKind kind) {
    return switch (kind) {
      case MUNICIPALITY, WELLBEING_COUNTY -> "GovernmentOrganization";
      case NGO -> "NGO";
      case COMPANY -> "Corporation";
      case PARISH, INFORMAL_GROUP, OTHER -> "Organization";
    };
  }

  String place(Page page, PlacePage.Shown shown) {
    Location place = shown.place().record();
    Map<String, Object> thing = thing("Place", page, page.words(place.name()));
    thing.putAll(place(page, place));
    put(thing, "description", page.words(place.description()));
    thing.put("url", site.of(page.to(Route.PLACE, shown.place().slug())).toString());
    List<Map<String, Object>> hours = SchemaTimes.hours(shown.hours());
    if (!hours.isEmpty()) {
      thing.put("openingHoursSpecification", hours);
    }
    return written(thing);
  }

  String service(Page page, ServicePage.Shown shown) {
    Service service = shown.service().record();
    Map<String, Object> thing = thing("Service", page, page.words(service.name()));
    put(thing, "description", page.words(service.summary()));
    thing.put("url", site.of(page.to(Route.SERVICE, shown.service().slug())).toString());
    image(thing, shown.picture());
    Listing<Organization> organizer = shown.organizer();
    organizer(
        thing,
        "provider",
        page,
        organizer,
        organizer == null ? "" : page.words(organizer.record().name()));
    if (!service.phones().isEmpty()) {
      thing.put(
          "availableChannel",
          Map.of(
              "@type",
              "ServiceChannel",
              "servicePhone",
              Map.of("@type", "ContactPoint", "telephone", service.phones().getFirst().dialled())));
    }
    return written(thing);
  }

  private void organizer(
      Map<String, Object> thing,
      String role,
      Page page,
      @Nullable Listing<Organization> listing,
      String name) {
    if (name.isEmpty()) {
      return;
    }
    Map<String, Object> organizer = new LinkedHashMap<>();
    organizer.put(
        "@type", listing == null ? "Organization" : type(listing.record().organizationKind()));
    organizer.put("name", name);
    if (listing != null && !listing.isWithdrawn()) {
      organizer.put("url", site.of(page.to(Route.ORGANIZATION, listing.slug())).toString());
    }
    thing.put(role, organizer);
  }

  private static Map<String, Object> thing(String type, Page page, String name) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@context", "https://schema.org");
    thing.put("@type", type);
    thing.put("name", name);
    return thing;
  }

  private static Map<String, Object> place(Page page, Location place) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", "Place");
    thing.put("name", page.words(place.name()));
    for (Location.Address address : place.addresses()) {
      Map<String, Object> postal = new LinkedHashMap<>();
      postal.put("@type", "PostalAddress");
      put(postal, "streetAddress", page.words(address.address1()));
      put(postal, "postalCode", address.postalCode());
      put(postal, "addressLocality", page.words(address.city()));
      postal.put("addressCountry", "FI");
      thing.put("address", postal);
    }
    Position at = place.position();
    if (at != null) {
      thing.put(
          "geo", Map.of("@type", "GeoCoordinates", "latitude", at.lat(), "longitude", at.lon()));
    }
    for (Phone phone : place.phones()) {
      thing.putIfAbsent("telephone", phone.dialled());
    }
    return thing;
  }

  private static void image(Map<String, Object> thing, @Nullable Illustration picture) {
    if (picture != null) {
      thing.put("image", picture.url());
    }
  }

  private static void put(Map<String, Object> thing, String name, @Nullable String words) {
    if (words != null && !words.isEmpty()) {
      thing.put(name, words);
    }
  }

  /// `0-3`, `7-`; half a year is `0.5`.
  private static String ages(AgeRange ages) {
    if (ages.isAny()) {
      return "";
    }
    String from = ages.min() == null ? "0" : ages.min().toPlainString();
    return ages.max() == null ? from + "-" : from + "-" + ages.max().toPlainString();
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(Zone.HELSINKI).toInstant();
  }

  private static String local(Instant instant) {
    return instant.atZone(Zone.HELSINKI).toOffsetDateTime().toString();
  }

  private static String written(Map<String, Object> thing) {
    return forScript(JSON.writeValueAsString(thing));
  }

  /// Inside a script element the browser reads only its end and the beginning of a comment, and
  /// both begin with `<`; escaped as JSON escapes, the words stay the same and nothing can end it.
  static String forScript(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
