package fi.rinnalla.workspace.web;

import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.workspace.EventMaker;
import fi.rinnalla.workspace.Fault;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.HoursWords;
import fi.rinnalla.workspace.Places;
import fi.rinnalla.workspace.RuleWords;
import fi.rinnalla.workspace.ServiceMaker;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The parts of a form that answer as one types: what a rule means, what hours mean, which places
/// the words find.
@Component
public class FormParts {
  private static final int TIMES_SHOWN = 5;
  private static final int LONGEST_WORDS = 80;

  private final EventMaker events;
  private final Places places;

  FormParts(EventMaker events, Places places) {
    this.events = events;
    this.places = places;
  }

  /// What a rule in plain words means.
  ///
  /// @param fault null when it was understood
  public record NextDates(List<Occurrence> next, @Nullable Fault fault, boolean empty) {}

  /// What opening hours in plain words mean.
  ///
  /// @param fault null when they were understood
  public record Week(List<Line> lines, @Nullable Fault fault, boolean empty) {}

  /// Days that are alike, or an exceptional one, and its hours; closed when there are none.
  public record Line(String days, String hours) {}

  /// A place that may be chosen, by its label.
  public record Choice(String label, boolean chosen) {}

  NextDates dates(String when) {
    String words = when.length() > Field.WHEN.longest() ? "" : when;
    return switch (RuleWords.read(words, events.today())) {
      case RuleWords.Outcome.Read read ->
          new NextDates(events.next(read.rule(), TIMES_SHOWN), null, false);
      case RuleWords.Outcome.NotRead not ->
          new NextDates(
              List.of(),
              new Fault(Field.WHEN.code(), "when_" + not.reason().code(), not.word()),
              words.isBlank());
    };
  }

  Week week(Page page, String hours) {
    String words = hours.length() > Field.HOURS.longest() ? "" : hours;
    return switch (HoursWords.read(words, events.today())) {
      case HoursWords.Outcome.Read read -> new Week(lines(page, read.schedules()), null, false);
      case HoursWords.Outcome.NotRead not ->
          new Week(List.of(), ServiceMaker.fault(not), words.isBlank());
    };
  }

  /// The regular week, its like days together, and then the exceptional days.
  private List<Line> lines(Page page, List<Schedule> schedules) {
    OpeningHours regular = OpeningHours.of(schedules.stream().map(Schedule::except).toList());
    LocalDate monday = events.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    List<Line> lines = new ArrayList<>();
    DayOfWeek first = DayOfWeek.MONDAY;
    for (DayOfWeek day : DayOfWeek.values()) {
      String here = hours(page, regular, monday.plusDays(day.ordinal()));
      boolean last =
          day == DayOfWeek.SUNDAY
              || !here.equals(hours(page, regular, monday.plusDays(day.ordinal() + 1L)));
      if (last) {
        String days = first == day ? name(page, day) : name(page, first) + "–" + name(page, day);
        lines.add(new Line(days, here));
        first = day.plus(1);
      }
    }
    OpeningHours all = OpeningHours.of(schedules);
    schedules.stream()
        .flatMap(it -> it.exceptions().stream())
        .map(Schedule.ExceptionalDay::date)
        .distinct()
        .sorted()
        .forEach(day -> lines.add(new Line(page.date(day), hours(page, all, day))));
    return lines;
  }

  private static String hours(Page page, OpeningHours hours, LocalDate day) {
    return hours.on(day).stream()
        .map(it -> Dates.times(page.lang(), it.opens(), it.closes()))
        .collect(Collectors.joining(", "));
  }

  private static String name(Page page, DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT_STANDALONE, page.lang().locale());
  }

  /// The organization's own places, with those that are chosen by now among them.
  List<Choice> own(Organization organization, List<String> chosen) {
    Set<String> labels = new LinkedHashSet<>(places.own(organization));
    chosen.stream().filter(it -> !it.isEmpty() && !it.equals(Places.NEW)).forEach(labels::add);
    return labels.stream().map(it -> new Choice(it, chosen.contains(it))).toList();
  }

  /// The public places that the words find, one's own among them.
  List<Choice> found(Organization organization, String words) {
    if (words.isBlank() || words.length() > LONGEST_WORDS) {
      return List.of();
    }
    return places.search(organization, words).stream().map(it -> new Choice(it, false)).toList();
  }
}
