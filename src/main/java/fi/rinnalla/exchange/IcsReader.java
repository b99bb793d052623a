package fi.rinnalla.exchange;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.Classification;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads iCalendar files. A series and the changes to its single times share a UID (RFC 5545
/// §3.8.4.4), and come in any order, so one calendar is read whole before its events are made.
@Component
class IcsReader implements FeedReader {
  private static final Logger log = LoggerFactory.getLogger(IcsReader.class);

  /// biweekly keeps a calendar in memory, at some ten times the size of its file.
  private static final long LARGEST = 20_000_000;

  private static final int MOST_WARNINGS = 50;

  /// What biweekly remarks on time zones; [IcsZones] looks after them.
  private static final Set<Integer> OF_ZONES = Set.of(5, 37, 38, 39, 43);

  private static final Pattern BEGIN = line("BEGIN:VCALENDAR");
  private static final Pattern END = line("END:VCALENDAR");
  private static final Pattern END_OF_EVENT = line("END:VEVENT");

  private final HsdsParts parts;

  IcsReader(HsdsParts parts) {
    this.parts = parts;
  }

  private static Pattern line(String words) {
    return Pattern.compile("^" + words + "[ \t]*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
  }

  @Override
  public Format format() {
    return Format.ICS;
  }

  @Override
  public void read(Feed feed, Sink sink) throws IOException {
    sink.covers(Draft.Kind.EVENT);
    for (Path file : feed.files()) {
      if (Files.size(file) > LARGEST) {
        throw new FetchFault(
            new FetchNotice.TooLargeFeed(FetchNotice.megabytes(LARGEST)),
            "a calendar of over %d bytes".formatted(LARGEST));
      }
      read(file, feed.source(), sink);
    }
  }

  private void read(Path file, Source source, Sink sink) throws IOException {
    String name = file.getFileName().toString();
    int calendars = 0;
    String text;
    try (Reader decoded = Decoded.open(file, sink)) {
      text = whole(decoded.readAllAsString(), name, sink);
    }
    IcsZones zones = new IcsZones(sink);
    try (ICalReader reader = new ICalReader(text)) {
      for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
        calendars++;
        reader.getWarnings().stream()
            .filter(warning -> !OF_ZONES.contains(warning.getCode()))
            .limit(MOST_WARNINGS)
            .forEach(
                warning -> sink.notice(new FeedNotice.MalformedCalendar(place(name, warning))));
        zones.settle(calendar);
        events(calendar, source, sink);
      }
    } catch (RuntimeException faulty) {
      // biweekly lets some of its own faults out on files that are wrong enough.
      sink.notice(new FeedNotice.ReadingStopped(name));
    }
    if (text.isBlank()) {
      sink.notice(new FeedNotice.EmptyFile(name));
    } else if (calendars == 0) {
      sink.notice(new FeedNotice.UnknownShape(name));
    }
  }

  /// A calendar that breaks off (a cut connection) without what was begun and not ended: half an
  /// event may have lost the very line that cancels it.
  private static String whole(String text, String name, Sink sink) {
    if (lines(BEGIN, text) <= lines(END, text)) {
      return text;
    }
    sink.notice(new FeedNotice.CalendarCutShort(name));
    int end = 0;
    Matcher event = END_OF_EVENT.matcher(text);
    while (event.find()) {
      end = event.end();
    }
    return end == 0 ? text : text.substring(0, end) + "\r\nEND:VCALENDAR\r\n";
  }

  private static long lines(Pattern line, String text) {
    return line.matcher(text).results().count();
  }

  /// `events.ics:58 RRULE`
  private static String place(String name, ParseWarning warning) {
    String line = warning.getLineNumber() == null ? "" : ":" + warning.getLineNumber();
    String property = warning.getPropertyName() == null ? "" : " " + warning.getPropertyName();
    return name + line + property;
  }

  private void events(ICalendar calendar, Source source, Sink sink) {
    Map<String, VEvent> masters = new LinkedHashMap<>();
    Map<String, List<VEvent>> overrides = new LinkedHashMap<>();
    IcsEvent events = new IcsEvent(parts, calendar, new SourceIds(source.name()), sink);
    for (VEvent event : calendar.getEvents()) {
      String uid = IcsEvent.uid(event);
      if (isPrivate(event)) {
        sink.notice(new RecordNotice.MarkedPrivate(uid, null));
      } else if (event.getRecurrenceId() != null) {
        overrides.computeIfAbsent(uid, _ -> new ArrayList<>()).add(event);
      } else {
        VEvent before = masters.get(uid);
        if (before != null && sequence(before) == sequence(event)) {
          sink.notice(new RecordNotice.DuplicateId(uid, "VEVENT"));
        } else if (before == null || sequence(event) > sequence(before)) {
          masters.put(uid, event);
        }
      }
    }
    masters.forEach((uid, master) ->
        take(uid, sink, () -> events.take(uid, master, overrides.getOrDefault(uid, List.of()))));
    overrides.forEach((uid, changes) -> {
      if (!masters.containsKey(uid)) {
        sink.notice(new RecordNotice.OverrideWithoutMaster(uid, null));
        changes.forEach(change -> take(uid, sink, () -> events.takeAlone(change)));
      }
    });
  }

  /// One event that is wrong in a way nobody foresaw must not take the others with it.
  private static void take(String uid, Sink sink, Runnable event) {
    try {
      event.run();
    } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException faulty) {
      log.warn("an event of a calendar can't be read: {}", faulty.getClass().getSimpleName());
      sink.notice(new RecordNotice.NotLanded(uid, null));
    }
  }

  /// Somebody's own calendar, shared by mistake or by half.
  private static boolean isPrivate(VEvent event) {
    Classification classification = event.getClassification();
    String word = classification == null ? null : classification.getValue();
    return word != null
        && List.of("PRIVATE", "CONFIDENTIAL").contains(word.toUpperCase(Locale.ROOT));
  }

  private static int sequence(VEvent event) {
    Integer sequence = event.getSequence() == null ? null : event.getSequence().getValue();
    return sequence == null ? 0 : sequence;
  }
}
