package fi.rinnalla.identity.web;

import fi.rinnalla.audit.Audit;
import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What an auditor looks for in the log, as the address says it: ids and days, never words.
///
/// @param actor who acted: an id
/// @param record what kind of record: its code
/// @param id which of them
/// @param from the first day, as 2026-05-03
/// @param to the last day
/// @param before only entries before this number; empty for the newest
public record AuditAsked(
    String actor, String record, String id, String from, String to, String before) {

  static AuditAsked of(Map<String, String> typed) {
    return new AuditAsked(
        typed.getOrDefault("actor", "").strip(),
        typed.getOrDefault("record", "").strip(),
        typed.getOrDefault("id", "").strip(),
        typed.getOrDefault("from", "").strip(),
        typed.getOrDefault("to", "").strip(),
        typed.getOrDefault("before", "").strip());
  }

  /// The fields that can't be read, by their names in the address.
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!actor.isEmpty() && uuid(actor) == null) {
      faults.add("actor");
    }
    if (!from.isEmpty() && day(from) == null) {
      faults.add("from");
    }
    if (!to.isEmpty() && day(to) == null) {
      faults.add("to");
    }
    if (faults.isEmpty() && !from.isEmpty() && !to.isEmpty() && from.compareTo(to) > 0) {
      faults.add("order");
    }
    return faults;
  }

  public boolean isNarrow() {
    return !(actor + record + id + from + to).isEmpty();
  }

  Audit.Sought sought() {
    LocalDate last = day(to);
    return new Audit.Sought(
        uuid(actor), record, id, start(day(from)), last == null ? null : start(last.plusDays(1)));
  }

  long end() {
    try {
      long number = Long.parseLong(before);
      return number > 0 ? number : Long.MAX_VALUE;
    } catch (NumberFormatException none) {
      return Long.MAX_VALUE;
    }
  }

  /// The same look, one page back.
  String older(long seq) {
    return new AuditAsked(actor, record, id, from, to, String.valueOf(seq)).query();
  }

  /// Everything this one did, in the same days.
  public String by(UUID somebody) {
    return new AuditAsked(somebody.toString(), "", "", from, to, "").query();
  }

  /// Everything done to this record, in the same days.
  public String about(String kind, String recordId) {
    return new AuditAsked("", kind, recordId, from, to, "").query();
  }

  private String query() {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("actor", actor);
    said.put("record", record);
    said.put("id", id);
    said.put("from", from);
    said.put("to", to);
    said.put("before", before);
    said.values().removeIf(String::isEmpty);
    UriComponentsBuilder query = UriComponentsBuilder.newInstance();
    said.keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
    return query.encode().buildAndExpand(said).toUriString();
  }

  private static @Nullable UUID uuid(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(Zone.HELSINKI).toInstant();
  }
}
