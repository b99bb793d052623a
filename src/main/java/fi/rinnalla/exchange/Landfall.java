package fi.rinnalla.exchange;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.RefusedRule;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.DirectoryRecord;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.storage.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lands what is staged: batch by batch, each in one transaction with its entry in the ledger, so
/// that a run that is killed goes on where it was and lands nothing twice. Then withdraws what the
/// feed no longer has.
@Component
class Landfall {
  private static final Logger log = LoggerFactory.getLogger(Landfall.class);
  private static final int BATCH = 500;
  private static final int FEWEST = 3;

  /// What parts the ids from the rest in a record as its feed wrote it.
  private static final Pattern NOT_OF_IDS = Pattern.compile("/?[\"\\s,;\\[\\]{}]+|: ");

  /// A hash that nothing has, so that the record is landed again when the feed comes next.
  private static final byte[] AGAIN = {};

  private final RunRows runs;
  private final DraftRows drafts;
  private final Directory directory;
  private final Calendar calendar;
  private final Json json;
  private final ExchangeSettings settings;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Landfall(
      RunRows runs,
      DraftRows drafts,
      Directory directory,
      Calendar calendar,
      Json json,
      ExchangeSettings settings,
      Clock clock,
      TransactionTemplate transaction) {
    this.runs = runs;
    this.drafts = drafts;
    this.directory = directory;
    this.calendar = calendar;
    this.json = json;
    this.settings = settings;
    this.clock = clock;
    this.transaction = transaction;
  }

  ImportRun land(ImportRun staged, ProgressListener listener) {
    NoticeBook notices = new NoticeBook(staged, runs);
    ImportRun run = staged;
    for (Draft.Kind kind : Draft.Kind.values()) {
      for (List<DraftRows.Staged> batch = drafts.next(run.id(), kind, -1, BATCH);
          !batch.isEmpty();
          batch = drafts.next(run.id(), kind, batch.getLast().seq(), BATCH)) {
        run = landBatch(run, kind, batch, notices);
        listener.at(run);
      }
    }
    ImportRun over = finish(run, notices);
    listener.at(over);
    return over;
  }

  private ImportRun landBatch(
      ImportRun run, Draft.Kind kind, List<DraftRows.Staged> batch, NoticeBook notices) {
    try {
      return transaction.execute(_ -> landTogether(run, kind, batch, notices));
    } catch (RuntimeException fault) {
      if (batch.size() == 1) {
        return drop(run, batch.getFirst(), fault, notices);
      }
      // One of them can't land. Alone, each shows which.
      ImportRun after = run;
      for (DraftRows.Staged one : batch) {
        after = landBatch(after, kind, List.of(one), notices);
      }
      return after;
    }
  }

  private ImportRun drop(
      ImportRun run, DraftRows.Staged draft, RuntimeException fault, NoticeBook notices) {
    if (fault instanceof RefusedRule refused) {
      String rule = json.tree(draft.body()).path("rule").path("rrule").asString(null);
      notices.add(EventRules.refusal(draft.sourceId(), "rrule", rule, refused));
    } else {
      log.warn("run {}: {} {} can't land", run.id(), draft.kind(), draft.recordId(), fault);
      notices.add(new RecordNotice.NotLanded(draft.sourceId(), null));
    }
    return transaction.execute(_ -> {
      drafts.seen(run.source(), draft.kind(), List.of(draft.recordId()), run.id());
      drafts.unstage(run.id(), draft.kind(), List.of(draft.recordId()));
      return runs.save(run.landed(0, 1).withNotices(notices.write()));
    });
  }

