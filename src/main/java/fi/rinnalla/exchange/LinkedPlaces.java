package fi.rinnalla.exchange;

import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Places of Linked Events as locations.
final class LinkedPlaces {
  private final HsdsParts parts;
  private final SourceIds ids;
  private final Sink sink;

  LinkedPlaces(HsdsParts parts, Source source, Sink sink) {
    this.parts = parts;
    this.ids = new SourceIds(source.name());
    this.sink = sink;
  }

  /// Where an event is held; a place that is only pointed at is looked for when the event lands.
  @Nullable LocationId of(JsonNode place) {
    String id = LinkedWords.id(place);
    if (id == null) {
      return null;
    }
    if (place.has("name")) {
      take(place, true);
    }
    return new LocationId(ids.of(Draft.Kind.LOCATION, id));
  }

  /// The internet is a place in Linked Events.
  static boolean isOnline(JsonNode place) {
    return String.valueOf(LinkedWords.id(place)).endsWith(":internet");
  }

  void take(JsonNode place, boolean embedded) {
    String id = LinkedWords.id(place);
    if (id == null) {
      sink.notice(new RecordNotice.WithoutId(LinkedWords.word(place.path("name"), "fi"), "place"));
      return;
    }
    if (place.path("deleted").asBoolean(false) || isOnline(place)) {
      return;
    }
    Reading it = new Reading(new JsonThing(place), id, sink);
    Text name = LinkedWords.text(it, "name", place.path("name"), Reading.LINE);
    LocationId location = new LocationId(ids.of(Draft.Kind.LOCATION, id));
    if (name.isEmpty()) {
      sink.refuse(
          Draft.Kind.LOCATION,
          location.value(),
          new FieldNotice.MissingRequiredField(id, "name", null));
      return;
    }
    Text street =
        LinkedWords.text(it, "street_address", place.path("street_address"), Reading.LINE);
    Text city =
        LinkedWords.text(it, "address_locality", place.path("address_locality"), Reading.LINE);
    String postalCode = LinkedWords.word(place, "postal_code");
    Position position = position(it, place);
    if (position == null) {
      sink.notice(new ValueNotice.PositionMissing(id, "position", null));
    }
    String telephone =
        it.clean("telephone.fi", LinkedWords.word(place.path("telephone"), "fi"), Reading.LINE);
    boolean dialled = telephone != null && telephone.chars().anyMatch(Character::isDigit);
    sink.take(
        new Draft.OfLocation(
            new Draft.Origin(id, place.toString(), LinkedWords.word(place, "@id"), embedded),
            new Location(
                location,
                null,
                Location.Type.PHYSICAL,
                Location.Visibility.PUBLIC,
                name,
                Text.none(),
                LinkedWords.text(it, "description", place.path("description"), Reading.PROSE),
                Text.none(),
                position,
                false,
                area(place, postalCode, city.fi()),
                street.isEmpty() && city.isEmpty()
                    ? List.of()
                    : List.of(new Location.Address(street, postalCode, city, "FI", "physical")),
                Set.of(),
                Text.none(),
                List.of(),
                telephone != null && dialled
                    ? List.of(new Phone(telephone, null, null, Text.none(), List.of()))
                    : List.of(),
                List.of(),
                List.of(),
                LinkedWords.web(it, "info_url", place.path("info_url")),
                id,
                Verification.NEVER)));
  }

  private @Nullable Position position(Reading it, JsonNode place) {
    JsonNode coordinates = place.path("position").path("coordinates");
    if (!coordinates.path(0).isNumber() || !coordinates.path(1).isNumber()) {
      return null;
    }
    // GeoJSON tells longitude first (RFC 7946 §3.1.1).
    BigDecimal lon = coordinates.path(0).decimalValue();
    BigDecimal lat = coordinates.path(1).decimalValue();
    return it.position(lat, lon);
  }

  private @Nullable AreaCode area(
      JsonNode place, @Nullable String postalCode, @Nullable String city) {
    for (JsonNode division : place.path("divisions")) {
      if (division.path("type").asString("").equals("muni")) {
        AreaCode area = parts.area(LinkedWords.word(division.path("name"), "fi")).orElse(null);
        if (area != null) {
          return area;
        }
      }
    }
    return parts.area(postalCode, city);
  }
}
