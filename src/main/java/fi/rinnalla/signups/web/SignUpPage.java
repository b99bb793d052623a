package fi.rinnalla.signups.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.signups.HoldsToday;
import fi.rinnalla.signups.Party;
import fi.rinnalla.signups.Signup;
import fi.rinnalla.signups.SignupForms;
import fi.rinnalla.signups.Signups;
import fi.rinnalla.signups.Standing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The first step of signing up: which time, and how many come. With that the places are held while
/// the rest is filled in.
@Controller
public class SignUpPage {
  /// Of the browser whose place is held: it finds its way back to the form, and holds one at a
  /// time.
  private static final String HELD = "rinnalla-held";

  private final HoldsToday holds;
  private final Signups signups;
  private final SignupForms forms;
  private final SiteAddress site;
  private final Calendar calendar;
  private final Discretion discretion;

  SignUpPage(
      Signups signups,
      SignupForms forms,
      SiteAddress site,
      Calendar calendar,
      Discretion discretion,
      HoldsToday holds) {
    this.holds = holds;
    this.signups = signups;
    this.forms = forms;
    this.site = site;
    this.calendar = calendar;
    this.discretion = discretion;
  }

  /// What the page shows.
  ///
  /// @param board null when one doesn't sign up for the event here
  /// @param full the slot that has too little room for this family, or null
  /// @param held what this browser holds of the event, or null
  public record Shown(
      EventListing listing,
      Signups.@Nullable Board board,
      String time,
      String adults,
      String ages,
      List<PartyForm.Fault> faults,
      @Nullable Standing full,
      @Nullable Held held) {

    public boolean isFaulty(String field) {
      return faults.stream().anyMatch(it -> it.field().equals(field));
    }

    /// Whether it's this one that is chosen.
    public boolean isChosen(Standing one) {
      return named(one).equals(time);
    }
  }

  /// A place that is held meanwhile.
  ///
  /// @param secret of its form's address
  public record Held(String secret, Instant until) {}

  /// As a time is named in the form.
  public static String named(Standing one) {
    LocalDateTime time = one.time();
    return time == null ? "" : time.toString();
  }

  @Needs(action = Action.CREATE, record = RecordType.SIGNUP)
  @GetMapping({"/fi/ilmoittaudu/{slug}", "/sv/anmal-dig/{slug}", "/en/sign-up/{slug}"})
  String show(
      Page page,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String done,
      @CookieValue(name = HELD, defaultValue = "") String holding,
      Model model) {
    EventListing listing = listing(page, slug);
    Signups.Board board = signups.board(listing).orElse(null);
    String chosen = time.isEmpty() && board != null ? named(likeliest(board)) : time;
    Held held = held(page, listing, holding);
    model.addAttribute("released", done.equals("released"));
    return page(new Shown(listing, board, chosen, "1", "", List.of(), null, held), model);
  }

  /// The first with room, and when there is none the first.
  private static Standing likeliest(Signups.Board board) {
    return board.standings().stream()
        .filter(it -> it.door() == Standing.Door.OPEN)
        .findFirst()
        .orElseGet(board::first);
  }

  @Needs(action = Action.CREATE, record = RecordType.SIGNUP)
  @Limited(perHour = 30)
  @PostMapping({"/fi/ilmoittaudu/{slug}", "/sv/anmal-dig/{slug}", "/en/sign-up/{slug}"})
  String take(
      Page page,
      Caller caller,
      CallerToday today,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String adults,
      @RequestParam(defaultValue = "") String ages,
      @RequestParam(defaultValue = "") String aim,
      @CookieValue(name = HELD, defaultValue = "") String holding,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    EventListing listing = listing(page, slug);
    PartyForm form = PartyForm.read(adults, ages);
    Party party = form.party();
    if (party == null) {
      response.setStatus(422);
      return again(listing, time, form, null, held(page, listing, holding), model);
    }
    if (!holds.mayHold(today, party.adults() + party.ages().size())) {
      response.setStatus(422);
      PartyForm busy = form.with(new PartyForm.Fault("time", "busy"));
      return again(listing, time, busy, null, held(page, listing, holding), model);
    }
    Signups.Taken taken =
        signups.take(listing, time(time).orElse(null), party, Signup.Aim.asked(aim));
    return switch (taken) {
      case Signups.Taken.Held held -> {
        if (!holding.isEmpty()) {
          forms.release(holding);
        }
        ResponseCookie cookie =
            ResponseCookie.from(HELD, held.secret())
                .httpOnly(true)
                .secure(site.isSecure() || request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(Duration.ofHours(1))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        yield "redirect:" + page.to(Route.SIGN_UP_FORM, held.secret());
      }
      case Signups.Taken.Full full -> {
        response.setStatus(422);
        yield again(listing, time, form, full.standing(), held(page, listing, holding), model);
      }
      case Signups.Taken.NotOpen _ -> {
        response.setStatus(422);
        PartyForm late = form.with(new PartyForm.Fault("time", "closed"));
        yield again(listing, time, late, null, held(page, listing, holding), model);
      }
    };
  }

  /// What the browser holds of this event, as long as it does.
  private @Nullable Held held(Page page, EventListing listing, String secret) {
    if (secret.isEmpty()) {
      return null;
    }
    Signup signup =
        forms
            .form(secret)
            .filter(it -> it.listing().event().id().equals(listing.event().id()))
            .map(SignupForms.Form::signup)
            .filter(it -> it.takesPlaces(page.now()))
            .orElse(null);
    Instant until = signup == null ? null : signup.until();
    return until == null ? null : new Held(secret, until);
  }

  private String again(
      EventListing listing,
      String time,
      PartyForm form,
      @Nullable Standing full,
      @Nullable Held held,
      Model model) {
    Signups.Board board = signups.board(listing).orElse(null);
    return page(
        new Shown(listing, board, time, form.adults(), form.ages(), form.faults(), full, held),
        model);
  }

  private static Optional<LocalDateTime> time(String written) {
    try {
      return Optional.of(LocalDateTime.parse(written));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private EventListing listing(Page page, String slug) {
    EventListing listing =
        calendar
            .find(slug)
            .filter(it -> !it.isWithdrawn())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    page.is(Route.SIGN_UP, listing.slug());
    discretion.on(page, listing);
    return listing;
  }

  private static String page(Shown shown, Model model) {
    model.addAttribute("shown", shown);
    return "signups/sign-up";
  }
}
