package fi.rinnalla.signups.web;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.signups.FirstName;
import fi.rinnalla.signups.Signup;
import fi.rinnalla.signups.SignupForms;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The second step of signing up: a first name, and an address for whoever isn't signed in. The
/// places are held meanwhile, and the page says until when.
@Controller
public class SignUpForm {
  private static final int LONGEST_NAME = 60;

  private final SignupForms forms;
  private final Discretion discretion;

  SignUpForm(SignupForms forms, Discretion discretion) {
    this.forms = forms;
    this.discretion = discretion;
  }

  /// What the page shows.
  ///
  /// @param form null when it is too old
  public record Shown(
      SignupForms.@Nullable Form form,
      String secret,
      boolean signedIn,
      String name,
      String email,
      boolean remind,
      List<PartyForm.Fault> faults) {

    /// Whoever only wishes to hear of room has nothing to be reminded of.
    public boolean asksToRemind() {
      return form != null && form.signup().aim() != Signup.Aim.WORD;
    }

    public boolean isFaulty(String field) {
      return faults.stream().anyMatch(it -> it.field().equals(field));
    }
  }

  @Needs(action = Action.CREATE, record = RecordType.SIGNUP)
  @GetMapping({
    "/fi/ilmoittaudu/lomake/{secret}",
    "/sv/anmal-dig/blankett/{secret}",
    "/en/sign-up/form/{secret}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable String secret,
      HttpServletResponse response,
      Model model) {
    return page(page, caller, secret, calledSoFar(caller), "", true, List.of(), response, model);
  }

  private static String calledSoFar(Caller caller) {
    return caller.isVisitor() ? "" : caller.person().name();
  }

  @Needs(action = Action.CREATE, record = RecordType.SIGNUP)
  @Limited(perHour = 30)
  @PostMapping({
    "/fi/ilmoittaudu/lomake/{secret}",
    "/sv/anmal-dig/blankett/{secret}",
    "/en/sign-up/form/{secret}"
  })
  String submit(
      Page page,
      Caller caller,
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String aim,
      @RequestParam(defaultValue = "false") boolean remind,
      HttpServletResponse response,
      Model model) {
    if (act.equals("release")) {
      String slug = forms.form(secret).map(it -> it.listing().slug()).orElse("");
      forms.release(secret);
      return "redirect:"
          + (slug.isEmpty()
              ? page.to(Route.HOME)
              : page.to(Route.SIGN_UP, slug) + "?done=released");
    }
    if (act.equals("again")) {
      return again(page, caller, secret, email, response, model);
    }
    List<PartyForm.Fault> faults = new ArrayList<>();
    if (name.isBlank()) {
      faults.add(new PartyForm.Fault("name", "name"));
    } else if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      faults.add(new PartyForm.Fault("name", "name_long"));
    }
    if (faults.isEmpty() && !FirstName.isOne(name) && isFamiliesOwn(secret)) {
      faults.add(new PartyForm.Fault("name", "first_name"));
    }
    EmailAddress address = caller.isVisitor() ? EmailAddress.find(email).orElse(null) : null;
    if (caller.isVisitor() && address == null) {
      faults.add(new PartyForm.Fault("email", "email"));
    }
    if (!faults.isEmpty()) {
      response.setStatus(422);
      return page(page, caller, secret, name, email, remind, faults, response, model);
    }
    forms.remind(secret, remind);
    SignupForms.Submitted submitted =
        forms.submit(caller, secret, name, address, page.lang(), Signup.Aim.asked(aim));
    return switch (submitted) {
      case SignupForms.Submitted.Sent sent -> sent(page, secret, email, sent.until(), model);
      case SignupForms.Submitted.Done done ->
          "redirect:" + page.to(Route.MINE) + "?done=" + (done.already() ? "already" : "sent");
      case SignupForms.Submitted.Full _ -> {
        response.setStatus(422);
        yield page(
            page,
            caller,
            secret,
            name,
            email,
            remind,
            List.of(new PartyForm.Fault("aim", "full")),
            response,
            model);
      }
      case SignupForms.Submitted.Over _ -> {
        response.setStatus(422);
        yield page(page, caller, secret, name, email, remind, List.of(), response, model);
      }
    };
  }

  /// There other families see the name.
  private boolean isFamiliesOwn(String secret) {
    return forms
        .form(secret)
        .filter(it -> it.listing().event().kind() == Event.Kind.MEETUP)
        .isPresent();
  }

  /// The letter once more, or to an address that was mended.
  private String again(
      Page page,
      Caller caller,
      String secret,
      String email,
      HttpServletResponse response,
      Model model) {
    EmailAddress address = EmailAddress.find(email).orElse(null);
    if (address == null) {
      response.setStatus(422);
      page.is(Route.HOME);
      model.addAttribute("sent", new Sent(secret, email, null, "email"));
      return "signups/sent";
    }
    if (forms.again(secret, address) instanceof SignupForms.Submitted.Sent sent) {
      return sent(page, secret, email, sent.until(), model);
    }
    response.setStatus(422);
    return page(page, caller, secret, "", "", true, List.of(), response, model);
  }

  /// What the page says once a letter has gone.
  ///
  /// @param until null when none has, for the address can't be one
  /// @param fault the end of the key of why, or nothing
  public record Sent(String secret, String email, @Nullable Instant until, String fault) {}

  private static String sent(Page page, String secret, String email, Instant until, Model model) {
    page.is(Route.HOME);
    model.addAttribute("sent", new Sent(secret, email, until, ""));
    return "signups/sent";
  }

  private String page(
      Page page,
      Caller caller,
      String secret,
      String name,
      String email,
      boolean remind,
      List<PartyForm.Fault> faults,
      HttpServletResponse response,
      Model model) {
    page.is(Route.SIGN_UP_FORM, secret);
    SignupForms.Form form = forms.form(secret).orElse(null);
    if (form == null) {
      response.setStatus(422);
    } else {
      discretion.on(page, form.listing());
    }
    model.addAttribute(
        "shown", new Shown(form, secret, !caller.isVisitor(), name, email, remind, faults));
    return "signups/form";
  }
}
