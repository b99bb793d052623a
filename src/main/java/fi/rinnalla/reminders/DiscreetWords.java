package fi.rinnalla.reminders;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.vocabulary.Lang;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// How a letter speaks of an event and its time: it names no event that may endanger its reader.
@Component
public class DiscreetWords {
  private final Calendar calendar;
  private final Classification classification;
  private final Messages messages;

  DiscreetWords(Calendar calendar, Classification classification, Messages messages) {
    this.calendar = calendar;
    this.classification = classification;
    this.messages = messages;
  }

  public boolean isSensitive(EventListing listing) {
    Event event = listing.event();
    return classification.isSensitive(event.terms(), event.keywords());
  }

  /// `«Perhekahvila»`, or that it is an event and no more.
  public String name(EventId event, Lang lang) {
    return calendar
        .find(event)
        .filter(it -> !isSensitive(it))
        .map(it -> plain(it.event().title().orEmpty(lang)))
        .filter(it -> !it.isBlank())
        .map(it -> messages.say(lang, "reminders.letter.event", it))
        .orElseGet(() -> messages.say(lang, "reminders.letter.an_event"));
  }

  /// Feeds may have anything in a title; a letter has no control characters.
  public static String plain(String words) {
    return words.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cs}]+", " ").strip();
  }

  /// `ti 24.11. klo 9.30–12.00`.
  public String time(Lang lang, Instant start, Instant end) {
    return messages.say(lang, "time.day_at", day(lang, start), Dates.times(lang, start, end));
  }

  /// `ti 24.11. klo 9.30`.
  public String moment(Lang lang, Instant at) {
    return messages.say(lang, "time.day_at", day(lang, at), Dates.time(lang, at));
  }

  /// `ti 24.11.`
  public static String day(Lang lang, Instant at) {
    return Dates.weekdayShort(lang, Dates.day(at)) + " " + Dates.dayMonth(lang, Dates.day(at));
  }
}
