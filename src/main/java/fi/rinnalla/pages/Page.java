package fi.rinnalla.pages;

import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a template needs to know of the page around it: the language, the words, the addresses.
/// Made for each request by [PageResolver]; a controller takes it as a parameter and gives it to
/// its template as `page`.
public final class Page {
  /// No link of ours is this long; what is longer isn't echoed three times in each page.
  private static final int LONGEST_QUERY = 1000;

  /// The request's attribute with the routes that only whoever asks has in the header: a list of
  /// [Route], told by the room that knows who asks.
  public static final String DOORS = Page.class.getName() + ".doors";

  private final Lang lang;
  private final String path;
  private final @Nullable String queryString;
  private String opensBy = "";
  private final Messages messages;
  private final Assets assets;
  private final Instant now;
  private final Supplier<String> csrf;
  private final StreetTiles tiles;
  private final boolean demo;
  private boolean sensitive;
  private boolean faulty;
  private final List<Route> doors;
  private final Map<Lang, String> translations = new EnumMap<>(Lang.class);

  Page(
      Lang lang,
      String path,
      @Nullable String queryString,
      Messages messages,
      Assets assets,
      Clock clock,
      Supplier<String> csrf,
      StreetTiles tiles,
      boolean demo,
      List<Route> doors) {
    this.lang = lang;
    this.path = path;
    this.queryString = queryString;
    this.messages = messages;
    this.assets = assets;
    this.now = clock.instant();
    this.csrf = csrf;
    this.tiles = tiles;
    this.demo = demo;
    this.doors = List.copyOf(doors);
  }

  public Lang lang() {
    return lang;
  }

  public Instant now() {
    return now;
  }

  public LocalDate today() {
    return Dates.day(now);
  }

  public String path() {
    return path;
  }

  /// Whether what is shown is the demonstration region, so that nobody sets out because of it.
  public boolean isDemo() {
    return demo;
  }

  /// Says that it may endanger its reader to be seen here: the page gets a quick way out, and no
  /// browser keeps a copy.
  public Page beSensitive() {
    sensitive = true;
    return this;
  }

  public boolean isSensitive() {
    return sensitive;
  }

  /// Says that what was sent must be mended: the title tells it first.
  public Page beFaulty() {
    faulty = true;
    return this;
  }

  public boolean isFaulty() {
    return faulty;
  }

  /// Whose streets its maps may show.
  public StreetTiles tiles() {
    return tiles;
  }

  /// What the header leads to beside what is everybody's.
  public List<Route> doors() {
    return doors;
  }

  /// What a form sends along to show that it came from our page. Asking for it sets a cookie, so
  /// only pages with a form do.
  public String csrf() {
    return csrf.get();
  }

  /// `24.11.2026 klo 9.30`.
  public String moment(Instant instant) {
    return say("time.day_at", date(Dates.day(instant)), time(instant));
  }

  /// The words of a message.
  public String say(String key) {
    return messages.say(lang, key);
  }

  public String say(String key, Object... arguments) {
    return messages.say(lang, key, arguments);
  }

  public boolean has(String key) {
    return messages.has(lang, key);
  }

  /// The words of a text in the page's language, or in the next that has any.
  public Optional<Text.Said> said(Text text) {
    return text.said(lang);
  }

  /// As [#said], in words only; empty when nobody has written anything.
  public String words(Text text) {
    return text.orEmpty(lang);
  }

  /// Whether words about a price say more than that it is free: a single word ("Maksuton") doesn't.
  public boolean addsToFree(Text price) {
    return words(price).strip().contains(" ");
  }

  public String to(Route route) {
    return route.path(lang);
  }

  public String to(Route route, String slug) {
    return route.path(lang, slug);
  }

  public String asset(String name) {
    return assets.path(name);
  }

  /// The same page in another language, its query kept.
  public String in(Lang other) {
    String there = translations.getOrDefault(other, "/" + other.code());
    String query = queryString == null ? opensBy : queryString;
    boolean keepsQuery = !query.isEmpty() && query.length() <= LONGEST_QUERY;
    return keepsQuery ? there + "?" + query : there;
  }

  /// By which query this page is opened in another language when a form was sent to it and its
  /// address has none.
  public Page opensBy(String query) {
    opensBy = query;
    return this;
  }

  /// Says where this page is in each language; the language menu and `hreflang` follow it.
  public Page is(Route route) {
    for (Lang other : Lang.values()) {
      translations.put(other, route.path(other));
    }
    return this;
  }

  public Page is(Route route, String slug) {
    for (Lang other : Lang.values()) {
      translations.put(other, route.path(other, slug));
    }
    return this;
  }

  /// As [#is(Route)], for a page that is no part of the tree of languages.
  public Page is(Function<Lang, String> address) {
    for (Lang other : Lang.values()) {
      translations.put(other, address.apply(other));
    }
    return this;
  }

  // Dates as this page's language says them; see [Dates].

  public String date(LocalDate date) {
    return Dates.full(lang, date);
  }

  /// `Tänään`, `Huomenna`, `ti 24.11.`.
  public String day(LocalDate date) {
    if (date.equals(today())) {
      return say("time.today");
    }
    if (date.equals(today().plusDays(1))) {
      return say("time.tomorrow");
    }
    return Dates.weekdayShort(lang, date) + " " + Dates.dayMonth(lang, date);
  }

  /// As [#when], inside a sentence: `tänään klo 9.30–11.30`.
  public String whenInside(Instant start, Instant end) {
    return inside(Dates.day(start), when(start, end));
  }

  /// As [#day], inside a sentence: `huomenna`.
  public String dayInside(LocalDate date) {
    return inside(date, day(date));
  }

  private String inside(LocalDate date, String words) {
    boolean named = date.equals(today()) || date.equals(today().plusDays(1));
    return named ? words.substring(0, 1).toLowerCase(lang.locale()) + words.substring(1) : words;
  }

  /// `Tänään klo 9.30–11.30`.
  public String when(Instant start, Instant end) {
    LocalDate first = Dates.day(start);
    if (Dates.isAllDay(start, end)) {
      LocalDate last = Dates.day(end).minusDays(1);
      return last.equals(first) ? day(first) : day(first) + " – " + day(last);
    }
    LocalDate last = Dates.day(end);
    if (!last.equals(first) && end.isAfter(start.plusSeconds(12 * 3600))) {
      return say(
          "time.from_to_days",
          day(first),
          Dates.time(lang, start),
          day(last),
          Dates.time(lang, end));
    }
    return say("time.day_at", day(first), Dates.times(lang, start, end));
  }

  public String time(Instant instant) {
    return Dates.time(lang, instant);
  }

  /// `0–3 v`, `3 kk – 1 v`; empty when any age will do.
  public String ages(AgeRange ages) {
    return Ages.words(this, ages);
  }

  /// `2,50 €`, `2 €`.
  public String euros(Money money) {
    String amount =
        money.euros().stripTrailingZeros().scale() <= 0
            ? money.euros().toBigInteger().toString()
            : money.euros().setScale(2, RoundingMode.HALF_UP).toPlainString();
    return (lang == Lang.EN ? amount : amount.replace('.', ',')) + "\u00a0€";
  }

  /// `350 m`, `1,2 km`, `14 km`.
  public String distance(double metres) {
    if (metres < 950) {
      return Math.max(10, Math.round(metres / 10) * 10) + " m";
    }
    if (metres < 9950) {
      long tenths = Math.round(metres / 100);
      return tenths / 10 + (lang == Lang.EN ? "." : ",") + tenths % 10 + " km";
    }
    return Math.round(metres / 1000) + " km";
  }
}
