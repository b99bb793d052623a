package fi.rinnalla.exchange;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads our own table of events: one row, one event with its rule. Only a title, a start and some
/// place are compulsory, for whoever fills it in has a spreadsheet and five minutes.
@Component
class EventCsvReader implements FeedReader {
  private final HsdsParts parts;

  EventCsvReader(HsdsParts parts) {
    this.parts = parts;
  }

  @Override
  public Format format() {
    return Format.CSV;
  }

  @Override
  public void read(Feed feed, Sink sink) throws IOException {
    sink.covers(Draft.Kind.EVENT);
    SourceIds ids = new SourceIds(feed.source().name());
    for (Path file : feed.files()) {
      read(file, ids, sink);
    }
  }

  void read(Path file, SourceIds ids, Sink sink) throws IOException {
    Set<String> unknown = new HashSet<>();
    CsvFile.read(
        file,
        sink,
        EventColumns::canonical,
        row -> {
          for (String column : row.header().keySet()) {
            if (!EventColumns.isKnown(column) && unknown.add(column)) {
              sink.notice(new FeedNotice.UnknownColumn(column));
            }
          }
          event(new RowThing(row), ids, sink);
        });
  }

  private void event(RowThing row, SourceIds ids, Sink sink) {
    String id = id(row);
    UUID uuid = ids.of(Draft.Kind.EVENT, id);
    // An id that we made says nothing to whoever wrote the table; the row's place does.
    String own = row.text("id");
    Reading it = new Reading(row, own == null ? row.row().place() : own, sink);
    Text title = it.line("title");
    if (title.isEmpty()) {
      sink.refuse(
          Draft.Kind.EVENT,
          uuid,
          new FieldNotice.MissingRequiredField(row.row().place(), "title", null));
      return;
    }
    EventRule rule = EventRules.of(it, uuid);
    if (rule == null) {
      return;
    }
    Event.Venue venue = venue(it, ids);
    String url = it.web("url");
    if (venue == null && url == null) {
      sink.refuse(
          Draft.Kind.EVENT, uuid, new FieldNotice.MissingRequiredField(it.record(), "place", null));
      return;
    }
    String organizer = row.text("organizer_id");
    String service = row.text("service_id");
    sink.take(
        new Draft.OfEvent(
            new Draft.Origin(id, row.raw(), url, false),
            new Event(
                new EventId(uuid),
                kind(it),
                status(it),
                title,
                it.line("summary"),
                it.prose("description"),
                organizer == null
                    ? null
                    : new OrganizationId(ids.of(Draft.Kind.ORGANIZATION, organizer)),
                it.line("organizer"),
                coHosts(it, ids),
                service == null ? null : new ServiceId(ids.of(Draft.Kind.SERVICE, service)),
                venue == null
                    ? new Event.Venue(null, Text.none(), Text.none(), null, null, null, url)
                    : venue,
                rule,
                List.of(),
                it.ages("min_age", "max_age", "min_age", "max_age"),
                it.languages("languages", it.words("languages")),
                price(it),
                parts.terms(it, "themes", "terms"),
                it.words("keywords"),
                registration(it),
                parts.facts(it),
                url,
                image(it),
                it.verification("verified"))));
  }

  /// Whoever gives no id is known by the name and the first time; then a changed name is a new
  /// event.
  private static String id(RowThing row) {
    String id = row.text("id");
    if (id != null) {
      return id;
    }
    String place = String.valueOf(row.text("place", "location_id", "address", "url"));
    return "%s %s %s"
        .formatted(row.text("title"), row.text("start"), place)
        .toLowerCase(Locale.ROOT);
  }

  private Event.@Nullable Venue venue(Reading it, SourceIds ids) {
    String location = it.node().text("location_id");
    Text name = it.line("place");
    Text address = it.line("address");
    String city = it.node().text("city");
    String postalCode = it.node().text("postal_code");
    String online = it.web("online_url");
    if (location == null && name.isEmpty() && address.isEmpty() && city == null && online == null) {
      return null;
    }
    if (city != null && parts.area(city).isEmpty()) {
      it.sink().notice(new FieldNotice.UnknownArea(it.record(), "city", city));
    }
    return new Event.Venue(
        location == null ? null : new LocationId(ids.of(Draft.Kind.LOCATION, location)),
        name,
        address,
        postalCode,
        parts.area(postalCode, city),
        it.position(),
        online);
  }