  private ImportRun landTogether(
      ImportRun run, Draft.Kind kind, List<DraftRows.Staged> batch, NoticeBook notices) {
    List<Notice> found = new ArrayList<>();
    List<DraftRows.Staged> sound = new ArrayList<>();
    List<Object> records = new ArrayList<>();
    Map<UUID, Object> read = new HashMap<>();
    batch.forEach(draft -> read.put(draft.recordId(), draft.record(json)));
    Map<Draft.Kind, Set<UUID>> known = known(run, read.values());
    for (DraftRows.Staged draft : batch) {
      Object record = read.get(draft.recordId());
      if (record == null) {
        throw new IllegalStateException("read above");
      }
      List<References.Pointer> lost =
          References.of(record).stream()
              .filter(
                  pointer -> !known.getOrDefault(pointer.kind(), Set.of()).contains(pointer.id()))
              .toList();
      if (lost.stream().anyMatch(References.Pointer::needed)) {
        References.Pointer first = lost.getFirst();
        found.add(
            new FieldNotice.UnknownReference(
                draft.sourceId(), first.field(), ownId(run, draft, first)));
        continue;
      }
      if (!lost.isEmpty()) {
        record = without(draft, lost);
        for (References.Pointer one : lost) {
          found.add(
              new FieldNotice.ReferenceDropped(
                  draft.sourceId(), one.field(), ownId(run, draft, one)));
        }
      }
      sound.add(lost.isEmpty() ? draft : again(draft));
      records.add(record);
    }
    Set<UUID> others = put(run.source(), kind, records);
    List<DraftRows.Staged> landed =
        sound.stream().filter(draft -> !others.contains(draft.recordId())).toList();
    sound.stream()
        .filter(draft -> others.contains(draft.recordId()))
        .forEach(
            draft -> found.add(new RecordNotice.BelongsToAnotherSource(draft.sourceId(), null)));
    List<UUID> all = batch.stream().map(DraftRows.Staged::recordId).toList();
    if (landed.size() < batch.size()) {
      drafts.seen(run.source(), kind, all, run.id());
    }
    drafts.enter(run.source(), landed, run.id(), clock.instant());
    drafts.unstage(run.id(), kind, all);
    found.forEach(notices::add);
    return runs.save(
        run.landed(landed.size(), batch.size() - landed.size()).withNotices(notices.write()));
  }

  /// What the record's owner calls the other: the word of the record that our id was made of.
  private static String ownId(ImportRun run, DraftRows.Staged draft, References.Pointer pointer) {
    SourceIds ids = new SourceIds(run.source());
    for (String word : NOT_OF_IDS.split(draft.raw())) {
      for (String part : List.of(word, word.substring(word.lastIndexOf('/') + 1))) {
        if (!part.isBlank() && ids.of(pointer.kind(), part).equals(pointer.id())) {
          return part;
        }
      }
    }
    return pointer.id().toString();
  }

  private Set<UUID> put(String source, Draft.Kind kind, List<Object> records) {
    if (records.isEmpty()) {
      return Set.of();
    }
    RecordKind inDirectory = kind.inDirectory();
    if (inDirectory != null) {
      List<DirectoryRecord> batch = records.stream().map(DirectoryRecord.class::cast).toList();
      return directory.land(source, inDirectory, batch).ownedByAnother();
    }
    Set<UUID> others = new HashSet<>();
    calendar
        .land(source, records.stream().map(Event.class::cast).toList())
        .ownedByAnother()
        .forEach(id -> others.add(id.value()));
    return others;
  }

  /// Which of the records that the batch points at are there, or about to land.
  private Map<Draft.Kind, Set<UUID>> known(ImportRun run, Collection<Object> records) {
    Map<Draft.Kind, Set<UUID>> wanted = new EnumMap<>(Draft.Kind.class);
    for (Object record : records) {
      for (References.Pointer pointer : References.of(record)) {
        wanted.computeIfAbsent(pointer.kind(), _ -> new HashSet<>()).add(pointer.id());
      }
    }
    Map<Draft.Kind, Set<UUID>> known = new EnumMap<>(Draft.Kind.class);
    wanted.forEach((kind, ids) -> {
      Set<UUID> there = new HashSet<>();
      RecordKind inDirectory = kind.inDirectory();
      if (inDirectory != null) {
        there.addAll(directory.existing(inDirectory, ids));
      }
      there.addAll(drafts.staged(run.id(), kind, ids));
      known.put(kind, there);
    });
    return known;
  }

