package fi.rinnalla.merging;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Things as sources tell of them, put together a word at a time.
final class Things {
  static final AreaCode HYVINKAA = AreaCode.municipality("106");
  static final AreaCode OULU = AreaCode.municipality("564");

  private final Kind kind;
  private final Text name;
  private String source = "one";
  private List<Identifier> identifiers = List.of();
  private List<String> phones = List.of();
  private List<Text> organizers = List.of();
  private List<Text> streets = List.of();
  private @Nullable Position position;
  private @Nullable AreaCode town = HYVINKAA;
  private List<Told.Time> times = List.of();

  private Things(Kind kind, Text name) {
    this.kind = kind;
    this.name = name;
  }

  static Things a(Kind kind, String name) {
    return new Things(kind, Text.fi(name));
  }

  static Things inSwedish(Kind kind, String name) {
    return new Things(kind, new Text(null, name, null));
  }

  static Things inEnglish(Kind kind, String name) {
    return new Things(kind, new Text(null, null, name));
  }

  Things from(String other) {
    source = other;
    return this;
  }

  Things of(String organizer) {
    organizers = List.of(Text.fi(organizer));
    return this;
  }

  Things withId(String businessId) {
    identifiers = List.of(Identifier.businessId(businessId));
    return this;
  }

  /// An id as the feed writes it, which may not tell whose it is.
  Things known(String as) {
    identifiers = Identifier.ofItself(as).stream().toList();
    return this;
  }

  Things answering(String phone) {
    phones = List.of(phone);
    return this;
  }

  Things at(String street, double lat, double lon) {
    streets = List.of(Text.fi(street));
    position = new Position(lat, lon);
    return this;
  }

  Things in(@Nullable AreaCode other) {
    town = other;
    return this;
  }

  /// Each week at this hour of a Tuesday, two hours at a time.
  Things onTuesdaysAt(int hour, int minute) {
    Instant first = LocalDateTime.of(2026, 11, 24, hour, minute).toInstant(ZoneOffset.UTC);
    List<Told.Time> weekly = new ArrayList<>();
    for (int week = 0; week < 6; week++) {
      Instant start = first.plus(Duration.ofDays(7L * week));
      weekly.add(new Told.Time(start, start.plus(Duration.ofHours(2))));
    }
    times = weekly;
    return this;
  }

  /// On Tuesdays, Wednesdays and Thursdays, as many times in all as [#onTuesdaysAt].
  Things onThreeDaysAt(int hour) {
    Instant first = LocalDateTime.of(2026, 11, 24, hour, 0).toInstant(ZoneOffset.UTC);
    List<Told.Time> days = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      Instant start = first.plus(Duration.ofDays(7L * (n / 3) + n % 3));
      days.add(new Told.Time(start, start.plus(Duration.ofHours(2))));
    }
    times = days;
    return this;
  }

  Told told() {
    return new Told(
        kind,
        UUID.randomUUID(),
        source,
        List.of(name),
        identifiers,
        phones,
        List.of(),
        organizers,
        List.of(),
        streets,
        position,
        town,
        List.of(),
        times);
  }
}
