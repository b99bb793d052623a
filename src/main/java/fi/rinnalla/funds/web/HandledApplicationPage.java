package fi.rinnalla.funds.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.funds.Cents;
import fi.rinnalla.funds.FundAddresses;
import fi.rinnalla.funds.FundId;
import fi.rinnalla.funds.HobbyApplication.Asked;
import fi.rinnalla.funds.HobbyApplication.Reason;
import fi.rinnalla.funds.HobbyApplicationId;
import fi.rinnalla.funds.HobbyDesk;
import fi.rinnalla.funds.HobbyDesk.Outcome;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One application on a handler's desk.
@Controller
public class HandledApplicationPage {
  private static final Set<String> DONE =
      Set.of("ask", "accept", "waitlisted", "reject", "pay", "give_back");

  private final HobbyDesk desk;

  HandledApplicationPage(HobbyDesk desk) {
    this.desk = desk;
  }

  /// What the page shows.
  ///
  /// @param wrong the end of the key of why it wasn't done, or nothing
  /// @param sum as it was typed
  public record Shown(
      UUID organization, HobbyDesk.Seen seen, String done, String wrong, String sum) {}

  @Needs(action = Action.READ, record = RecordType.HOBBY_APPLICATION, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/rahastot/{fund}/hakemus/{application}",
    "/sv/min/organisation/{organization}/fonder/{fund}/ansokan/{application}",
    "/en/my/organization/{organization}/funds/{fund}/application/{application}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID fund,
      @PathVariable UUID application,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    String said = DONE.contains(done) ? done : "";
    return shown(page, caller, organization, fund, application, said, "", "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.HOBBY_APPLICATION, in = Relation.ORGANIZATION)
  @Limited(perHour = 600)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/rahastot/{fund}/hakemus/{application}",
    "/sv/min/organisation/{organization}/fonder/{fund}/ansokan/{application}",
    "/en/my/organization/{organization}/funds/{fund}/application/{application}"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID fund,
      @PathVariable UUID application,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable List<String> asked,
      @RequestParam(defaultValue = "") String sum,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    FundId in = new FundId(fund);
    HobbyApplicationId id = new HobbyApplicationId(application);
    Outcome outcome =
        switch (act) {
          case "ask" ->
              desk.ask(caller, organization, in, id, asked(asked == null ? List.of() : asked));
          case "accept" -> {
            OptionalInt cents = Cents.read(sum);
            yield desk.accept(caller, organization, in, id, cents.orElse(0));
          }
          case "reject" -> desk.reject(caller, organization, in, id, reason(reason));
          case "pay" -> desk.pay(caller, organization, in, id);
          case "give_back" -> desk.giveBack(caller, organization, in, id);
          default -> Outcome.NOT_NOW;
        };
    if (outcome == Outcome.DONE || outcome == Outcome.WAITLISTED) {
      String done = outcome == Outcome.WAITLISTED ? "waitlisted" : act;
      return "redirect:"
          + FundAddresses.application(page.lang(), organization.value(), in, id)
          + "?done="
          + done;
    }
    response.setStatus(422);
    String wrong = outcome.name().toLowerCase(Locale.ROOT);
    return shown(page, caller, organization, fund, application, "", wrong, sum, model);
  }

  private static Set<Asked> asked(List<String> codes) {
    return Arrays.stream(Asked.values())
        .filter(it -> codes.contains(it.code()))
        .collect(Collectors.toSet());
  }

  private static Reason reason(String code) {
    return Arrays.stream(Reason.values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElse(Reason.NOT_IN_TERMS);
  }

  private String shown(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID fund,
      UUID application,
      String done,
      String wrong,
      String sum,
      Model model) {
    UUID ours = organization.value();
    FundId in = new FundId(fund);
    HobbyApplicationId id = new HobbyApplicationId(application);
    page.is(lang -> FundAddresses.application(lang, ours, in, id)).beSensitive();
    if (!wrong.isEmpty()) {
      page.beFaulty();
    }
    model.addAttribute(
        "shown", new Shown(ours, desk.find(caller, organization, in, id), done, wrong, sum));
    return "funds/handled";
  }
}
