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
import org.springframework.stereotype.Component;

/// Reads iCalendar files. A series and the changes to its single times share a UID (RFC 5545
/// §3.8.4.4), and come in any order, so one calendar is read whole before its events are made.
@Component
class IcsReader implements FeedReader {
  /// biweekly keeps a calendar in memory, at some ten times the size of its file.
  private static final long LARGEST = 20_000_000;

  private static final int MOST_WARNINGS = 50;

  private final HsdsParts parts;

  IcsReader(HsdsParts parts) {
    this.parts = parts;
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
    try (Reader text = Decoded.open(file, sink);
        ICalReader reader = new ICalReader(text)) {
      for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
        calendars++;
        List<ParseWarning> warnings = reader.getWarnings();
        for (ParseWarning warning : warnings.subList(0, Math.min(MOST_WARNINGS, warnings.size()))) {
          sink.notice(new FeedNotice.MalformedCalendar(name + ": " + warning));
        }
        events(calendar, source, sink);
      }
    } catch (RuntimeException faulty) {
      // biweekly lets some of its own faults out on files that are wrong enough.
      sink.notice(new FeedNotice.ReadingStopped(name + ": " + faulty.getClass().getSimpleName()));
    }
    if (calendars == 0) {
      sink.notice(new FeedNotice.UnknownShape(name));
    }
  }

  private void events(ICalendar calendar, Source source, Sink sink) {
    Map<String, VEvent> masters = new LinkedHashMap<>();
    Map<String, List<VEvent>> overrides = new LinkedHashMap<>();
    IcsEvent events = new IcsEvent(parts, calendar, new SourceIds(source.name()), sink);
    for (VEvent event : calendar.getEvents()) {
      String uid = IcsEvent.uid(event);
      if (isPrivate(event)) {
        sink.notice(new RecordNotice.NotPublished(uid, null));
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
      sink.notice(new RecordNotice.NotLanded(uid, faulty.getMessage()));
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
