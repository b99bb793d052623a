package fi.rinnalla.channels.web;

import fi.rinnalla.channels.Poster;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.search.Card;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.search.Span;
import fi.rinnalla.search.When;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Puts a place's week in words. It tells what the place's page tells, so what is cancelled isn't
/// there; but never "today", for paper hangs for days.
@Component
class PosterWords {
  /// More than two sheets hold; the number of the rest is still right.
  private static final int MOST_EVENTS = 400;

  private final Finder finder;
  private final SiteAddress site;

  PosterWords(Finder finder, SiteAddress site) {
    this.finder = finder;
    this.site = site;
  }

  private record Held(Span time, Card card) {}

  Poster of(Page page, Listing<Location> place, PosterWeek week) {
    Location location = place.record();
    return new Poster(
        page.lang(),
        page.words(location.name()),
        Whereabouts.first(page, location),
        week(page, week),
        days(page, location, week),
        page.say("poster.nothing"),
        page.say("poster.scan"),
        site.of(page.to(Route.PLACE, place.slug())),
        made(page),
        page.today().atStartOfDay(Zone.HELSINKI).toInstant(),
        left -> page.say("poster.more", left));
  }

  /// On a wall, too, what is made up says so.
  private static String made(Page page) {
    String made = page.say("poster.made", page.date(page.today()));
    return page.isDemo() ? made + " " + page.say("layout.demo") : made;
  }

  private static String week(Page page, PosterWeek week) {
    String days =
        Dates.dayMonth(page.lang(), week.first()) + "–" + Dates.full(page.lang(), week.last());
    return week.number() == 0 ? days : page.say("poster.week", week.number(), days);
  }

  private List<Poster.Day> days(Page page, Location location, PosterWeek week) {
    Map<LocalDate, List<Held>> held = held(page, location, week);
    OpeningHours hours = OpeningHours.of(location.schedules());
    boolean told = !(hours.at(page.now()) instanceof OpeningHours.State.NotTold);
    List<Poster.Day> days = new ArrayList<>();
    for (LocalDate day = week.first(); !day.isAfter(week.last()); day = day.plusDays(1)) {
      List<Poster.Item> items =
          held.getOrDefault(day, List.of()).stream().map(it -> item(page, it)).toList();
      if (told || !items.isEmpty()) {
        String open = told ? open(page, hours.on(day)) : "";
        days.add(new Poster.Day(Whereabouts.day(page.lang(), day), open, items));
      }
    }
    return days;
  }

  private Map<LocalDate, List<Held>> held(Page page, Location location, PosterWeek week) {
    Query here =
        Query.all(page.now())
            .relatedTo(location.uuid())
            .of(Set.of(Kind.EVENT))
            .during(When.days(week.first(), week.last()))
            .by(Query.Sort.TIME)
            .page(1, MOST_EVENTS);
    Map<LocalDate, List<Held>> held = new TreeMap<>();
    for (Results.Hit hit : finder.find(here).hits()) {
      for (Span time : hit.times()) {
        LocalDate begins = Dates.day(time.start());
        // What began earlier and goes on stands on the first day.
        LocalDate day = begins.isBefore(week.first()) ? week.first() : begins;
        held.computeIfAbsent(day, _ -> new ArrayList<>()).add(new Held(time, hit.card()));
      }
    }
    held.values().forEach(day -> day.sort(Comparator.comparing(it -> it.time().start())));
    return held;
  }

  private static Poster.Item item(Page page, Held held) {
    Card card = held.card();
    var said = page.said(card.title()).orElse(null);
    String price = card.free() ? page.say("card.free") : page.words(card.price());
    String checked =
        !card.overdue()
            ? ""
            : card.verifiedOn() == null
                ? page.say("card.unchecked")
                : page.say("card.overdue", page.date(card.verifiedOn()));
    return new Poster.Item(
        time(page, held.time()),
        said == null ? "" : said.words(),
        Stream.of(page.ages(card.ages()), price, page.words(card.organizer()), checked)
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(" · ")),
        said != null && said.fallback() ? said.lang().code() : "");
  }

  /// `9.30–11.30`, or the days when it goes on for some.
  private static String time(Page page, Span time) {
    boolean allDay = Dates.isAllDay(time.start(), time.end());
    LocalDate first = Dates.day(time.start());
    LocalDate last = Dates.day(allDay ? time.end().minusSeconds(1) : time.end());
    boolean overNight = !allDay && !time.end().isAfter(time.start().plusSeconds(12 * 3600));
    if (!first.equals(last) && !overNight) {
      return Dates.dayMonth(page.lang(), first) + "–" + Dates.dayMonth(page.lang(), last);
    }
    return allDay ? page.say("time.all_day") : Dates.times(page.lang(), time.start(), time.end());
  }

  private static String open(Page page, List<OpeningHours.Window> windows) {
    String hours =
        windows.stream()
            .filter(it -> !it.byAppointment())
            .map(it -> Dates.times(page.lang(), it.opens(), it.closes()))
            .collect(Collectors.joining(", "));
    return hours.isEmpty() ? page.say("poster.closed") : page.say("poster.open", hours);
  }
}