  private static Event.Kind kind(Reading it) {
    String word = it.node().text("kind");
    if (word == null) {
      return Event.Kind.EVENT;
    }
    Optional<Event.Kind> kind =
        switch (word.toLowerCase(Locale.ROOT)) {
          case "tapahtuma", "evenemang" -> Optional.of(Event.Kind.EVENT);
          case "ryhmä", "kerho", "grupp", "klubb" -> Optional.of(Event.Kind.GROUP);
          case "kurssi", "kurs" -> Optional.of(Event.Kind.COURSE);
          case "kohtaamispaikka", "perhekahvila", "mötesplats", "familjecafé" ->
              Optional.of(Event.Kind.MEETING_PLACE);
          case "neuvonta", "rådgivning" -> Optional.of(Event.Kind.ADVICE);
          case "vapaaehtoistoiminta", "frivilligarbete" -> Optional.of(Event.Kind.VOLUNTEERING);
          // What families hold themselves comes by no feed.
          default ->
              Event.Kind.find(word.replace(' ', '_')).filter(known -> known != Event.Kind.MEETUP);
        };
    if (kind.isEmpty()) {
      it.sink().notice(new FieldNotice.UnknownWord(it.record(), "kind", word));
    }
    return kind.orElse(Event.Kind.EVENT);
  }

  private static Event.Status status(Reading it) {
    String written = it.node().text("status");
    if (written == null) {
      return Event.Status.SCHEDULED;
    }
    // «PERUTTU!», «peruttu sairauden vuoksi»: the first word says it.
    String[] words = written.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
    String first = words.length == 0 ? "" : words[words[0].isEmpty() && words.length > 1 ? 1 : 0];
    return switch (first) {
      case "peruttu", "peruutettu", "perutaan" -> Event.Status.CANCELLED;
      case "inställd", "inställda", "inställt", "ställs" -> Event.Status.CANCELLED;
      case "cancelled", "canceled" -> Event.Status.CANCELLED;
      case "siirretty", "uppskjutet", "uppskjuten", "postponed" -> Event.Status.POSTPONED;
      case "scheduled", "voimassa", "pidetään", "järjestetään", "hålls", "ordnas", "ok" ->
          Event.Status.SCHEDULED;
      default -> {
        it.sink().notice(new FieldNotice.UnknownWord(it.record(), "status", written));
        yield Event.Status.SCHEDULED;
      }
    };
  }

  private static List<OrganizationId> coHosts(Reading it, SourceIds ids) {
    List<OrganizationId> hosts = new ArrayList<>();
    for (String id : it.words("co_hosts")) {
      hosts.add(new OrganizationId(ids.of(Draft.Kind.ORGANIZATION, id)));
    }
    return hosts;
  }

  private Event.Price price(Reading it) {
    Text words = it.line("price_text");
    String price = it.node().text("price");
    if (price != null
        && price.matches("(?i)(maksuton|ilmainen|vapaa pääsy|gratis|avgiftsfri(tt)?|free)\\.?")) {
      return new Event.Price(new Money(java.math.BigDecimal.ZERO), words);
    }
    Money amount = parts.money(it, "price");
    return amount == null && words.isEmpty() && price != null && !Reading.isNumeric(price)
        ? new Event.Price(null, Text.fi(it.clean("price", price, Reading.LINE)))
        : new Event.Price(amount, words);
  }

  private static Event.Registration registration(Reading it) {
    String word = it.node().text("registration");
    String url = it.web("registration_url");
    Event.Registration.Need need =
        switch (String.valueOf(word).toLowerCase(Locale.ROOT)) {
          case "null" ->
              url == null ? Event.Registration.Need.UNKNOWN : Event.Registration.Need.RECOMMENDED;
          case "ei", "no", "nej", "none" -> Event.Registration.Need.NONE;
          case "kyllä", "yes", "ja", "pakollinen", "required" -> Event.Registration.Need.REQUIRED;
          default -> Event.Registration.Need.find(String.valueOf(word)).orElse(null);
        };
    if (need == null) {
      it.sink().notice(new FieldNotice.UnknownWord(it.record(), "registration", word));
      need = Event.Registration.Need.UNKNOWN;
    }
    Integer capacity = it.wholeNumber("capacity");
    return new Event.Registration(need, url, capacity == null || capacity < 0 ? null : capacity);
  }

  private static Event.@Nullable Image image(Reading it) {
    String url = it.web("image_url");
    return url == null
        ? null
        : new Event.Image(
            url, it.line("image_alt"), it.word("image_licence"), it.word("image_author"));
  }

  static boolean yes(@Nullable String word) {
    return word != null && word.matches("(?i)yes|true|1|x|kyllä|on|ja|k|y");
  }

  /// A row as a node; no other table points at it.
  private record RowThing(CsvFile.Row row) implements Node {
    @Override
    public @Nullable String text(String... names) {
      for (String name : names) {
        String value = row.get(name);
        if (value != null) {
          return value;
        }
      }
      return null;
    }

    @Override
    public List<Node> list(String name) {
      return List.of();
    }

    @Override
    public @Nullable Node one(String name) {
      return null;
    }

    @Override
    public String raw() {
      return row.raw();
    }
  }
}
