package fi.rinnalla.exchange;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An event of Linked Events, or a series with its times, as ours.
final class LinkedEvent {
  private final HsdsParts parts;
  private final LinkedPlaces places;
  private final SourceIds ids;
  private final Sink sink;

  LinkedEvent(HsdsParts parts, LinkedPlaces places, Source source, Sink sink) {
    this.parts = parts;
    this.places = places;
    this.ids = new SourceIds(source.name());
    this.sink = sink;
  }

  private record Time(LocalDateTime start, Duration duration, boolean allDay, boolean cancelled) {}

  void take(String id, JsonNode event, List<JsonNode> times) {
    Reading it = new Reading(new JsonThing(event), id, sink);
    UUID uuid = ids.of(Draft.Kind.EVENT, id);
    Text title = LinkedWords.text(it, "name", event.path("name"), Reading.LINE);
    if (title.isEmpty()) {
      refuse(uuid, new FieldNotice.MissingRequiredField(id, "name", null));
      return;
    }
    List<Time> held = new ArrayList<>();
    times.forEach(one -> time(it.of(new JsonThing(one)), one).ifPresent(held::add));
    if (held.isEmpty()) {
      time(it, event).ifPresent(held::add);
    }
    if (held.isEmpty()) {
      String start = LinkedWords.word(event, "start_time");
      refuse(
          uuid,
          start == null
              ? new FieldNotice.MissingRequiredField(id, "start_time", null)
              : new ValueNotice.StartUnreadable(id, "start_time", start));
      return;
    }
    held.sort(Comparator.comparing(Time::start));
    List<String> keywords = keywords(event);
    String url = LinkedWords.web(it, "info_url", event.path("info_url"));
    sink.take(
        new Draft.OfEvent(
            new Draft.Origin(id, event.toString(), url, false),
            new Event(
                new EventId(uuid),
                kind(event),
                status(event),
                title,
                LinkedWords.text(
                    it, "short_description", event.path("short_description"), Reading.PROSE),
                LinkedWords.text(it, "description", event.path("description"), Reading.PROSE),
                null,
                LinkedWords.text(it, "provider", event.path("provider"), Reading.LINE),
                List.of(),
                null,
                venue(event, url),
                rule(held),
                changes(held),
                it.ages(
                    "audience_min_age", "audience_max_age", "audience_min_age", "audience_max_age"),
                it.languages("in_language", languages(event)),
                price(it, event),
                parts.themes(keywords),
                keywords,
                registration(it, event),
                facts(it, event),
                url,
                image(it, event),
                fi.rinnalla.directory.Verification.NEVER)));
  }

  private void refuse(UUID id, Notice why) {
    sink.refuse(Draft.Kind.EVENT, id, why);
  }

  private Optional<Time> time(Reading it, JsonNode event) {
    String start = LinkedWords.word(event, "start_time");
    Optional<Moments.Moment> from = start == null ? Optional.empty() : Moments.moment(start);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    // A date alone is the whole day; newer servers say it beside a midnight in UTC.
    boolean allDay = from.get().dateOnly() || event.path("has_start_time").asBoolean(true) == false;
    LocalDateTime at = allDay ? from.get().at().toLocalDate().atStartOfDay() : from.get().at();
    Duration duration = allDay ? Duration.ofDays(1) : Duration.ZERO;
    String end = LinkedWords.word(event, "end_time");
    Optional<Moments.Moment> to = end == null ? Optional.empty() : Moments.moment(end);
    if (end != null && to.isPresent()) {
      LocalDateTime until = to.get().dateOnly() ? to.get().at().plusDays(1) : to.get().at();
      duration = EventRules.checked(it, "end_time", end, Duration.between(at, until), allDay);
    } else if (end != null) {
      sink.notice(new ValueNotice.NotATime(it.record(), "end_time", end));
    }
    return Optional.of(new Time(at, duration, allDay, status(event) == Event.Status.CANCELLED));
  }

  private static EventRule rule(List<Time> held) {
    Time first = held.getFirst();
    List<LocalDateTime> extra = held.stream().skip(1).map(Time::start).distinct().toList();
    return new EventRule(
        first.start(),
        first.duration(),
        first.allDay(),
        null,
        EventRule.Weeks.EVERY,
        extra,
        List.of(),
        false);
  }

