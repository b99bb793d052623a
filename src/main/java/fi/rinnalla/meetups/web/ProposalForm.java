package fi.rinnalla.meetups.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.meetups.ContactDetail;
import fi.rinnalla.meetups.Plan;
import fi.rinnalla.signups.FirstName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A proposal as somebody typed it, and what is wrong with it.
///
/// @param typed the fields by their names
/// @param place the chosen one; null when none is
/// @param choices the places that the typed words may mean
/// @param plan null while something is wrong with it
public record ProposalForm(
    Map<String, String> typed,
    @Nullable Listing<Location> place,
    List<Listing<Location>> choices,
    @Nullable Plan plan,
    List<Fault> faults) {
  static final List<String> FIELDS =
      List.of(
          "doing", "title", "place", "where", "day", "time", "minutes", "ages", "words", "name",
          "group", "weekly");
  static final List<Integer> LENGTHS = List.of(60, 90, 120, 180);
  static final int LONGEST_TITLE = 60;
  public static final int LONGEST_WORDS = 400;
  private static final int LONGEST = 500;
  private static final LocalTime FIRST = LocalTime.of(6, 0);
  private static final LocalTime LAST = LocalTime.of(22, 0);
  private static final Pattern TIME =
      Pattern.compile("(?:klo|kello|kl\\.?|at)?\\s*(\\d{1,2})(?:[.:,](\\d{2}))?");

  /// What is wrong with a field.
  ///
  /// @param reason the end of a message's key
  public record Fault(String field, String reason) {}

  public ProposalForm {
    typed = Map.copyOf(typed);
    choices = List.copyOf(choices);
    faults = List.copyOf(faults);
  }

  public String get(String field) {
    return typed.getOrDefault(field, "");
  }

  public Optional<Fault> fault(String field) {
    return faults.stream().filter(it -> it.field().equals(field)).findFirst();
  }

  static List<Integer> lengths() {
    return LENGTHS;
  }

  /// Only the fields of the form, none of them endless.
  static Map<String, String> cut(Map<String, String> sent) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : FIELDS) {
      String value = plain(sent.getOrDefault(field, ""));
      typed.put(field, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }
    return typed;
  }

  /// As it stands before anybody has pressed anything.
  static ProposalForm empty(
      Map<String, String> typed,
      @Nullable Listing<Location> place,
      List<Listing<Location>> choices) {
    return new ProposalForm(typed, place, choices, null, List.of());
  }

  static ProposalForm read(
      Map<String, String> typed,
      @Nullable Listing<Location> place,
      List<Listing<Location>> choices) {
    List<Fault> faults = new ArrayList<>();
    Optional<Plan.Doing> doing = Plan.Doing.find(typed.getOrDefault("doing", ""));
    if (doing.isEmpty()) {
      faults.add(new Fault("doing", "doing"));
    }
    boolean own = doing.filter(Plan.Doing.OTHER::equals).isPresent();
    String title = own ? typed.getOrDefault("title", "") : "";
    if (own && (title.isEmpty() || title.length() > LONGEST_TITLE)) {
      faults.add(new Fault("title", "title"));
    }
    clean("title", title, faults);
    if (place == null) {
      faults.add(new Fault("where", where(typed, choices)));
    }
    Optional<LocalDate> day = day(typed.getOrDefault("day", ""));
    if (day.isEmpty()) {
      faults.add(new Fault("day", "day"));
    }
    Optional<LocalTime> time = time(typed.getOrDefault("time", ""));
    if (time.isEmpty()) {
      faults.add(new Fault("time", "time"));
    } else if (time.get().isBefore(FIRST) || time.get().isAfter(LAST)) {
      faults.add(new Fault("time", "time_hours"));
    }
    Optional<Integer> minutes =
        LENGTHS.stream()
            .filter(it -> it.toString().equals(typed.getOrDefault("minutes", "")))
            .findFirst();
    if (minutes.isEmpty()) {
      faults.add(new Fault("minutes", "minutes"));
    }
    Optional<Plan.Ages> ages = Plan.Ages.find(typed.getOrDefault("ages", ""));
    if (ages.isEmpty()) {
      faults.add(new Fault("ages", "ages"));
    }
    String words = typed.getOrDefault("words", "");
    if (words.length() > LONGEST_WORDS) {
      faults.add(new Fault("words", "words"));
    }
    clean("words", words, faults);
    if (!FirstName.isOne(typed.getOrDefault("name", ""))) {
      faults.add(new Fault("name", "name"));
    }
    Plan plan =
        faults.isEmpty()
            ? new Plan(
                doing.orElseThrow(),
                title,
                words,
                day.orElseThrow().atTime(time.orElseThrow()),
                minutes.orElseThrow(),
                ages.orElseThrow())
            : null;
    return new ProposalForm(typed, place, choices, plan, faults);
  }

  ProposalForm with(Fault fault) {
    List<Fault> more = new ArrayList<>(faults);
    more.add(fault);
    return new ProposalForm(typed, place, choices, null, more);
  }

  private static String where(Map<String, String> typed, List<Listing<Location>> choices) {
    if (!choices.isEmpty()) {
      return "where_choose";
    }
    return typed.getOrDefault("where", "").isEmpty() ? "where" : "where_none";
  }

  private static void clean(String field, String words, List<Fault> faults) {
    ContactDetail.in(words).ifPresent(it -> faults.add(new Fault(field, "has_" + it.code())));
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// `10`, `10.30`, `klo 10:30`.
  static Optional<LocalTime> time(String written) {
    Matcher time = TIME.matcher(written.strip().toLowerCase(java.util.Locale.ROOT));
    if (!time.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(time.group(1));
    int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  /// On one line, without what no keyboard writes.
  static String plain(String words) {
    return words.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}\\p{Cs}\\s]+", " ").strip();
  }
}
