package fi.rinnalla.finland;

import fi.rinnalla.directory.Service;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.Sink;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a service of PTV says of itself. Many services say little and lean on a general description
/// (pohjakuvaus), the same for all municipalities; it comes within the service as texts with a type
/// that begins with `GD_`, or as an object of its own. The general words come first, as on
/// Suomi.fi, and what the organization adds after them.
final class PtvDescriptions {
  private static final String GENERAL = "GD_";
  private static final Set<String> TYPES =
      Set.of(
          "Summary",
          "Description",
          "BackgroundDescription",
          "UserInstruction",
          "ValidityTime",
          "ProcessingTime",
          "DeadLine",
          "ChargeTypeAdditionalInfo",
          "GeneralDescriptionTypeAdditionalInformation");

  private static final Text PROCESSING =
      new Text("Käsittelyaika", "Behandlingstid", "Processing time");
  private static final Text VALIDITY =
      new Text("Voimassaolo", "Giltighetstid", "Period of validity");
  private static final Text DEADLINE = new Text("Määräaika", "Tidsfrist", "Deadline");
  private static final Text CHARGED = new Text("Maksullinen", "Avgiftsbelagd", "There is a charge");

  private final Sink sink;
  private final Map<String, JsonNode> general = new HashMap<>();

  PtvDescriptions(Sink sink) {
    this.sink = sink;
  }

  record Words(
      Text summary,
      Text description,
      Text eligibility,
      Text howToGetIn,
      Text fees,
      List<Service.CostOption> costs) {}

  void takeGeneral(String id, JsonNode json) {
    general.put(id, json);
  }

  boolean knows(String id) {
    return general.containsKey(id);
  }

  Words of(PtvThing service) {
    String id = service.thing().text("generalDescriptionId");
    JsonNode json = id == null ? null : general.get(id);
    PtvThing base =
        json == null ? null : PtvThing.of(WatchedThing.of(json), service.record(), sink);
    boolean within = false;
    for (WatchedThing one : service.thing().things("serviceDescriptions")) {
      String type = Objects.toString(one.text("type"), "");
      within |= type.startsWith(GENERAL);
      String bare = type.startsWith(GENERAL) ? type.substring(GENERAL.length()) : type;
      if (!TYPES.contains(bare)) {
        sink.notice(
            new FieldNotice.UnknownWord(service.record(), "serviceDescriptions.type", type));
      }
    }
    if (id != null && base == null && !within) {
      sink.notice(new FieldNotice.BaseTextMissing(service.record(), "generalDescriptionId", id));
    }
    Text summary = service.text("serviceDescriptions", "Summary", Reading.PROSE);
    Text fees = both(service, base, "ChargeTypeAdditionalInfo");
    Text requirements = service.text("requirements", Reading.PROSE);
    return new Words(
        summary.isEmpty() ? general(service, base, "Summary") : summary,
        Paragraphs.join(
            "\n\n",
            both(service, base, "Description"),
            both(service, base, "BackgroundDescription"),
            both(service, base, "GeneralDescriptionTypeAdditionalInformation"),
            Paragraphs.labelled(PROCESSING, both(service, base, "ProcessingTime")),
            Paragraphs.labelled(VALIDITY, both(service, base, "ValidityTime")),
            Paragraphs.labelled(DEADLINE, both(service, base, "DeadLine"))),
        base == null
            ? requirements
            : Paragraphs.join("\n\n", base.text("requirements", Reading.PROSE), requirements),
        both(service, base, "UserInstruction"),
        fees,
        costs(service, base));
  }

  private static Text both(PtvThing service, @Nullable PtvThing base, String type) {
    return Paragraphs.join(
        "\n\n",
        general(service, base, type),
        service.text("serviceDescriptions", type, Reading.PROSE));
  }

  private static Text general(PtvThing service, @Nullable PtvThing base, String type) {
    Text within = service.text("serviceDescriptions", GENERAL + type, Reading.PROSE);
    return within.isEmpty() && base != null
        ? base.text("descriptions", type, Reading.PROSE)
        : within;
  }

  private static List<Service.CostOption> costs(PtvThing service, @Nullable PtvThing base) {
    String own = service.thing().text("serviceChargeType");
    String type = own == null && base != null ? base.thing().text("serviceChargeType") : own;
    return switch (Objects.toString(type, "")) {
      case "FreeOfCharge" ->
          List.of(new Service.CostOption(new Money(BigDecimal.ZERO), Text.none()));
      case "Chargeable" -> List.of(new Service.CostOption(null, CHARGED));
      // «Other» says that there is something to read in the words about fees.
      case "Other", "" -> List.of();
      default -> {
        service
            .sink()
            .notice(new FieldNotice.UnknownWord(service.record(), "serviceChargeType", type));
        yield List.of();
      }
    };
  }
}
