package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Event;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The common kinds of what families come to. A kind fills in what most of them say alike, so that
/// a new one is ready in two minutes.
public enum Template {
  FAMILY_CAFE(Event.Kind.MEETING_PLACE, "perhekahvila"),
  STORY_HOUR(Event.Kind.EVENT, "satuhetki"),
  OPEN_DAYCARE(Event.Kind.MEETING_PLACE, "avoin päiväkoti"),
  CLUB(Event.Kind.GROUP, "kerho"),
  PEER_GROUP(Event.Kind.GROUP, "vertaistuki"),
  OTHER(Event.Kind.EVENT, "");

  private final Event.Kind kind;
  private final String keyword;

  Template(Event.Kind kind, String keyword) {
    this.kind = kind;
    this.keyword = keyword;
  }

  Event.Kind kind() {
    return kind;
  }

  /// By which it is found, also when the title says something else.
  List<String> keywords() {
    return keyword.isEmpty() ? List.of() : List.of(keyword);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Template> find(String code) {
    for (Template one : values()) {
      if (one.code().equals(code)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  static Template of(Event event) {
    for (Template one : values()) {
      if (one.kind == event.kind() && event.keywords().containsAll(one.keywords())) {
        return one;
      }
    }
    return OTHER;
  }
}
