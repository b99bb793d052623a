package fi.rinnalla.finland;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Contact;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.Feed;
import fi.rinnalla.exchange.FeedNotice;
import fi.rinnalla.exchange.FeedReader;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.Format;
import fi.rinnalla.exchange.JsonFeed;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.RecordNotice;
import fi.rinnalla.exchange.Sink;
import fi.rinnalla.exchange.SourceIds;
import fi.rinnalla.exchange.Unmapped;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads libraries from Kirkanta, version 4: each a place with its hours. docs/feeds.md tells which
/// field goes where. The people of a library (`persons`) are not carried.
@Component
class KirkantaReader implements FeedReader {
  static final Format KIRKANTA = new Format("kirkanta");
  private static final Set<String> LISTS = Set.of("items", "data");

  private final Areas areas;

  KirkantaReader(Areas areas) {
    this.areas = areas;
  }

  @Override
  public Format format() {
    return KIRKANTA;
  }

  @Override
  public void read(Feed feed, Sink sink) throws IOException {
    SourceIds ids = new SourceIds(feed.source().name());
    Unmapped unmapped = new Unmapped();
    boolean all = true;
    for (Path file : feed.files()) {
      JsonFeed.Page page =
          JsonFeed.read(
              file,
              LISTS,
              sink,
              item -> {
                // One library comes with its page around it.
                JsonNode library = item.path("data").isObject() ? item.path("data") : item;
                if (!library.has("id") || !library.has("schedules") && !library.has("address")) {
                  sink.notice(JsonFeed.unrecognised(item));
                } else {
                  library(library, ids, unmapped, sink);
                }
              });
      int total = page.number("total");
      if (total > page.items()) {
        // Only the first of many: what isn't on this page may well be on the next.
        all = false;
        sink.notice(
            new FeedNotice.HeaderContentsMismatch("total: %d / %d".formatted(total, page.items())));
      }
    }
    if (all) {
      sink.covers(Draft.Kind.LOCATION);
    }
    unmapped.tell(sink);
  }

  private void library(JsonNode json, SourceIds ids, Unmapped unmapped, Sink sink) {
    WatchedThing thing = WatchedThing.of(json);
    String id = thing.text("id");
    if (id == null) {
      sink.notice(new RecordNotice.WithoutId(thing.text("name"), "library"));
      return;
    }
    LocationId own = new LocationId(ids.of(Draft.Kind.LOCATION, id));
    Reading it = new Reading(thing, id, sink);
    Text name = Localized.text(it, thing, "name", Reading.LINE);
    if (name.isEmpty()) {
      sink.refuse(
          Draft.Kind.LOCATION, own.value(), new FieldNotice.MissingRequiredField(id, "name", null));
      return;
    }
    WatchedThing address = thing.thing("address");
    String page = page(it, thing);
    sink.take(
        new Draft.OfLocation(
            new Draft.Origin(id, thing.raw(), page, false),
            new Location(
                own,
                null,
                Location.Type.PHYSICAL,
                Location.Visibility.PUBLIC,
                name,
                Localized.text(it, thing, "shortName", Reading.LINE),
                Paragraphs.join(
                    "\n\n",
                    Localized.text(it, thing, "slogan", Reading.LINE),
                    Localized.text(it, thing, "description", Reading.PROSE)),
                transit(it, thing),
                position(it, thing),
                false,
                area(address),
                address == null ? List.of() : List.of(address(it, address)),
                Set.of(),
                Text.none(),
                List.of(),
                phones(it, thing),
                emails(it, thing),
                KirkantaHours.schedules(it, thing),
                page,
                // Other systems count from one, too.
                "kirkanta:" + id,
                Verification.NEVER)));
    unmapped.count("Library", thing.unasked());
  }

  private static @Nullable Position position(Reading it, WatchedThing thing) {
    WatchedThing point = thing.thing("coordinates");
    return point == null
        ? null
        : it.position(it.of(point).number("lat"), it.of(point).number("lon"));
  }

  private static Location.Address address(Reading it, WatchedThing address) {
    return new Location.Address(
        Localized.text(it, address, "street", Reading.LINE),
        it.of(address).word("zipcode"),
        Localized.text(it, address, "city", Reading.LINE),
        "FI",
        "physical");
  }

  private @Nullable AreaCode area(@Nullable WatchedThing address) {
    if (address == null) {
      return null;
    }
    WatchedThing towns = address.thing("city");
    String town = towns == null ? address.text("city") : towns.text("fi", "sv");
    return Optional.ofNullable(address.text("zipcode"))
        .flatMap(areas::findPostcode)
        .map(it -> it.municipality().code())
        .or(() -> Optional.ofNullable(town).flatMap(areas::findByName).map(Area::code))
        .orElse(null);
  }

  private static Text transit(Reading it, WatchedThing thing) {
    WatchedThing transit = thing.thing("transitInfo");
    return transit == null
        ? Text.none()
        : Paragraphs.join(
            " ",
            Localized.text(it, transit, "directions", Reading.LINE),
            Localized.text(it, transit, "buses", Reading.LINE),
            Localized.text(it, transit, "trams", Reading.LINE),
            Localized.text(it, transit, "parking", Reading.LINE));
  }

  private static List<Phone> phones(Reading it, WatchedThing thing) {
    List<Phone> phones = new ArrayList<>();
    for (WatchedThing one : thing.things("phoneNumbers")) {
      String number = it.of(one).word("number");
      if (number != null && number.chars().anyMatch(Character::isDigit)) {
        Text words = Localized.text(it, one, "name", Reading.LINE);
        phones.add(new Phone(number, null, null, unnamed(it, words), List.of()));
      }
    }
    return phones;
  }

  private static List<Contact> emails(Reading it, WatchedThing thing) {
    List<Contact> contacts = new ArrayList<>();
    for (WatchedThing one : thing.things("emailAddresses")) {
      String email = it.of(one).email("email");
      Text words = Localized.text(it, one, "name", Reading.LINE);
      if (email != null) {
        contacts.add(new Contact(null, unnamed(it, words), Text.none(), email, List.of()));
      }
    }
    return contacts;
  }

  private static Text unnamed(Reading it, Text words) {
    if (Person.isNamedIn(words.toString().replaceAll("\\w+=", ""))) {
      it.sink().notice(new FieldNotice.PersonLeftOut(it.record(), "name", null));
      return Text.none();
    }
    return words;
  }

  private static @Nullable String page(Reading it, WatchedThing thing) {
    for (WatchedThing one : thing.things("links")) {
      WatchedThing byLanguage = one.thing("url");
      String url = byLanguage == null ? one.text("url") : byLanguage.text("fi", "sv", "en");
      if (url != null) {
        return it.webOf("links.url", url);
      }
    }
    return null;
  }
}
