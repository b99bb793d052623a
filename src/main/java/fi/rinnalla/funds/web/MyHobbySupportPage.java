package fi.rinnalla.funds.web;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.funds.FundRoundId;
import fi.rinnalla.funds.Funds;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyApplicationId;
import fi.rinnalla.funds.HobbyApplications;
import fi.rinnalla.funds.HobbyApplications.Own;
import fi.rinnalla.funds.HobbyApplications.Sent;
import fi.rinnalla.funds.HobbyWords;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A parent's own applications: begun, sent, answered and taken back.
@Controller
public class MyHobbySupportPage {
  private static final Set<String> DONE =
      Set.of("saved", "sent", "sent_seen", "answered", "withdrawn", "thanks");

  private final HobbyApplications applications;
  private final Funds funds;
  private final OrganizationNames names;
  private final Areas areas;
  private final SiteAddress site;

  MyHobbySupportPage(
      HobbyApplications applications,
      Funds funds,
      OrganizationNames names,
      Areas areas,
      SiteAddress site) {
    this.applications = applications;
    this.funds = funds;
    this.names = names;
    this.areas = areas;
    this.site = site;
  }

  /// What the list shows.
  public record Listed(List<Own> own, HobbySupportPage.Shown open, String done, boolean wrong) {}

  /// What one application's page shows.
  ///
  /// @param words as they are in the form
  /// @param faults by the field that has to be mended, the ends of the keys of why
  /// @param link what the club is given; empty when there is none
  public record Shown(
      Own own,
      HobbyWords words,
      Map<String, String> faults,
      Text organization,
      Areas areas,
      String link,
      String done,
      boolean wrong) {
    public boolean isForm() {
      return own.it().state() == State.DRAFT
          || own.it().state() == State.ADDITIONAL_INFORMATION_REQUESTED;
    }

    public @Nullable String invalid(String field) {
      return faults.containsKey(field) ? "true" : null;
    }
  }

  @Needs(action = Action.READ, record = RecordType.HOBBY_APPLICATION, in = Relation.OWN)
  @GetMapping({"/fi/oma/harrastustuki", "/sv/min/hobbystod", "/en/my/hobby-support"})
  String list(Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    return list(page, caller, done, false, model);
  }

  @Needs(action = Action.CREATE, record = RecordType.HOBBY_APPLICATION, in = Relation.OWN)
  @Limited(perHour = 60)
  @PostMapping({"/fi/oma/harrastustuki", "/sv/min/hobbystod", "/en/my/hobby-support"})
  String begin(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String round,
      HttpServletResponse response,
      Model model) {
    Optional<HobbyApplicationId> begun =
        WrittenId.find(round).flatMap(it -> applications.begin(caller, new FundRoundId(it)));
    if (begun.isPresent()) {
      return "redirect:" + page.to(Route.MY_HOBBY_SUPPORT, begun.get().toString());
    }
    response.setStatus(422);
    return list(page, caller, "", true, model);
  }

  @Needs(action = Action.READ, record = RecordType.HOBBY_APPLICATION, in = Relation.OWN)
  @GetMapping({
    "/fi/oma/harrastustuki/{application}",
    "/sv/min/hobbystod/{application}",
    "/en/my/hobby-support/{application}"
  })
  String one(
      Page page,
      Caller caller,
      @PathVariable String application,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    Optional<Own> own = find(caller, application);
    if (own.isEmpty()) {
      return "redirect:" + page.to(Route.MY_HOBBY_SUPPORT);
    }
    return shown(page, own.get(), own.get().it().words(), Map.of(), done, false, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.HOBBY_APPLICATION, in = Relation.OWN)
  @Limited(perHour = 120)
  @PostMapping({
    "/fi/oma/harrastustuki/{application}",
    "/sv/min/hobbystod/{application}",
    "/en/my/hobby-support/{application}"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable String application,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") String act,
      HttpServletResponse response,
      Model model) {
    Own own = find(caller, application).orElse(null);
    if (own == null) {
      return "redirect:" + page.to(Route.MY_HOBBY_SUPPORT);
    }
    HobbyApplicationId id = own.it().id();
    HobbyWords words = HobbyForm.words(typed);
    String there = page.to(Route.MY_HOBBY_SUPPORT, id.toString());
    switch (act) {
      case "save" -> {
        if (applications.save(caller, id, words)) {
          return "redirect:" + there + "?done=saved";
        }
      }
      case "send", "answer" -> {
        Sent sent =
            act.equals("send")
                ? applications.send(caller, id, words)
                : applications.answer(caller, id, words);
        switch (sent) {
          case Sent.Done(boolean seen) -> {
            String done = act.equals("answer") ? "answered" : seen ? "sent_seen" : "sent";
            return "redirect:" + there + "?done=" + done;
          }
          case Sent.Faulty(Map<String, String> faults) -> {
            response.setStatus(422);
            Own now = find(caller, application).orElse(own);
            return shown(page, now, words, faults, "", false, model);
          }
          case Sent.TooMany _ -> {
            response.setStatus(422);
            return shown(page, own, words, Map.of("send", "too_many"), "", false, model);
          }
          case Sent.NotNow _ -> {}
        }
      }
      case "withdraw" -> {
        if (applications.withdraw(caller, id)) {
          return "redirect:" + page.to(Route.MY_HOBBY_SUPPORT) + "?done=withdrawn";
        }
      }
      case "goes_on", "stops" -> {
        if (applications.goesOn(caller, id, act.equals("goes_on"))) {
          return "redirect:" + there + "?done=thanks";
        }
      }
      default -> {}
    }
    response.setStatus(422);
    Own now = find(caller, application).orElse(own);
    return shown(page, now, now.it().words(), Map.of(), "", true, model);
  }

  private String list(Page page, Caller caller, String done, boolean wrong, Model model) {
    page.is(Route.MY_HOBBY_SUPPORT).beSensitive();
    model.addAttribute(
        "shown",
        new Listed(
            applications.of(caller),
            HobbySupportPage.shown(funds, names, areas),
            DONE.contains(done) ? done : "",
            wrong));
    return "funds/mine";
  }

  private String shown(
      Page page,
      Own own,
      HobbyWords words,
      Map<String, String> faults,
      String done,
      boolean wrong,
      Model model) {
    page.is(Route.MY_HOBBY_SUPPORT, own.it().id().toString()).beSensitive();
    if (!faults.isEmpty()) {
      page.beFaulty();
    }
    boolean promised = own.it().state() == State.VOUCHER_ISSUED && !own.it().serial().isEmpty();
    model.addAttribute(
        "shown",
        new Shown(
            own,
            words,
            faults,
            names.of(own.fund().organization()),
            areas,
            promised ? site.of(Route.PAYMENT.path(page.lang(), own.it().serial())).toString() : "",
            DONE.contains(done) ? done : "",
            wrong));
    return "funds/application";
  }

  private Optional<Own> find(Caller caller, String application) {
    return WrittenId.find(application)
        .flatMap(it -> applications.find(caller, new HobbyApplicationId(it)));
  }
}
