package fi.rinnalla.advice;

import fi.rinnalla.vocabulary.Lang;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How a desk was used in a month. Each number is as it may be shown ([SmallNumbers]): what is
/// hidden can't be computed from the rest of the page.
///
/// @param until the last day that is counted; the month that goes on ends with its last whole week,
///   so that nobody learns what one day was by looking again the next
/// @param outside how many came when nobody could answer: a press of the button or a question left
/// @param led talks in which something of the directory was shown
/// @param help how many times the way to asking for help was shown
/// @param medianWait the step in which the middle one of the waits is, as [Tally.What]; empty when
///   it is of few
public record Figures(
    YearMonth month,
    LocalDate until,
    int contacts,
    int answered,
    int unanswered,
    int outside,
    int led,
    int help,
    int questions,
    int questionsAnswered,
    int questionsLate,
    String medianWait,
    List<Line> topics,
    List<Line> languages,
    List<Hour> hours) {
  private static final Set<Tally.What> CAME = EnumSet.of(Tally.What.CONTACT, Tally.What.OUTSIDE);
  private static final Set<Tally.What> ASKED = EnumSet.of(Tally.What.CONTACT, Tally.What.QUESTION);
  private static final Set<Tally.What> WAITS =
      EnumSet.range(Tally.What.WAIT_1, Tally.What.WAIT_LONGER);
  private static final int DAY_BEGINS = 7;
  private static final int DAY_ENDS = 21;
  private static final int HOURS = 24;

  public Figures {
    topics = List.copyOf(topics);
    languages = List.copyOf(languages);
    hours = List.copyOf(hours);
  }

  /// @param code of a topic or a language; empty when none was chosen
  public record Line(String code, int count) {}

  /// One hour of the day over the week.
  ///
  /// @param days from Monday
  public record Hour(int hour, List<Spot> days) {
    public Hour {
      days = List.copyOf(days);
    }
  }

  /// One hour of one weekday.
  ///
  /// @param level from 0 to 4, by the busiest; of what is hidden always 1
  /// @param open whether the desk answers then in a usual week
  public record Spot(int count, int level, boolean open) {}

  static Figures of(
      YearMonth month, LocalDate until, List<FigureRows.Cell> cells, List<DutyWindow> week) {
    int answered = sum(cells, it -> it.what() == Tally.What.ANSWERED);
    int unanswered = sum(cells, it -> it.what() == Tally.What.UNANSWERED);
    int contacts = sum(cells, it -> it.what() == Tally.What.CONTACT);
    int led = sum(cells, it -> it.what() == Tally.What.LED);
    List<Integer> ends =
        List.of(answered, unanswered, Math.max(0, contacts - answered - unanswered));
    List<Integer> shown = SmallNumbers.shown(ends);
    int questions = sum(cells, it -> it.what() == Tally.What.QUESTION);
    int inTime = sum(cells, it -> it.what() == Tally.What.QUESTION_ANSWERED);
    return new Figures(
        month,
        until,
        SmallNumbers.isSumShown(ends) ? contacts : SmallNumbers.HIDDEN,
        shown.get(0),
        shown.get(1),
        SmallNumbers.shown(sum(cells, it -> it.what() == Tally.What.OUTSIDE)),
        part(led, answered),
        SmallNumbers.shown(sum(cells, it -> it.what() == Tally.What.HELP)),
        SmallNumbers.shown(questions),
        part(inTime, questions),
        part(sum(cells, it -> it.what() == Tally.What.QUESTION_LATE), questions),
        median(cells),
        topics(cells),
        languages(cells),
        hours(cells, week));
  }

  /// A part of a whole that is shown too: what is left of it mustn't be small either.
  private static int part(int part, int whole) {
    return SmallNumbers.shown(List.of(part, Math.max(0, whole - part))).getFirst();
  }

  private static String median(List<FigureRows.Cell> cells) {
    Map<Tally.What, Integer> steps = new EnumMap<>(Tally.What.class);
    WAITS.forEach(step -> steps.put(step, sum(cells, it -> it.what() == step)));
    int all = steps.values().stream().mapToInt(Integer::intValue).sum();
    if (all < SmallNumbers.LEAST) {
      return "";
    }
    int before = 0;
    for (Map.Entry<Tally.What, Integer> step : steps.entrySet()) {
      before += step.getValue();
      if (before * 2 >= all) {
        return step.getKey().code();
      }
    }
    throw new IllegalStateException("a middle is somewhere");
  }

  private static List<Line> topics(List<FigureRows.Cell> cells) {
    List<@Nullable Topic> topics = new ArrayList<>(List.of(Topic.values()));
    topics.add(null);
    List<Integer> counts = new ArrayList<>();
    for (@Nullable Topic topic : topics) {
      Optional<Topic> one = Optional.ofNullable(topic);
      counts.add(sum(cells, it -> ASKED.contains(it.what()) && it.topic().equals(one)));
    }
    List<Integer> shown = SmallNumbers.shown(counts);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Topic topic = topics.get(i);
      lines.add(new Line(topic == null ? "" : topic.code(), shown.get(i)));
    }
    return lines;
  }

  private static List<Line> languages(List<FigureRows.Cell> cells) {
    List<Integer> counts = new ArrayList<>();
    for (Lang lang : Lang.values()) {
      counts.add(sum(cells, it -> ASKED.contains(it.what()) && it.lang() == lang));
    }
    List<Integer> shown = SmallNumbers.shown(counts);
    List<Line> lines = new ArrayList<>();
    for (Lang lang : Lang.values()) {
      lines.add(new Line(lang.code(), shown.get(lang.ordinal())));
    }
    return lines;
  }

  private static List<Hour> hours(List<FigureRows.Cell> cells, List<DutyWindow> week) {
    int[] counts = new int[HOURS * DayOfWeek.values().length];
    int first = DAY_BEGINS;
    int last = DAY_ENDS;
    for (FigureRows.Cell cell : cells) {
      if (CAME.contains(cell.what())) {
        counts[at(cell.hour(), cell.day().getDayOfWeek())] += cell.times();
        first = Math.min(first, cell.hour());
        last = Math.max(last, cell.hour());
      }
    }
    List<Integer> shown = SmallNumbers.shown(Arrays.stream(counts).boxed().toList());
    int most = shown.stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Hour> hours = new ArrayList<>();
    for (int hour = first; hour <= last; hour++) {
      List<Spot> days = new ArrayList<>();
      for (DayOfWeek day : DayOfWeek.values()) {
        int count = shown.get(at(hour, day));
        days.add(new Spot(count, level(count, most), isOpen(week, day, hour)));
      }
      hours.add(new Hour(hour, days));
    }
    return hours;
  }

  private static int at(int hour, DayOfWeek day) {
    return (day.getValue() - 1) * HOURS + hour;
  }

  private static int level(int count, int most) {
    if (count == SmallNumbers.HIDDEN) {
      return 1;
    }
    return count == 0 ? 0 : 2 + Math.min(2, 3 * (count - 1) / most);
  }

  /// At some moment of the hour.
  private static boolean isOpen(List<DutyWindow> week, DayOfWeek day, int hour) {
    return week.stream()
        .filter(it -> it.weekday() == day)
        .anyMatch(it -> it.opens().getHour() <= hour && it.closes().toSecondOfDay() > hour * 3600);
  }

  private static int sum(List<FigureRows.Cell> cells, Predicate<FigureRows.Cell> which) {
    return cells.stream().filter(which).mapToInt(FigureRows.Cell::times).sum();
  }
}
