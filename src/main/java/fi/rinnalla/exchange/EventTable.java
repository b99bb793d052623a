package fi.rinnalla.exchange;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.vocabulary.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Reads our own table of events (docs/csv.md) for whoever wants to look before anything lands: the
/// same reader and the same notices as an import's.
@Component
public class EventTable {
  private final EventCsvReader reader;
  private final Clock clock;

  EventTable(EventCsvReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /// @param record the row's own id, or where it stands
  public record Row(String record, Event event) {}

  /// @param whole whether the table was read to its end
  /// @param faulty how many rows can't land
  public record Table(List<Row> rows, List<Notice> notices, boolean whole, int faulty) {}

  /// @param source whose ids the table's ids are
  /// @param name of the file, as the notices call it
  public Table read(String source, String name, byte[] content) {
    Looking looking = new Looking(LocalDate.ofInstant(clock.instant(), Zone.HELSINKI));
    try {
      Path folder = Files.createTempDirectory("rinnalla-table");
      Path file = folder.resolve(name);
      try {
        Files.write(file, content);
        reader.read(file, new SourceIds(source), looking);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("the table can't be read", cause);
    }
    return looking.table();
  }

  /// Keeps what is read; lands nothing.
  private static final class Looking implements Sink {
    private final LocalDate today;
    private final Map<UUID, Row> rows = new LinkedHashMap<>();
    private final Set<UUID> refused = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private boolean whole = true;
    private int doubles;

    Looking(LocalDate today) {
      this.today = today;
    }

    Table table() {
      return new Table(
          List.copyOf(rows.values()), List.copyOf(notices), whole, refused.size() + doubles);
    }

    @Override
    public void take(Draft draft) {
      Event event = ((Draft.OfEvent) draft).record();
      Row before = rows.putIfAbsent(draft.recordId(), new Row(draft.origin().sourceId(), event));
      if (before != null && !before.event().equals(event)) {
        doubles++;
        notices.add(new RecordNotice.DuplicateId(draft.origin().sourceId(), "EVENT"));
      }
    }

    @Override
    public void notice(Notice notice) {
      whole &= !(notice instanceof FeedNotice && notice.severity() == Notice.Severity.ERROR);
      notices.add(notice);
    }

    @Override
    public void refuse(Draft.Kind kind, UUID recordId, Notice why) {
      refused.add(recordId);
      notices.add(why);
    }

    @Override
    public void gone(Draft.Kind kind, UUID recordId) {}

    @Override
    public LocalDate today() {
      return today;
    }

    @Override
    public void covers(Draft.Kind... kinds) {
      // Nothing is withdrawn on this table's word.
    }
  }
}
