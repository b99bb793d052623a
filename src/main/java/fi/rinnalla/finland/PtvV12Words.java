package fi.rinnalla.finland;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Version 12 of PTV in the words of version 11, so that one mapping reads both: `contentId` is
/// `id`, what stands in `languageVersions` by language becomes lists of `{"language", "type",
/// "value"}`, and classes told by their codes alone become objects. What keeps its name is passed
/// on as it is, and what then nobody reads is told as an unmapped field, as in version 11.
final class PtvV12Words {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Map<String, String> DESCRIPTIONS =
      Map.ofEntries(
          Map.entry("summary", "Summary"),
          Map.entry("description", "Description"),
          Map.entry("backgroundDescription", "BackgroundDescription"),
          Map.entry("userInstructions", "UserInstruction"),
          Map.entry("userInstruction", "UserInstruction"),
          Map.entry("processingTime", "ProcessingTime"),
          Map.entry("periodOfValidity", "ValidityTime"),
          Map.entry("validityTime", "ValidityTime"),
          Map.entry("deadline", "DeadLine"),
          Map.entry("chargeTypeAdditionalInfo", "ChargeTypeAdditionalInfo"),
          Map.entry("chargeInfo", "ChargeTypeAdditionalInfo"));

  private static final Set<String> NAMES = Set.of("name", "alternativeName");

  private PtvV12Words() {}

  static String id(JsonNode record) {
    return first(record, "contentId", "id");
  }

  static String serviceOf(JsonNode connection) {
    String own = first(connection, "serviceContentId", "serviceId");
    return own.isEmpty() ? id(connection.path("service")) : own;
  }

  static String channelOf(JsonNode connection) {
    String own = first(connection, "channelContentId", "serviceChannelContentId", "channelId");
    return own.isEmpty() ? id(connection.path("channel")) : own;
  }

  static String organizationOf(JsonNode record) {
    String own = first(record, "organizationContentId", "organizationId");
    return own.isEmpty() ? id(record.path("organization")) : own;
  }

  static String parentOf(JsonNode organization) {
    return first(organization, "parentOrganizationContentId", "parentOrganizationId");
  }

  static String generalDescriptionOf(JsonNode service) {
    return first(service, "generalDescriptionContentId", "generalDescriptionId");
  }

  static ObjectNode organization(JsonNode record) {
    ObjectNode said = begin(record, "organizationNames", "organizationDescriptions");
    rename(said, "parentOrganizationContentId", "parentOrganizationId");
    rename(said, "businessId", "businessCode");
    return said;
  }

  static ObjectNode channel(JsonNode record) {
    ObjectNode said = begin(record, "serviceChannelNames", "serviceChannelDescriptions");
    rename(said, "channelType", "serviceChannelType");
    rename(said, "organizationContentId", "organizationId");
    rename(said, "serviceLanguages", "languages");
    return said;
  }

  static ObjectNode generalDescription(JsonNode record) {
    ObjectNode said = begin(record, "names", "descriptions");
    rename(said, "chargeType", "serviceChargeType");
    return said;
  }

  static ObjectNode service(JsonNode record, List<JsonNode> connections) {
    ObjectNode said = begin(record, "serviceNames", "serviceDescriptions");
    rename(said, "generalDescriptionContentId", "generalDescriptionId");
    rename(said, "serviceLanguages", "languages");
    rename(said, "chargeType", "serviceChargeType");
    String owner = organizationOf(record);
    if (!owner.isEmpty()) {
      ObjectNode responsible = JSON.objectNode().put("roleType", "Responsible");
      responsible.putObject("organization").put("id", owner);
      said.withArray("organizations").insert(0, responsible);
    }
    said.remove(List.of("organizationContentId", "organizationId", "organization"));
    for (String list :
        List.of(
            "serviceClasses", "targetGroups", "lifeEvents", "ontologyTerms", "industrialClasses")) {
      said.set(list, classes(record.path(list)));
    }
    ArrayNode channels = said.putArray("serviceChannels");
    connections.forEach(connection -> channels.add(connection(connection)));
    return said;
  }

  private static ObjectNode connection(JsonNode record) {
    ObjectNode said = begin(record, "names", "description");
    said.putObject("serviceChannel").put("id", channelOf(record));
    said.remove(List.of("id", "serviceContentId", "channelContentId", "service", "channel"));
    rename(said, "openingHours", "serviceHours");
    return said;
  }

  /// The fields that both have, `id`, and the texts of all languages under the names of version 11.
  private static ObjectNode begin(JsonNode record, String names, String descriptions) {
    ObjectNode said = record.isObject() ? ((ObjectNode) record).deepCopy() : JSON.objectNode();
    said.remove(List.of("contentId", "languageVersions"));
    said.put("id", id(record));
    ArrayNode named = said.putArray(names);
    ArrayNode described = said.putArray(descriptions);
    for (Map.Entry<String, JsonNode> version : record.path("languageVersions").properties()) {
      String language = version.getKey();
      for (Map.Entry<String, JsonNode> field : version.getValue().properties()) {
        String name = field.getKey();
        JsonNode value = field.getValue();
        if (NAMES.contains(name)) {
          named.add(words(language, name.equals("name") ? "Name" : "AlternativeName", value));
        } else if (DESCRIPTIONS.containsKey(name)) {
          described.add(words(language, DESCRIPTIONS.get(name), value));
        } else if (name.equals("requirements") || name.equals("conditionsAndCriteria")) {
          said.withArray("requirements").add(words(language, null, value));
        } else if (name.equals("keywords")) {
          value.forEach(word -> said.withArray("keywords").add(words(language, null, word)));
        } else if (value.isArray()) {
          // Web pages, e-mail and numbers stand within their language.
          value.forEach(one -> {
            if (one.isObject()) {
              said.withArray(name).add(((ObjectNode) one.deepCopy()).put("language", language));
            }
          });
        } else {
          said.withObject("languageVersions").set(name, value);
        }
      }
    }
    return said;
  }

  /// A code, an address, or an object as in version 11.
  private static ArrayNode classes(JsonNode list) {
    ArrayNode classes = JSON.arrayNode();
    for (JsonNode one : list) {
      if (one.isString()) {
        boolean uri = one.asString().startsWith("http");
        classes.add(JSON.objectNode().put(uri ? "uri" : "code", one.asString()));
      } else {
        classes.add(one);
      }
    }
    return classes;
  }

  private static ObjectNode words(
      String language, @org.jspecify.annotations.Nullable String type, JsonNode value) {
    ObjectNode words = JSON.objectNode().put("language", language);
    if (type != null) {
      words.put("type", type);
    }
    return words.put("value", value.asString(""));
  }

  private static void rename(ObjectNode said, String from, String to) {
    JsonNode value = said.remove(from);
    if (value != null && !said.hasNonNull(to)) {
      said.set(to, value);
    }
  }

  private static String first(JsonNode record, String... names) {
    for (String name : names) {
      String value = record.path(name).isValueNode() ? record.path(name).asString("") : "";
      if (!value.isBlank() && !record.path(name).isNull()) {
        return value;
      }
    }
    return "";
  }
}
