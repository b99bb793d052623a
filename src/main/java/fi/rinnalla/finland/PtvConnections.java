package fi.rinnalla.finland;

import fi.rinnalla.directory.Contact;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceAtLocationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.RecordNotice;
import fi.rinnalla.exchange.SourceIds;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a service of PTV is reached: its connections to channels, each with words, hours and
/// contacts of its own. What a connection says goes before what its channel says.
final class PtvConnections {
  private final SourceIds ids;
  private final PtvChannels channels;

  PtvConnections(SourceIds ids, PtvChannels channels) {
    this.ids = ids;
    this.channels = channels;
  }

  /// @param url the page to show first
  /// @param lines the other addresses, with what is done there
  /// @param hoursOfPhones when somebody answers
  record Reached(
      List<Draft> places,
      List<Phone> phones,
      List<Contact> contacts,
      List<Schedule> hoursOfPhones,
      @Nullable String url,
      boolean isElectronic,
      Text lines) {}

  Reached of(PtvThing service, ServiceId own) {
    List<Draft> places = new ArrayList<>();
    List<Phone> phones = new ArrayList<>();
    List<Schedule> hours = new ArrayList<>();
    List<Contact> contacts = new ArrayList<>();
    String page = null;
    String form = null;
    boolean electronic = false;
    Text lines = Text.none();
    for (WatchedThing one : service.thing().things("serviceChannels")) {
      PtvThing connection = service.within(one);
      WatchedThing pointer = one.thing("serviceChannel");
      String id = pointer == null ? null : pointer.text("id");
      String called = pointer == null ? null : pointer.text("name");
      PtvChannels.Channel channel = id == null ? null : channels.find(id);
      Own said = own(connection);
      if (id == null || channel == null) {
        service
            .sink()
            .notice(new RecordNotice.LeftOutPart(service.record(), "serviceChannels: " + called));
        continue;
      }
      lines = Paragraphs.join("\n", lines, said.web().others());
      switch (channel.type()) {
        case LOCATION -> places.add(atPlace(service, connection, own, id, said));
        case PHONE -> {
          phones.addAll(channel.phones());
          hours.addAll(said.hours().isEmpty() ? channel.schedules() : said.hours());
          phones.addAll(said.phones());
          contacts.addAll(said.contacts());
        }
        case ELECTRONIC, WEB_PAGE, FORM -> {
          phones.addAll(said.phones());
          contacts.addAll(said.contacts());
          electronic |= channel.type() == PtvChannels.Type.ELECTRONIC;
          boolean first = channel.type() == PtvChannels.Type.WEB_PAGE;
          page = first && page == null ? channel.url() : page;
          form = !first && form == null ? channel.url() : form;
          lines = Paragraphs.join("\n", lines, channel.line(said.words()));
        }
      }
    }
    return new Reached(
        places, distinct(phones), contacts, hours, page == null ? form : page, electronic, lines);
  }

  private record Own(
      Text words,
      List<Phone> phones,
      List<Contact> contacts,
      List<Schedule> hours,
      PtvContacts.Web web) {}

  private static Own own(PtvThing connection) {
    WatchedThing details = connection.thing().thing("contactDetails");
    PtvThing contact = details == null ? null : connection.within(details);
    return new Own(
        Paragraphs.join(
            ". ",
            connection.text("description", "Description", Reading.PROSE),
            connection.text("description", "ChargeTypeAdditionalInfo", Reading.PROSE)),
        contact == null ? List.of() : PtvContacts.phones(contact, "phoneNumbers"),
        contact == null ? List.of() : PtvContacts.emails(contact, "emails"),
        PtvHours.schedules(connection, "serviceHours"),
        contact == null
            ? new PtvContacts.Web(null, Text.none(), Map.of())
            : PtvContacts.web(contact, "webPages"));
  }

  private Draft atPlace(
      PtvThing service, PtvThing connection, ServiceId own, String channel, Own said) {
    String id = service.record() + " @ " + channel;
    return new Draft.OfServiceAtLocation(
        new Draft.Origin(id, connection.thing().raw(), null, false),
        new ServiceAtLocation(
            new ServiceAtLocationId(ids.of(Draft.Kind.SERVICE_AT_LOCATION, id)),
            own,
            channels.place(channel),
            said.words(),
            said.phones(),
            said.contacts(),
            said.hours()));
  }

  private static List<Phone> distinct(List<Phone> phones) {
    List<Phone> distinct = new ArrayList<>();
    for (Phone phone : phones) {
      if (distinct.stream().noneMatch(it -> Objects.equals(it.dialled(), phone.dialled()))) {
        distinct.add(phone);
      }
    }
    return distinct;
  }
}
