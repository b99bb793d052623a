package fi.rinnalla.funds.web;

import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.funds.HobbyPayments;
import fi.rinnalla.funds.HobbyPayments.PaidPlace;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A promise to pay, as a club sees it: a place, a sum, and where to write the invoice's number.
@Controller
public class PaymentPage {
  private final HobbyPayments payments;
  private final OrganizationNames names;

  PaymentPage(HobbyPayments payments, OrganizationNames names) {
    this.payments = payments;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param place nothing when the link isn't good
  public record Shown(
      Optional<PaidPlace> place,
      Text payer,
      String serial,
      String invoice,
      boolean done,
      boolean wrong) {}

  @Needs(action = Action.READ, record = RecordType.VOUCHER)
  @Limited(perHour = 120)
  @GetMapping({"/fi/maksu/{serial}", "/sv/betalning/{serial}", "/en/payment/{serial}"})
  String show(
      Page page,
      Caller caller,
      @PathVariable String serial,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return shown(page, caller, serial, "", done.equals("told"), false, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.VOUCHER)
  @Limited(perHour = 60)
  @PostMapping({"/fi/maksu/{serial}", "/sv/betalning/{serial}", "/en/payment/{serial}"})
  String redeem(
      Page page,
      Caller caller,
      @PathVariable String serial,
      @RequestParam(defaultValue = "") String invoice,
      HttpServletResponse response,
      Model model) {
    HobbyPayments.Outcome outcome = payments.redeem(caller, serial, Typed.plain(invoice));
    if (outcome == HobbyPayments.Outcome.DONE) {
      return "redirect:" + page.to(Route.PAYMENT, serial) + "?done=told";
    }
    response.setStatus(422);
    boolean wrong = outcome == HobbyPayments.Outcome.NO_INVOICE;
    return shown(page, caller, serial, invoice, false, wrong, model);
  }

  private String shown(
      Page page,
      Caller caller,
      String serial,
      String invoice,
      boolean done,
      boolean wrong,
      Model model) {
    page.is(Route.PAYMENT, serial);
    if (wrong) {
      page.beFaulty();
    }
    Optional<PaidPlace> place = payments.find(caller, serial);
    Text payer = place.map(it -> names.of(it.payer())).orElse(Text.none());
    model.addAttribute("shown", new Shown(place, payer, serial, invoice.strip(), done, wrong));
    return "funds/payment";
  }
}
