package fi.rinnalla.reminders.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.reminders.DiscreetWords;
import fi.rinnalla.reminders.EventReminders;
import fi.rinnalla.reminders.EventReminders.Asked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Asking to be reminded of an event, of one time or of each.
@Controller
public class RemindPage {
  /// What the form says for every time.
  public static final String EACH = "each";

  private static final int LONGEST_ENDPOINT = 1000;

  private final EventReminders reminders;
  private final Calendar calendar;
  private final DiscreetWords discreet;
  private final Browser browsers;
  private final Notifications notifications;

  RemindPage(
      EventReminders reminders,
      Calendar calendar,
      DiscreetWords discreet,
      Browser browsers,
      Notifications notifications) {
    this.reminders = reminders;
    this.calendar = calendar;
    this.discreet = discreet;
    this.browsers = browsers;
    this.notifications = notifications;
  }

  /// What the page shows.
  ///
  /// @param own the address of whoever is signed in; null when it must be asked
  /// @param pushKey what a browser subscribes with
  /// @param fault the end of the key of what must be mended, or nothing
  public record Shown(
      EventListing listing,
      List<Occurrence> times,
      String time,
      String email,
      @Nullable String own,
      String pushKey,
      String fault) {

    public boolean repeats() {
      return listing.event().rule().repeats();
    }

    /// The field that the fault is in.
    public String field() {
      return switch (fault) {
        case "email", "too_many" -> "email";
        case "device" -> "device";
        default -> "time";
      };
    }
  }

  @Needs(action = Action.CREATE, record = RecordType.EVENT_REMINDER)
  @GetMapping({"/fi/muistuta/{slug}", "/sv/paminn/{slug}", "/en/remind/{slug}"})
  String show(
      Page page,
      Caller caller,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String time,
      Model model) {
    return page(page, caller, listing(page, slug), time, "", "", model);
  }

  @Needs(action = Action.CREATE, record = RecordType.EVENT_REMINDER)
  @Limited(perHour = 30)
  @PostMapping({"/fi/muistuta/{slug}", "/sv/paminn/{slug}", "/en/remind/{slug}"})
  String ask(
      Page page,
      Caller caller,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String endpoint,
      @CookieValue(name = Browser.COOKIE, required = false) @Nullable String browser,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    EventListing listing = listing(page, slug);
    URI device = endpoint.isEmpty() ? null : device(endpoint).orElse(null);
    String written = own(caller) == null ? email : own(caller);
    EmailAddress address = EmailAddress.find(String.valueOf(written)).orElse(null);
    String fault;
    if (!endpoint.isEmpty() && device == null) {
      fault = "device";
    } else if (device == null && address == null) {
      fault = "email";
    } else {
      Asked asked =
          asking(
              time,
              it ->
                  device == null
                      ? reminders.ask(
                          caller,
                          listing,
                          it,
                          Objects.requireNonNull(address),
                          page.lang(),
                          browser)
                      : reminders.ask(
                          caller,
                          listing,
                          it,
                          device,
                          page.lang(),
                          browsers.secret(browser, request, response)));
      switch (asked) {
        case Asked.Sent sent -> {
          return sent(page, String.valueOf(written), sent.until(), model);
        }
        case Asked.Done _ -> {
          return "redirect:" + page.to(Route.REMINDERS) + "?done=on";
        }
        case Asked.TooSoon _ -> fault = "too_soon";
        case Asked.Over _ -> fault = "time";
        case Asked.TooMany _ -> fault = "too_many";
      }
    }
    response.setStatus(422);
    page.beFaulty();
    return page(page, caller, listing, time, email, fault, model);
  }

  private static Asked asking(String time, Function<@Nullable LocalDateTime, Asked> ask) {
    try {
      return ask.apply(time.equals(EACH) ? null : LocalDateTime.parse(time));
    } catch (DateTimeException _) {
      return new Asked.Over();
    }
  }

  /// Where a browser says that it is called; nothing when that is no push service we ask.
  private Optional<URI> device(String endpoint) {
    try {
      return endpoint.length() > LONGEST_ENDPOINT
          ? Optional.empty()
          : Optional.of(new URI(endpoint)).filter(notifications::canCall);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static @Nullable String own(Caller caller) {
    return caller.isVisitor() ? null : caller.person().email();
  }

  private static String sent(Page page, String email, Instant until, Model model) {
    page.is(Route.HOME);
    model.addAttribute("email", email);
    model.addAttribute("until", until);
    return "reminders/sent";
  }

  private EventListing listing(Page page, String slug) {
    EventListing listing =
        calendar
            .find(slug)
            .filter(it -> !it.isWithdrawn())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    page.is(Route.REMIND, listing.slug());
    if (discreet.isSensitive(listing)) {
      page.beSensitive();
    }
    return listing;
  }

  private String page(
      Page page,
      Caller caller,
      EventListing listing,
      String time,
      String email,
      String fault,
      Model model) {
    List<Occurrence> times = reminders.times(listing);
    String chosen =
        time.isEmpty() && !times.isEmpty() ? times.getFirst().recurrenceId().toString() : time;
    model.addAttribute(
        "shown",
        new Shown(listing, times, chosen, email, own(caller), notifications.pushKey(), fault));
    return "reminders/remind";
  }
}