  private static List<OccurrenceChange> changes(List<Time> held) {
    List<OccurrenceChange> changes = new ArrayList<>();
    if (held.size() > 1) {
      Duration usual = held.getFirst().duration();
      for (Time time : held) {
        if (time.cancelled()) {
          changes.add(OccurrenceChange.cancelled(time.start()));
        } else if (!time.duration().equals(usual)) {
          changes.add(
              new OccurrenceChange(
                  time.start(),
                  false,
                  time.start(),
                  time.start().plus(time.duration()),
                  Text.none(),
                  Text.none()));
        }
      }
    }
    return changes;
  }

  private Event.Venue venue(JsonNode event, @Nullable String url) {
    JsonNode place = event.path("location");
    if (LinkedPlaces.isOnline(place)) {
      return new Event.Venue(null, Text.none(), Text.none(), null, null, null, url);
    }
    return new Event.Venue(places.of(place), Text.none(), Text.none(), null, null, null, null);
  }

  private static Event.Kind kind(JsonNode event) {
    return switch (event.path("type_id").asString("")) {
      case "Course" -> Event.Kind.COURSE;
      case "Volunteering" -> Event.Kind.VOLUNTEERING;
      case "Hobbies" -> Event.Kind.GROUP;
      default -> Event.Kind.EVENT;
    };
  }

  private static Event.Status status(JsonNode event) {
    return switch (event.path("event_status").asString("")) {
      case "EventCancelled" -> Event.Status.CANCELLED;
      case "EventPostponed" -> Event.Status.POSTPONED;
      case "EventRescheduled" -> Event.Status.RESCHEDULED;
      default -> Event.Status.SCHEDULED;
    };
  }

  private static List<String> keywords(JsonNode event) {
    List<String> words = new ArrayList<>();
    for (String list : List.of("keywords", "audience")) {
      for (JsonNode keyword : event.path(list)) {
        String word = LinkedWords.word(keyword.path("name"), "fi");
        if (word != null && !words.contains(word)) {
          words.add(Notice.excerpt(word));
        }
      }
    }
    return words;
  }

  private static List<String> languages(JsonNode event) {
    List<String> codes = new ArrayList<>();
    for (JsonNode language : event.path("in_language")) {
      String id = LinkedWords.id(language);
      if (id != null) {
        codes.add(id);
      }
    }
    return codes;
  }

  private static Event.Price price(Reading it, JsonNode event) {
    JsonNode offer = event.path("offers").path(0);
    if (offer.path("is_free").asBoolean(false)) {
      return new Event.Price(new Money(BigDecimal.ZERO), Text.none());
    }
    Text words = LinkedWords.text(it, "offers.price", offer.path("price"), Reading.LINE);
    String said =
        String.valueOf(words.fi()).replace(',', '.').replaceAll("[\\s\\u00a0]*(€|eur|euroa)$", "");
    if (said.matches("\\d{1,5}(\\.\\d{1,2})?")) {
      return new Event.Price(new Money(new BigDecimal(said)), words);
    }
    if (Reading.isNumeric(said)) {
      it.sink().notice(new ValueNotice.PriceOutOfRange(it.record(), "offers.price", said));
      return Event.Price.UNKNOWN;
    }
    return new Event.Price(null, words);
  }

  private static Event.Registration registration(Reading it, JsonNode event) {
    String url =
        it.webOf(
            "registration.signup_url", LinkedWords.word(event.path("registration"), "signup_url"));
    boolean enrolled = url != null || LinkedWords.word(event, "enrolment_start_time") != null;
    JsonNode most = event.path("maximum_attendee_capacity");
    boolean told = most.isIntegralNumber() && most.canConvertToInt() && most.asInt() >= 0;
    return new Event.Registration(
        enrolled ? Event.Registration.Need.REQUIRED : Event.Registration.Need.UNKNOWN,
        url,
        told ? most.asInt() : null);
  }

  /// What the feed adds to the place tells the way in: a room, a floor, a corner of the park.
  private static PracticalFacts facts(Reading it, JsonNode event) {
    Text door =
        LinkedWords.text(
            it, "location_extra_info", event.path("location_extra_info"), Reading.LINE);
    return PracticalFacts.byDoor(door);
  }

  private static Event.@Nullable Image image(Reading it, JsonNode event) {
    JsonNode image = event.path("images").path(0);
    String url = it.webOf("images.url", LinkedWords.word(image, "url"));
    if (url == null) {
      return null;
    }
    JsonNode alt = image.path("alt_text");
    Text words =
        alt.isObject()
            ? LinkedWords.text(it, "images.alt_text", alt, Reading.LINE)
            : Text.fi(LinkedWords.word(image, "alt_text"));
    return new Event.Image(
        url,
        words,
        LinkedWords.word(image, "license"),
        LinkedWords.word(image, "photographer_name"));
  }
}