  private Object without(DraftRows.Staged draft, List<References.Pointer> lost) {
    JsonNode tree = json.tree(draft.body());
    for (References.Pointer pointer : lost) {
      JsonNode holder = tree;
      for (String step : pointer.path().subList(0, pointer.path().size() - 1)) {
        holder = holder.path(step);
      }
      JsonNode value = holder.path(pointer.field());
      if (value instanceof ArrayNode list) {
        list.removeIf(one -> one.asString().equals(pointer.id().toString()));
      } else if (holder instanceof ObjectNode object) {
        object.putNull(pointer.field());
      }
    }
    return json.read(json.write(tree), draft.kind().type());
  }

  private static DraftRows.Staged again(DraftRows.Staged draft) {
    return new DraftRows.Staged(
        draft.seq(),
        draft.kind(),
        draft.recordId(),
        draft.sourceId(),
        draft.sourceUrl(),
        AGAIN,
        draft.body(),
        draft.raw());
  }

  private ImportRun finish(ImportRun run, NoticeBook notices) {
    if (!run.complete()) {
      boolean nothing = run.counts().read() == 0;
      return runs.save(
          (nothing ? run.fail(clock.instant()) : run.done(0, clock.instant()))
              .withNotices(notices.write()));
    }
    int missing = 0;
    for (Draft.Kind kind : Draft.Kind.values()) {
      missing += drafts.missing(run.source(), kind, run.id(), run.covers().contains(kind)).size();
    }
    // A feed of changes covers no kind, and may say of any that it is gone.
    Set<Draft.Kind> kinds = run.covers().isEmpty() ? EnumSet.allOf(Draft.Kind.class) : run.covers();
    int inSight = drafts.countInSight(run.source(), kinds);
    if (isTooMuch(missing, inSight)) {
      notices.add(new FeedNotice.MassDisappearance("%d/%d".formatted(missing, inSight)));
      return runs.save(run.await(missing, clock.instant()).withNotices(notices.write()));
    }
    return withdrawMissing(run.withNotices(notices.write()));
  }

  /// A few of a few come and go; more than half of even a small source is rather a fault of its
  /// export.
  private boolean isTooMuch(int missing, int inSight) {
    if (inSight < settings.vanishedFrom()) {
      return inSight >= FEWEST && missing * 2 > inSight;
    }
    return missing * 100L > (long) inSight * settings.vanishedPercent();
  }

  /// Takes what this run did not see, or heard to be gone, out of sight: the last kind first, so
  /// that nothing is left standing on what is gone.
  ImportRun withdrawMissing(ImportRun run) {
    int withdrawn = 0;
    for (Draft.Kind kind : List.of(Draft.Kind.values()).reversed()) {
      List<UUID> gone = drafts.missing(run.source(), kind, run.id(), run.covers().contains(kind));
      for (int from = 0; from < gone.size(); from += BATCH) {
        List<UUID> batch = gone.subList(from, Math.min(from + BATCH, gone.size()));
        transaction.executeWithoutResult(_ -> withdraw(run.source(), kind, batch));
      }
      withdrawn += gone.size();
    }
    return runs.save(run.done(withdrawn, clock.instant()));
  }

  private void withdraw(String source, Draft.Kind kind, Collection<UUID> ids) {
    RecordKind inDirectory = kind.inDirectory();
    if (inDirectory != null) {
      directory.withdraw(source, inDirectory, ids);
    } else {
      calendar.withdraw(source, ids.stream().map(EventId::new).toList());
    }
    drafts.withdrawn(source, kind, ids, clock.instant());
  }
}
