package fi.rinnalla.finland;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.PracticalFacts;
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
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// An activity of Lähellä.fi as an event of ours, one for each of its channels: a channel is a
/// place with times of its own.
@Component
class LahellaActivity {
  private static final Text PAID = new Text("Maksullinen", "Avgiftsbelagd", "There is a charge");
  private static final Text SIGN_UP = new Text("Ilmoittautuminen", "Anmälan", "Sign up");
  private static final Text MORE = new Text("Lisätietoja", "Mer information", "More information");

  private final Areas areas;
  private final Classification classification;

  LahellaActivity(Areas areas, Classification classification) {
    this.areas = areas;
    this.classification = classification;
  }

  void take(JsonNode json, SourceIds ids, Unmapped unmapped, Sink sink) {
    WatchedThing thing = WatchedThing.of(json);
    String key = thing.text("_key", "id");
    if (key == null) {
      sink.notice(new RecordNotice.WithoutId(title(thing), "_key"));
      return;
    }
    thing.pass("required_locales");
    List<WatchedThing> channels = new ArrayList<>(thing.things("channels"));
    if (channels.isEmpty()) {
      // A shorter form has one place and one schedule of its own.
      channels.add(thing);
    }
    for (int i = 0; i < channels.size(); i++) {
      String id = i == 0 ? key : key + " channel " + (i + 1);
      channel(id, thing, channels.get(i), ids.of(Draft.Kind.EVENT, id), sink);
    }
    unmapped.count("Activity", thing.unasked());
  }

  private static @Nullable String title(WatchedThing thing) {
    WatchedThing title = thing.thing("title");
    return title == null ? thing.text("title") : title.text("fi", "sv", "en");
  }

  private void channel(
      String id, WatchedThing activity, WatchedThing channel, UUID own, Sink sink) {
    Reading it = new Reading(activity, id, sink);
    Text title = Localized.text(it, activity, "title", Reading.LINE);
    WatchedThing schedule =
        Optional.ofNullable(channel.thing("schedule")).orElse(activity.thing("schedule"));
    WatchedThing place =
        Optional.ofNullable(channel.thing("location")).orElse(activity.thing("location"));
    if (title.isEmpty() || schedule == null) {
      sink.refuse(
          Draft.Kind.EVENT,
          own,
          new FieldNotice.MissingRequiredField(id, schedule == null ? "schedule" : "title", null));
      return;
    }
    LahellaTimes times = LahellaTimes.of(it, schedule);
    if (times.rule() == null) {
      sink.refuse(Draft.Kind.EVENT, own, Objects.requireNonNull(times.refused()));
      return;
    }
    WatchedThing categories = activity.thing("categories");
    WatchedThing demographics = activity.thing("demographics");
    WatchedThing registration =
        Optional.ofNullable(channel.thing("registration")).orElse(activity.thing("registration"));
    List<String> keywords = LahellaWords.keywords(it, categories);
    sink.take(
        new Draft.OfEvent(
            new Draft.Origin(id, activity.raw(), null, false),
            new Event(
                new EventId(own),
                LahellaWords.kind(it, activity.text("type"), categories),
                Event.Status.SCHEDULED,
                title,
                Localized.text(it, activity, "summary", Reading.PROSE),
                Paragraphs.join(
                    "\n\n",
                    Localized.text(it, activity, "description", Reading.PROSE),
                    LahellaWords.gender(demographics),
                    signUp(it, registration),
                    contacts(it, activity, place)),
                null,
                Text.none(),
                List.of(),
                null,
                venue(it, activity, place),
                times.rule(),
                times.changes(),
                LahellaWords.ages(it, demographics),
                LahellaWords.languages(it, categories),
                price(it, activity.thing("pricing")),
                List.copyOf(classification.themes(List.of(), keywords)),
                keywords,
                registration(it, registration),
                facts(it, place),
                null,
                image(it, activity.thing("image")),
                Verification.NEVER)));
  }

  private Event.Venue venue(Reading it, WatchedThing activity, @Nullable WatchedThing place) {
    AreaCode region = region(activity);
    if (place == null) {
      return new Event.Venue(null, Text.none(), Text.none(), null, region, null, null);
    }
    String type = Objects.toString(place.text("type"), "place");
    String page = it.of(place).web("www");
    WatchedThing address = place.thing("address");
    Text street = Text.none();
    String postalCode = null;
    AreaCode area = region;
    Position position = null;
    if (address != null) {
      address.pass("state", "country", "zoom");
      String city = it.of(address).word("city");
      postalCode = it.of(address).word("postal_code");
      String road = it.of(address).word("street");
      street = Text.fi(road == null || city == null ? road : road + ", " + city);
      area = Optional.ofNullable(area(postalCode, city)).orElse(region);
      position = position(it, address);
    }
    return new Event.Venue(
        null,
        Localized.text(it, place, "summary", Reading.LINE),
        street,
        postalCode,
        area,
        position,
        type.equals("place") || type.equals("phone") ? null : page);
  }

