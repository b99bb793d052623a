package fi.rinnalla.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// All that was told of one record and is in the same hands: looked at and settled as one.
///
/// @param reports the oldest first
public record Matter(List<Report> reports) {
  private static final int SHORT = 60;

  public Matter {
    reports = List.copyOf(reports);
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("a matter without reports");
    }
  }

  /// How the words of the first begin: what tells one suggestion from another.
  public String beginning() {
    String words = reports.getFirst().words();
    if (words == null) {
      return "";
    }
    return words.length() <= SHORT ? words : words.substring(0, SHORT).strip() + "…";
  }

  /// Reports on the same record together, in the order in which the records come first. Each
  /// suggestion is a matter of its own, for nobody knows whether two mean the same.
  static List<Matter> of(List<Report> reports) {
    Map<Object, List<Report>> together = new LinkedHashMap<>();
    for (Report report : reports) {
      Object key =
          report.subject().record() == null
              ? report.id()
              : List.of(report.subject(), report.state().isSettled());
      together.computeIfAbsent(key, _ -> new ArrayList<>()).add(report);
    }
    return together.values().stream()
        .map(
            it -> new Matter(it.stream().sorted(Comparator.comparing(Report::reportedAt)).toList()))
        .toList();
  }

  public UUID id() {
    return reports.getFirst().id();
  }

  public Subject subject() {
    return reports.getFirst().subject();
  }

  public Instant since() {
    return reports.getFirst().reportedAt();
  }

  public Set<What> what() {
    Set<What> what = new TreeSet<>();
    reports.forEach(it -> what.add(it.what()));
    return what;
  }

  public boolean isOpen() {
    return reports.stream().noneMatch(it -> it.state().isSettled());
  }

  public boolean isForwarded() {
    return reports.stream().anyMatch(it -> it.state() == Report.State.FORWARDED);
  }
}
