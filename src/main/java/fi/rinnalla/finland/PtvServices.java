package fi.rinnalla.finland;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.RecordNotice;
import fi.rinnalla.exchange.Sink;
import fi.rinnalla.exchange.SourceIds;
import fi.rinnalla.exchange.Unmapped;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Services of PTV as ours, with their connections: a service given at a place, or reached by
/// telephone or on the web.
final class PtvServices {
  private static final Text PRODUCER = new Text("Tuottaja", "Producent", "Provided by");
  private static final Text OTHER_RESPONSIBLE =
      new Text("Vastaa myös", "Ansvarar också", "Also responsible");

  private final SourceIds ids;
  private final Sink sink;
  private final Unmapped unmapped;
  private final Areas areas;
  private final PtvClasses classes;
  private final PtvOrganizations organizations;
  private final PtvConnections connections;
  private final PtvDescriptions descriptions;

  PtvServices(
      SourceIds ids,
      Sink sink,
      Unmapped unmapped,
      Areas areas,
      PtvClasses classes,
      PtvOrganizations organizations,
      PtvConnections connections,
      PtvDescriptions descriptions) {
    this.ids = ids;
    this.sink = sink;
    this.unmapped = unmapped;
    this.areas = areas;
    this.classes = classes;
    this.organizations = organizations;
    this.connections = connections;
    this.descriptions = descriptions;
  }

  ServiceId id(String id) {
    return new ServiceId(ids.of(Draft.Kind.SERVICE, id));
  }

  void take(String id, JsonNode json) {
    WatchedThing thing = WatchedThing.of(json);
    PtvThing of = PtvThing.of(thing, id, sink);
    thing.pass("id");
    ServiceId own = id(id);
    if (!PtvRun.isPublished(thing, id, sink)) {
      sink.gone(Draft.Kind.SERVICE, own.value());
      return;
    }
    Text name = of.name("serviceNames");
    Roles roles = roles(of);
    String owner = roles.responsible();
    if (name.isEmpty() || owner == null) {
      sink.refuse(
          Draft.Kind.SERVICE,
          own.value(),
          new FieldNotice.MissingRequiredField(
              id, owner == null ? "organizations" : "serviceNames", null));
      return;
    }
    PtvDescriptions.Words words = descriptions.of(of);
    PtvConnections.Reached reached = connections.of(of, own);
    sink.take(
        new Draft.OfService(
            new Draft.Origin(id, thing.raw(), reached.url(), false),
            new Service(
                own,
                organizations.id(owner),
                name,
                of.otherName("serviceNames", name),
                words.summary(),
                Paragraphs.join("\n\n", words.description(), roles.others()),
                PracticalFacts.NONE,
                words.eligibility(),
                Paragraphs.join("\n\n", words.howToGetIn(), reached.lines()),
                Set.of(),
                deliveries(reached),
                Paragraphs.join("\n\n", words.fees(), vouchers(of)),
                Text.none(),
                reached.url(),
                null,
                Service.Status.ACTIVE,
                AgeRange.ANY,
                of.it().languages("languages", thing.words("languages")),
                words.costs(),
                classes.of(of),
                PtvAddresses.servedBy(of, areas),
                List.of(),
                List.of(),
                reached.phones(),
                reached.contacts(),
                hours(reached),
                Verification.NEVER)));
    reached.places().forEach(sink::take);
    unmapped.count("Service", thing.unasked());
  }

  /// Of a service that has no place, when it is open is when somebody answers.
  private static List<Schedule> hours(PtvConnections.Reached reached) {
    return reached.places().isEmpty() ? reached.hoursOfPhones() : List.of();
  }

  private static Set<Service.Delivery> deliveries(PtvConnections.Reached reached) {
    Set<Service.Delivery> deliveries = EnumSet.noneOf(Service.Delivery.class);
    if (!reached.phones().isEmpty()) {
      deliveries.add(Service.Delivery.PHONE);
    }
    if (reached.isElectronic()) {
      deliveries.add(Service.Delivery.ONLINE);
    }
    return deliveries;
  }

  /// @param responsible whose the service is
  /// @param others who else has a part in it, in words
  private record Roles(@Nullable String responsible, Text others) {}

  private Roles roles(PtvThing of) {
    String responsible = null;
    List<WatchedThing> others = new ArrayList<>();
    for (WatchedThing one : of.thing().things("organizations")) {
      WatchedThing organization = one.thing("organization");
      String id = organization == null ? null : organization.text("id");
      String called = organization == null ? null : organization.text("name");
      if (id != null) {
        organizations.named(id, called);
      }
      if ("Responsible".equals(one.text("roleType")) && id != null && responsible == null) {
        responsible = id;
      } else {
        others.add(one);
      }
    }
    Text said = Text.none();
    for (WatchedThing one : others) {
      said = Paragraphs.join("\n", said, other(of.within(one), responsible));
    }
    return new Roles(responsible, said);
  }

  private static Text other(PtvThing one, @Nullable String responsible) {
    WatchedThing organization = one.thing().thing("organization");
    Text more = one.text("additionalInformation", Reading.LINE);
    String called = organization == null ? null : organization.text("name");
    boolean same = organization != null && Objects.equals(organization.text("id"), responsible);
    Text who = same || called == null ? more : Paragraphs.join(". ", Paragraphs.same(called), more);
    boolean producer = "Producer".equals(one.thing().text("roleType"));
    return Paragraphs.labelled(producer ? PRODUCER : OTHER_RESPONSIBLE, who);
  }

  /// Where a service voucher (palveluseteli) may be used.
  private static Text vouchers(PtvThing of) {
    Text said = Text.none();
    of.thing().text("serviceVouchersInUse");
    for (WatchedThing one : of.thing().things("serviceVouchers")) {
      String language = one.text("language");
      String words = of.it().clean("serviceVouchers", one.text("value"), Reading.LINE);
      String more =
          of.it().clean("serviceVouchers", one.text("additionalInformation"), Reading.PROSE);
      String url = of.it().webOf("serviceVouchers.url", one.text("url"));
      Lang lang = Lang.find(Objects.toString(language, "fi")).orElse(Lang.FI);
      said =
          Paragraphs.join(
              "\n",
              said,
              Paragraphs.join(" ", Text.of(lang, words), Text.of(lang, more), Text.of(lang, url)));
    }
    return said;
  }

  void archived(String id) {
    sink.gone(Draft.Kind.SERVICE, id(id).value());
    sink.notice(new RecordNotice.NotPublished(id, null));
  }
}
