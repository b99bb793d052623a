package fi.rinnalla.merging;

import java.util.ArrayList;
import java.util.List;

/// A field of a record as one chooses between two: what belongs together is chosen together, as the
/// rule of an event with what differs at single times.
///
/// @param code of its name in the messages
/// @param names of its properties in the record's JSON
public record Field(String code, List<String> names) {
  private static final Field ORGANIZATION = new Field("organization", List.of("organization"));
  private static final Field POSITION = new Field("position", List.of("position", "approximate"));

  public Field {
    names = List.copyOf(names);
  }

  /// Whether it says when an event is held.
  public boolean isTimes() {
    return names.contains("rule");
  }

  private static List<Field> of(Object... fields) {
    List<Field> all = new ArrayList<>();
    for (Object it : fields) {
      all.add(it instanceof Field field ? field : new Field((String) it, List.of((String) it)));
    }
    return List.copyOf(all);
  }

  private static final List<Field> OF_ORGANIZATION =
      of(
          "name",
          "alternateName",
          "organizationKind",
          "description",
          "phones",
          "email",
          "website",
          "contacts",
          "area",
          "identifiers");

  private static final List<Field> OF_PLACE =
      of(
          "name",
          "alternateName",
          "description",
          ORGANIZATION,
          "addresses",
          POSITION,
          "area",
          "transportation",
          "schedules",
          "phones",
          "url",
          "contacts",
          "features",
          "accessibility",
          "languages",
          "externalIdentifier");

  private static final List<Field> OF_SERVICE =
      of(
          "name",
          "alternateName",
          "summary",
          "description",
          ORGANIZATION,
          "status",
          "alert",
          "ages",
          "eligibility",
          "applicationProcess",
          "access",
          "deliveries",
          new Field("price", List.of("costs", "fees")),
          "schedules",
          "phones",
          "email",
          "url",
          "contacts",
          "facts",
          "languages",
          "terms",
          "areas",
          "requiredDocuments",
          "capacities");

  private static final List<Field> OF_EVENT =
      of(
          new Field("name", List.of("title")),
          "kind",
          new Field("event_status", List.of("status")),
          "summary",
          "description",
          new Field("times", List.of("rule", "changes")),
          "venue",
          new Field("organizer", List.of("organizer", "organizerName")),
          "coHosts",
          "service",
          "ages",
          "price",
          "registration",
          "facts",
          "url",
          "image",
          "languages",
          "terms",
          "keywords");

  /// All that is chosen of a kind; who vouched for it and how much of its whereabouts it lets out
  /// stays the record's own.
  static List<Field> of(Kind kind) {
    return switch (kind) {
      case ORGANIZATION -> OF_ORGANIZATION;
      case PLACE -> OF_PLACE;
      case SERVICE -> OF_SERVICE;
      case EVENT -> OF_EVENT;
    };
  }
}
