package fi.rinnalla.site.web;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.Service;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What a page says to programs that read it: schema.org, as JSON-LD. Nothing here that isn't on
/// the page.
@Component
class StructuredData {
  private static final JsonMapper JSON = new JsonMapper();

  private final SiteAddress site;

  StructuredData(SiteAddress site) {
    this.site = site;
  }

  String event(
      Page page, EventPage.Shown shown, @Nullable Occurrence next, @Nullable String organizer) {
    Event event = shown.event();
    Map<String, Object> thing = thing("Event", page, page.words(event.title()));
    put(thing, "description", page.words(event.summary()));
    thing.put("url", site.of(page.to(Route.EVENT, shown.listing().slug())).toString());
    if (next != null) {
      thing.put("startDate", local(next.start()));
      thing.put("endDate", local(next.end()));
    }
    boolean cancelled =
        event.status() == Event.Status.CANCELLED || (next != null && next.cancelled());
    thing.put(
        "eventStatus",
        "https://schema.org/"
            + (cancelled
                ? "EventCancelled"
                : event.status() == Event.Status.POSTPONED ? "EventPostponed" : "EventScheduled"));
    if (shown.place() != null) {
      thing.put("location", place(page, shown.place().record()));
    } else if (!shown.placeHidden() && !event.venue().name().isEmpty()) {
      Map<String, Object> place = new LinkedHashMap<>();
      place.put("@type", "Place");
      place.put("name", page.words(event.venue().name()));
      put(place, "address", page.words(event.venue().address()));
      thing.put("location", place);
    }
    image(thing, shown.picture());
    if (organizer != null && !organizer.isEmpty()) {
      thing.put("organizer", Map.of("@type", "Organization", "name", organizer));
    }
    if (event.price().isFree()) {
      thing.put("isAccessibleForFree", true);
    }
    if (!event.languages().isEmpty()) {
      thing.put("inLanguage", event.languages());
    }
    put(thing, "typicalAgeRange", ages(event.ages()));
    return written(thing);
  }

  String place(Page page, Location place, String slug) {
    Map<String, Object> thing = thing("Place", page, page.words(place.name()));
    thing.putAll(place(page, place));
    put(thing, "description", page.words(place.description()));
    thing.put("url", site.of(page.to(Route.PLACE, slug)).toString());
    return written(thing);
  }

  String service(
      Page page,
      Service service,
      String slug,
      @Nullable String organizer,
      @Nullable Illustration picture) {
    Map<String, Object> thing = thing("Service", page, page.words(service.name()));
    put(thing, "description", page.words(service.summary()));
    thing.put("url", site.of(page.to(Route.SERVICE, slug)).toString());
    image(thing, picture);
    if (organizer != null && !organizer.isEmpty()) {
      thing.put("provider", Map.of("@type", "Organization", "name", organizer));
    }
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

  private static String ages(AgeRange ages) {
    if (ages.isAny() || ages.min() == null) {
      return "";
    }
    String from = Integer.toString(ages.min().intValue());
    return ages.max() == null ? from + "-" : from + "-" + ages.max().intValue();
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
