package fi.rinnalla.advice.web;

import fi.rinnalla.advice.DeskState;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.vocabulary.Lang;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// How it stands with a desk, as people say it.
public final class DeskWords {
  private DeskWords() {}

  public static String say(Page page, DeskState state) {
    return switch (state) {
      case DeskState.Open open when open.minutes() == 0 -> page.say("advice.state.open_now");
      case DeskState.Open open -> page.say("advice.state.open_wait", open.minutes());
      case DeskState.Full _ -> page.say("advice.state.full");
      case DeskState.Offline _ -> page.say("advice.state.offline");
      case DeskState.Closed closed -> closed(page, closed.opensNext());
    };
  }

  private static String closed(Page page, @Nullable Instant opens) {
    return opens == null
        ? page.say("advice.state.closed")
        : page.say("advice.state.closed_until", on(page, opens));
  }

  /// `maanantaina 11.1. klo 10`, `tänään klo 17`.
  public static String on(Page page, Instant time) {
    LocalDate day = Dates.day(time);
    String clock = clock(page.lang(), Dates.local(time).toLocalTime());
    if (day.equals(page.today())) {
      return page.say("advice.on.today", clock);
    }
    if (day.equals(page.today().plusDays(1))) {
      return page.say("advice.on.tomorrow", clock);
    }
    return page.say("advice.on.day", weekday(page, day), Dates.dayMonth(page.lang(), day), clock);
  }

  /// `maanantaina 11.1.`.
  public static String by(Page page, Instant time) {
    LocalDate day = Dates.day(time);
    return page.say("advice.by.day", weekday(page, day), Dates.dayMonth(page.lang(), day));
  }

  private static String weekday(Page page, LocalDate day) {
    return page.say("advice.weekday." + day.getDayOfWeek().getValue());
  }

  /// A whole hour has no minutes in speech, but has in English.
  private static String clock(Lang lang, LocalTime time) {
    return lang != Lang.EN && time.getMinute() == 0
        ? String.valueOf(time.getHour())
        : Dates.time(lang, time);
  }
}
