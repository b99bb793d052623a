package fi.rinnalla.finland;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Contact;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.RecordNotice;
import fi.rinnalla.exchange.Sink;
import fi.rinnalla.exchange.SourceIds;
import fi.rinnalla.exchange.Unmapped;
import fi.rinnalla.exchange.ValueNotice;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The channels of PTV (palvelukanavat). A service location is a place of ours. A telephone, an
/// e-service, a web page and a form are ways to reach a service, kept until the service comes.
final class PtvChannels {
  private final SourceIds ids;
  private final Sink sink;
  private final Unmapped unmapped;
  private final Areas areas;
  private final PtvOrganizations organizations;
  private final Map<String, Channel> known = new HashMap<>();

  PtvChannels(
      SourceIds ids, Sink sink, Unmapped unmapped, Areas areas, PtvOrganizations organizations) {
    this.ids = ids;
    this.sink = sink;
    this.unmapped = unmapped;
    this.areas = areas;
    this.organizations = organizations;
  }

  enum Type {
    LOCATION,
    PHONE,
    ELECTRONIC,
    WEB_PAGE,
    FORM
  }

  /// What a service needs to know of a channel.
  record Channel(
      Type type,
      Text name,
      Text summary,
      List<Phone> phones,
      List<Schedule> schedules,
      @Nullable String url,
      Map<Lang, String> urls) {

    /// `Hakemus päivähoitoon – https://…`, in each language it has a name in.
    Text line(Text said) {
      Text line = Text.none();
      for (Lang lang : Lang.values()) {
        String called = name.in(lang);
        String where = urls.getOrDefault(lang, url);
        if (called != null && where != null) {
          String words = said.in(lang) == null ? summary.in(lang) : said.in(lang);
          line = line.with(lang, called + (words == null ? "" : ": " + words) + " – " + where);
        }
      }
      return line;
    }
  }

  @Nullable Channel find(String id) {
    return known.get(id);
  }

  LocationId place(String id) {
    return new LocationId(ids.of(Draft.Kind.LOCATION, id));
  }

  void take(String id, JsonNode json) {
    WatchedThing thing = WatchedThing.of(json);
    PtvThing of = PtvThing.of(thing, id, sink);
    thing.pass("id");
    String written = thing.text("serviceChannelType");
    if (!PtvRun.isPublished(thing, id, sink)) {
      sink.gone(Draft.Kind.LOCATION, place(id).value());
      return;
    }
    Type type = type(written);
    if (type == null) {
      sink.notice(new FieldNotice.UnknownWord(id, "serviceChannelType", written));
      return;
    }
    Text name = of.name("serviceChannelNames");
    List<Schedule> schedules = PtvHours.schedules(of, "serviceHours");
    List<Phone> phones = phones(of, type, name);
    PtvContacts.Web pages = PtvContacts.web(of, "webPages");
    PtvContacts.Web forms = PtvContacts.web(of, "channelUrls");
    PtvContacts.Web shown = type == Type.FORM && forms.first() != null ? forms : pages;
    if (type == Type.LOCATION) {
      location(of, id, name, phones, schedules, pages);
    } else {
      // Whose the channel is, its service tells.
      thing.pass("organizationId");
    }
    known.put(
        id,
        new Channel(
            type,
            name,
            type == Type.LOCATION || type == Type.PHONE
                ? Text.none()
                : of.text("serviceChannelDescriptions", "Summary", Reading.PROSE),
            phones,
            schedules,
            shown.first(),
            shown.byLang()));
    unmapped.count(
        String.valueOf(written).replaceFirst("Channel$", "") + "Channel", thing.unasked());
  }

  private static List<Phone> phones(PtvThing of, Type type, Text name) {
    List<Phone> phones = PtvContacts.phones(of, "phoneNumbers");
    return type != Type.PHONE
        ? phones
        : phones.stream()
            .map(it ->
                new Phone(
                    it.number(),
                    null,
                    it.type(),
                    Paragraphs.join(": ", name, it.description()),
                    it.languages()))
            .toList();
  }

  private void location(
      PtvThing of,
      String id,
      Text name,
      List<Phone> phones,
      List<Schedule> schedules,
      PtvContacts.Web pages) {
    PtvAddresses addresses = PtvAddresses.of(of, "addresses", areas);
    LocationId place = place(id);
    if (name.isEmpty()) {
      sink.refuse(
          Draft.Kind.LOCATION,
          place.value(),
          new FieldNotice.MissingRequiredField(id, "serviceChannelNames", null));
      return;
    }
    if (addresses.position() == null) {
      sink.notice(new ValueNotice.PositionMissing(id, "addresses", null));
    }
    Text description = of.text("serviceChannelDescriptions", "Description", Reading.PROSE);
    Text summary = of.text("serviceChannelDescriptions", "Summary", Reading.PROSE);
    String owner = of.thing().text("organizationId");
    List<Contact> emails = PtvContacts.emails(of, "emails");
    sink.take(
        new Draft.OfLocation(
            new Draft.Origin(id, of.thing().raw(), pages.first(), false),
            new Location(
                place,
                owner == null || !organizations.knows(owner) ? null : organizations.id(owner),
                Location.Type.PHYSICAL,
                Location.Visibility.PUBLIC,
                name,
                of.otherName("serviceChannelNames", name),
                Paragraphs.join("\n\n", summary, description, pages.others()),
                addresses.wayIn(),
                addresses.position(),
                addresses.approximate(),
                addresses.area(),
                addresses.addresses(),
                Set.of(),
                addresses.accessibility(),
                of.it().languages("languages", of.thing().words("languages")),
                phones,
                emails,
                schedules,
                pages.first(),
                id,
                Verification.NEVER)));
  }

  /// v12 says TelephoneService where v11 says Phone.
  private static @Nullable Type type(@Nullable String word) {
    return switch (Objects.toString(word, "")) {
      case "ServiceLocation" -> Type.LOCATION;
      case "Phone", "TelephoneService" -> Type.PHONE;
      case "EChannel" -> Type.ELECTRONIC;
      case "WebPage" -> Type.WEB_PAGE;
      case "PrintableForm" -> Type.FORM;
      default -> null;
    };
  }

  void archived(String id) {
    sink.gone(Draft.Kind.LOCATION, place(id).value());
    sink.notice(new RecordNotice.NotPublished(id, null));
  }
}