  /// GeoJSON tells longitude first.
  private static @Nullable Position position(Reading it, WatchedThing address) {
    List<String> point = address.words("coordinates");
    if (point.size() != 2
        || !point.stream().allMatch(word -> word.matches("-?\\d{1,3}(\\.\\d{1,15})?"))) {
      return null;
    }
    return it.position(new BigDecimal(point.get(1)), new BigDecimal(point.get(0)));
  }

  private @Nullable AreaCode area(@Nullable String postalCode, @Nullable String city) {
    return Optional.ofNullable(postalCode)
        .flatMap(areas::findPostcode)
        .map(it -> it.municipality().code())
        .or(() -> Optional.ofNullable(city).flatMap(areas::findByName).map(Area::code))
        .orElse(null);
  }

  /// `city/FI/Hyvinkää`; of several the first that we know.
  private @Nullable AreaCode region(WatchedThing activity) {
    for (String region : activity.words("regions")) {
      Optional<Area> area =
          region.startsWith("city/FI/")
              ? areas.findByName(region.substring("city/FI/".length()))
              : Optional.empty();
      if (area.isPresent()) {
        return area.get().code();
      }
    }
    return null;
  }

  private static PracticalFacts facts(Reading it, @Nullable WatchedThing place) {
    if (place == null) {
      return PracticalFacts.NONE;
    }
    return new PracticalFacts(
        LahellaWords.parking(place),
        null,
        Text.none(),
        Text.none(),
        Text.none(),
        null,
        Text.none(),
        LahellaWords.features(it, place));
  }

  private static Event.Price price(Reading it, @Nullable WatchedThing pricing) {
    if (pricing == null) {
      return Event.Price.UNKNOWN;
    }
    String type = Objects.toString(pricing.text("type"), "");
    Text info = Localized.text(it, pricing, "info", Reading.LINE);
    return switch (type) {
      case "free" -> new Event.Price(new Money(BigDecimal.ZERO), info);
      case "paid" -> new Event.Price(null, info.isEmpty() ? PAID : info);
      default -> {
        it.sink().notice(new FieldNotice.UnknownWord(it.record(), "pricing.type", type));
        yield new Event.Price(null, info);
      }
    };
  }

  private static Event.Registration registration(Reading it, @Nullable WatchedThing registration) {
    if (registration == null) {
      return Event.Registration.UNKNOWN;
    }
    boolean required = registration.isTrue("required") || registration.text("required") == null;
    return new Event.Registration(
        required ? Event.Registration.Need.REQUIRED : Event.Registration.Need.NONE,
        it.of(registration).web("url"),
        null);
  }

  private static Text signUp(Reading it, @Nullable WatchedThing registration) {
    if (registration == null) {
      return Text.none();
    }
    Text ways =
        Paragraphs.join(
            ", ",
            Paragraphs.same(it.of(registration).email("email")),
            Paragraphs.same(it.of(registration).word("phone")));
    return Paragraphs.join(
        "\n",
        Paragraphs.labelled(SIGN_UP, ways),
        Localized.text(it, registration, "info", Reading.PROSE));
  }

  private static Text contacts(Reading it, WatchedThing activity, @Nullable WatchedThing place) {
    Text lines = place == null ? Text.none() : Paragraphs.same(it.of(place).word("phone"));
    WatchedThing contacts = activity.thing("contacts");
    for (WatchedThing one : contacts == null ? List.<WatchedThing>of() : contacts.things("list")) {
      Reading contact = it.of(one);
      String type = Objects.toString(one.text("type"), "");
      String value =
          switch (type) {
            case "email" -> contact.email("value");
            case "www" -> contact.web("value");
            default -> contact.word("value");
          };
      Text words = Localized.text(it, one, "description", Reading.LINE);
      if (Person.isNamedIn(words.orEmpty(Lang.FI))) {
        it.sink().notice(new FieldNotice.PersonLeftOut(it.record(), "contacts.description", null));
        words = Text.none();
      }
      lines =
          Paragraphs.join(
              ", ",
              lines,
              value == null
                  ? Text.none()
                  : Paragraphs.join(" ", Paragraphs.same(value), bracketed(words)));
    }
    return Paragraphs.labelled(MORE, lines);
  }

  private static Text bracketed(Text words) {
    Text bracketed = Text.none();
    for (Lang lang : Lang.values()) {
      String said = words.in(lang);
      bracketed = said == null ? bracketed : bracketed.with(lang, "(" + said + ")");
    }
    return bracketed;
  }

  /// A picture is mostly a file beside the activity, which isn't with us.
  private static Event.@Nullable Image image(Reading it, @Nullable WatchedThing image) {
    String path = image == null ? null : image.text("path");
    if (image == null || path == null || !path.startsWith("http")) {
      return null;
    }
    String url = it.webOf("image.path", path);
    return url == null ? null : new Event.Image(url, Text.fi(it.of(image).word("alt")), null, null);
  }
}
