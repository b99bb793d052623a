package fi.rinnalla.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The notices of one run: all of them counted, the first of each type kept. A feed of a hundred
/// thousand records with the same fault in each needs no hundred thousand rows to say so.
final class NoticeBook {
  private static final int KEPT_OF_EACH = 200;

  private final RunId run;
  private final RunRows rows;
  private final Map<String, Integer> counts;
  private final List<Notice> unwritten = new ArrayList<>();
  private int written;

  NoticeBook(ImportRun run, RunRows rows) {
    this.run = run.id();
    this.rows = rows;
    this.counts = new TreeMap<>(run.notices());
    this.written = rows.countNotices(run.id());
  }

  void add(Notice notice) {
    int count = counts.merge(notice.type(), 1, Integer::sum);
    if (count <= KEPT_OF_EACH) {
      unwritten.add(notice);
    }
  }

  /// Writes what is new; answers with the number of each type.
  Map<String, Integer> write() {
    if (!unwritten.isEmpty()) {
      rows.addNotices(run, written, unwritten);
      written += unwritten.size();
      unwritten.clear();
    }
    return Map.copyOf(counts);
  }
}
