package fi.rinnalla.signups.web;

import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.signups.SignupTerms;
import fi.rinnalla.signups.Terms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an organization opens sign-up for its event and changes the terms.
@Controller
public class TermsPage {
  private static final String DEFAULT_CAPACITY = "12";

  private final SignupTerms terms;

  TermsPage(SignupTerms terms) {
    this.terms = terms;
  }

  /// What the page shows: the form as it was typed.
  ///
  /// @param inUse whether somebody has signed up, so that what the places are for stays
  public record Shown(
      EventListing listing,
      @Nullable Terms terms,
      boolean inUse,
      boolean saved,
      String scope,
      String unit,
      String capacity,
      String closes,
      boolean queues,
      List<PartyForm.Fault> faults) {

    public boolean isOpen() {
      return terms != null && terms.open();
    }

    public boolean isFaulty(String field) {
      return faults.stream().anyMatch(it -> it.field().equals(field));
    }

    public String organization() {
      return String.valueOf(listing.event().organizer());
    }
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT)
  @GetMapping({"/fi/oma/ilmoittautuminen/{slug}", "/sv/min/anmalan/{slug}", "/en/my/signup/{slug}"})
  String show(
      Page page,
      Caller caller,
      @PathVariable String slug,
      @RequestParam(defaultValue = "false") boolean saved,
      Model model) {
    EventListing listing = terms.get(caller, slug);
    Terms now = terms.find(listing).orElse(null);
    boolean repeats = listing.event().rule().repeats();
    Shown shown =
        now == null
            ? new Shown(
                listing,
                null,
                false,
                false,
                repeats ? "time" : "series",
                "persons",
                DEFAULT_CAPACITY,
                "2",
                true,
                List.of())
            : new Shown(
                listing,
                now,
                terms.isInUse(listing),
                saved,
                now.scope().code(),
                now.unit().code(),
                String.valueOf(now.capacity()),
                String.valueOf(now.closesHours()),
                now.queues(),
                List.of());
    return page(page, shown, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT)
  @PostMapping({
    "/fi/oma/ilmoittautuminen/{slug}",
    "/sv/min/anmalan/{slug}",
    "/en/my/signup/{slug}"
  })
  String save(
      Page page,
      Caller caller,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String scope,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String capacity,
      @RequestParam(defaultValue = "") String closes,
      @RequestParam(defaultValue = "false") boolean queues,
      @RequestParam(defaultValue = "true") boolean open,
      HttpServletResponse response,
      Model model) {
    EventListing listing = terms.get(caller, slug);
    List<PartyForm.Fault> faults = new ArrayList<>();
    Optional<Terms.Scope> wantedScope = Terms.Scope.find(scope);
    Optional<Terms.Unit> wantedUnit = Terms.Unit.find(unit);
    Optional<Integer> places = number(capacity, 1, Terms.MOST);
    Optional<Integer> hours = number(closes, 0, Terms.EARLIEST_HOURS);
    add(faults, wantedScope, "scope");
    add(faults, wantedUnit, "unit");
    add(faults, places, "capacity");
    add(faults, hours, "closes");
    if (faults.isEmpty()) {
      OrganizationId organizer = Objects.requireNonNull(listing.event().organizer());
      Terms wanted =
          new Terms(
              listing.event().id(),
              organizer,
              wantedScope.orElseThrow(),
              wantedUnit.orElseThrow(),
              places.orElseThrow(),
              queues,
              hours.orElseThrow(),
              open);
      switch (terms.save(caller, listing, wanted)) {
        case SignupTerms.Saved.Done _ -> {
          return "redirect:" + page.to(Route.SIGNUP_TERMS, listing.slug()) + "?saved=true";
        }
        case SignupTerms.Saved.InUse _ -> faults.add(new PartyForm.Fault("scope", "in_use"));
      }
    }
    response.setStatus(422);
    Shown shown =
        new Shown(
            listing,
            terms.find(listing).orElse(null),
            terms.isInUse(listing),
            false,
            scope,
            unit,
            capacity,
            closes,
            queues,
            faults);
    return page(page, shown, model);
  }

  private static void add(List<PartyForm.Fault> faults, Optional<?> read, String field) {
    if (read.isEmpty()) {
      faults.add(new PartyForm.Fault(field, field));
    }
  }

  private static Optional<Integer> number(String written, int least, int most) {
    String digits = written.strip();
    return digits.matches("\\d{1,4}")
        ? Optional.of(Integer.parseInt(digits)).filter(it -> it >= least && it <= most)
        : Optional.empty();
  }

  private static String page(Page page, Shown shown, Model model) {
    page.is(Route.SIGNUP_TERMS, shown.listing().slug());
    model.addAttribute("shown", shown);
    return "signups/terms";
  }
}
