package fi.rinnalla.exchange;

import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes drafts as a reader makes them and writes down those that say something new.
final class Staging implements Sink {
  private static final int BATCH = 500;
  private static final int LONGEST_RAW = 8_000;

  private final ImportRun run;
  private final DraftRows drafts;
  private final NoticeBook notices;
  private final Json json;
  private final TransactionTemplate transaction;
  private final LocalDate today;
  private final Runnable progress;

  /// By kind and id: the first bits of the hash, the last of them set when the record was embedded.
  private final Map<Draft.Kind, Map<UUID, Long>> seen = new EnumMap<>(Draft.Kind.class);

  private final Map<Key, DraftRows.Staged> batch = new LinkedHashMap<>();
  private final Map<Draft.Kind, List<UUID>> refused = new EnumMap<>(Draft.Kind.class);
  private final Map<Draft.Kind, Set<UUID>> gone = new EnumMap<>(Draft.Kind.class);
  private final Set<Draft.Kind> covered = EnumSet.noneOf(Draft.Kind.class);
  private boolean broken;
  private int seq;
  private int read;
  private int faulty;

  private record Key(Draft.Kind kind, UUID id) {}

  Staging(
      ImportRun run,
      DraftRows drafts,
      NoticeBook notices,
      Json json,
      TransactionTemplate transaction,
      LocalDate today,
      Runnable progress) {
    this.run = run;
    this.drafts = drafts;
    this.notices = notices;
    this.json = json;
    this.transaction = transaction;
    this.today = today;
    this.progress = progress;
  }

  @Override
  public void take(Draft draft) {
    String body = json.write(draft.record());
    byte[] hash = Sha256.of(body);
    Map<UUID, Long> ofKind = seen.computeIfAbsent(draft.kind(), _ -> new HashMap<>());
    long fingerprint = fingerprint(hash, draft.origin().embedded());
    Long before = ofKind.get(draft.recordId());
    if (before != null) {
      boolean same = (before | 1) == (fingerprint | 1);
      if (same || draft.origin().embedded()) {
        return;
      }
      if ((before & 1) == 0) {
        notice(new RecordNotice.DuplicateId(draft.origin().sourceId(), draft.kind().name()));
        return;
      }
    } else {
      read++;
    }
    ofKind.put(draft.recordId(), fingerprint);
    batch.put(
        new Key(draft.kind(), draft.recordId()),
        new DraftRows.Staged(
            seq++,
            draft.kind(),
            draft.recordId(),
            text(draft.origin().sourceId(), 500),
            draft.origin().url(),
            hash,
            body,
            text(draft.origin().raw(), LONGEST_RAW)));
    if (batch.size() >= BATCH) {
      flush();
    }
  }

  @Override
  public void notice(Notice notice) {
    if (notice.severity() == Notice.Severity.ERROR) {
      broken |= notice instanceof FeedNotice || notice instanceof FetchNotice;
      boolean ofOne =
          notice instanceof RecordNotice
              || (notice instanceof FeedNotice ofFeed && ofFeed.isOfARow());
      faulty += ofOne ? 1 : 0;
    }
    notices.add(notice);
  }

  @Override
  public void refuse(Draft.Kind kind, UUID recordId, Notice why) {
    faulty++;
    notices.add(why);
    refused.computeIfAbsent(kind, _ -> new ArrayList<>()).add(recordId);
  }

  @Override
  public void gone(Draft.Kind kind, UUID recordId) {
    gone.computeIfAbsent(kind, _ -> new HashSet<>()).add(recordId);
  }

  @Override
  public LocalDate today() {
    return today;
  }

  @Override
  public void covers(Draft.Kind... kinds) {
    covered.addAll(List.of(kinds));
  }

  /// The run, ready to land: all is written down.
  ImportRun finish() {
    // A feed that tells only what has changed may well have nothing to tell.
    if (read == 0 && faulty == 0 && !broken && !covered.isEmpty()) {
      notice(new FeedNotice.NothingToRead(run.source()));
    }
    flush();
    writeGone();
    int staged = drafts.countStaged(run.id());
    return run.withCounts(ImportRun.Counts.NONE.read(read, read - staged, staged, faulty))
        .withNotices(notices.write())
        .land(!broken, covered);
  }

  private void flush() {
    transaction.executeWithoutResult(_ -> write());
    batch.clear();
    refused.clear();
    progress.run();
  }

  private void write() {
    List<DraftRows.Staged> changed = new ArrayList<>();
    for (Draft.Kind kind : Draft.Kind.values()) {
      List<DraftRows.Staged> ofKind =
          batch.values().stream().filter(draft -> draft.kind() == kind).toList();
      if (!ofKind.isEmpty()) {
        Map<UUID, byte[]> before =
            drafts.hashes(
                run.source(), kind, ofKind.stream().map(DraftRows.Staged::recordId).toList());
        List<UUID> unchanged = new ArrayList<>();
        for (DraftRows.Staged draft : ofKind) {
          if (Arrays.equals(before.get(draft.recordId()), draft.hash())) {
            unchanged.add(draft.recordId());
          } else {
            changed.add(draft);
          }
        }
        drafts.seen(run.source(), kind, unchanged, run.id());
        drafts.unstage(run.id(), kind, unchanged);
      }
      List<UUID> faults = refused.getOrDefault(kind, List.of());
      if (!faults.isEmpty()) {
        drafts.seen(run.source(), kind, faults, run.id());
      }
    }
    if (!changed.isEmpty()) {
      drafts.stage(run.id(), changed);
    }
    notices.write();
  }

  /// What the feed still has after all is not gone.
  private void writeGone() {
    transaction.executeWithoutResult(_ ->
        gone.forEach((kind, ids) -> {
          List<UUID> really = new ArrayList<>(ids);
          really.removeAll(seen.getOrDefault(kind, Map.of()).keySet());
          drafts.gone(run.source(), kind, really, run.id());
        }));
  }

  private static long fingerprint(byte[] hash, boolean embedded) {
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = bits << 8 | (hash[i] & 0xFF);
    }
    return embedded ? bits | 1 : bits & ~1L;
  }

  private static String text(String text, int most) {
    String clean = text.replace("\u0000", "");
    return clean.length() <= most ? clean : clean.substring(0, most);
  }
}
