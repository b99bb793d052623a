package fi.rinnalla.feedback.web;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.feedback.Answering;
import fi.rinnalla.feedback.Learnt;
import fi.rinnalla.feedback.Sitting;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The questions behind a sitting's link: one screen, no signing in, nobody asked who they are.
@Controller
public class AnswerPage {
  /// Says only that this phone has answered here, and is the same on every phone.
  private static final String MARK = "rinnalla-answered";

  private static final int GONE = HttpServletResponse.SC_GONE;

  private final Answering answering;
  private final Directory directory;
  private final SiteAddress site;

  AnswerPage(Answering answering, Directory directory, SiteAddress site) {
    this.answering = answering;
    this.directory = directory;
    this.site = site;
  }

  /// What the form shows.
  ///
  /// @param readers those who are told what came of it, the owner first
  /// @param form what makes this form one form, however often it is sent
  /// @param again whether this phone has answered already
  public record Form(
      Answering.Asked asked,
      List<Text> readers,
      UUID form,
      int useful,
      @Nullable Boolean more,
      Set<Learnt> learnt,
      String words,
      boolean again,
      Set<Answering.Outcome.What> unclear) {

    public boolean isUnclear(String what) {
      return unclear.stream().anyMatch(it -> it.name().equalsIgnoreCase(what));
    }

    /// In the order of the page.
    public List<Answering.Outcome.What> faults() {
      return unclear.stream().sorted().toList();
    }

    public Text title() {
      Text own = asked.sitting().title();
      return own.isEmpty() ? asked.round().title() : own;
    }

    public List<Learnt> choices() {
      return Arrays.stream(Learnt.values())
          .filter(asked.round().questions().learnt()::contains)
          .toList();
    }
  }

  @Needs(action = Action.CREATE, record = RecordType.ANSWER)
  @GetMapping({"/fi/palaute/{token}", "/sv/respons/{token}", "/en/feedback/{token}"})
  String ask(
      Page page,
      @PathVariable String token,
      @CookieValue(name = MARK, defaultValue = "") String mark,
      @RequestParam(defaultValue = "") String done,
      HttpServletResponse response,
      Model model) {
    page.is(Route.FEEDBACK, token);
    Answering.Asked asked = answering.find(token).orElse(null);
    if (!done.isEmpty() && asked != null) {
      model.addAttribute("token", token);
      model.addAttribute("open", asked.state() == Sitting.State.OPEN);
      return "feedback/thanks";
    }
    if (asked == null || asked.state() != Sitting.State.OPEN) {
      return shut(asked, response, model);
    }
    Form form =
        new Form(
            asked,
            readers(asked),
            UUID.randomUUID(),
            0,
            null,
            Set.of(),
            "",
            !mark.isEmpty(),
            Set.of());
    return show(form, model);
  }

  @Needs(action = Action.CREATE, record = RecordType.ANSWER)
  // A hundred families may come out of one room, on the room's own network.
  @Limited(perHour = 240)
  @PostMapping({"/fi/palaute/{token}", "/sv/respons/{token}", "/en/feedback/{token}"})
  String take(
      Page page,
      @PathVariable String token,
      @CookieValue(name = MARK, defaultValue = "") String mark,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String useful,
      @RequestParam(defaultValue = "") String more,
      @RequestParam(defaultValue = "") List<String> learnt,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String homepage,
      HttpServletResponse response,
      Model model) {
    page.is(Route.FEEDBACK, token);
    Answering.Said said =
        new Answering.Said(
            form(form),
            page.lang(),
            useful.matches("[1-5]") ? Integer.parseInt(useful) : 0,
            more.equals("yes") ? Boolean.TRUE : more.equals("no") ? Boolean.FALSE : null,
            learnt.stream().flatMap(it -> Learnt.find(it).stream()).collect(Collectors.toSet()),
            Typed.plain(words),
            !mark.isEmpty());
    Answering.Asked asked = answering.find(token).orElse(null);
    if (!homepage.isEmpty() && asked != null) {
      return thanks(page, token);
    }
    return switch (answering.answer(token, said)) {
      case Answering.Outcome.Thanks _ -> {
        mark(token, asked, page, response);
        yield thanks(page, token);
      }
      case Answering.Outcome.Shut _ -> shut(asked, response, model);
      case Answering.Outcome.Unclear unclear -> {
        page.beFaulty();
        response.setStatus(422);
        yield asked == null
            ? shut(asked, response, model)
            : show(
                new Form(
                    asked,
                    readers(asked),
                    said.form(),
                    said.useful(),
                    said.more(),
                    said.learnt(),
                    said.words(),
                    said.again(),
                    unclear.what()),
                model);
      }
    };
  }

  private static String thanks(Page page, String token) {
    return "redirect:" + page.to(Route.FEEDBACK, token) + "?done=1";
  }

  /// A form that says nothing of itself is a new one.
  private static UUID form(String written) {
    return WrittenId.find(written).orElseGet(UUID::randomUUID);
  }

  /// On the link's own address in each language, until it closes.
  private void mark(
      String token, Answering.@Nullable Asked asked, Page page, HttpServletResponse response) {
    if (asked == null) {
      return;
    }
    Duration left = Duration.between(page.now(), asked.sitting().closesAt());
    for (Lang lang : Lang.values()) {
      ResponseCookie cookie =
          ResponseCookie.from(MARK, "1")
              .path(Route.FEEDBACK.path(lang, token))
              .maxAge(left)
              .httpOnly(true)
              .secure(site.isSecure())
              .sameSite("Lax")
              .build();
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
  }

  private List<Text> readers(Answering.Asked asked) {
    return Stream.concat(
            Stream.of(asked.round().organization()), asked.round().partners().stream().sorted())
        .flatMap(it -> directory.find(new OrganizationId(it)).stream())
        .map(Listing::record)
        .map(it -> it.name())
        .toList();
  }

  private static String show(Form form, Model model) {
    model.addAttribute("form", form);
    return "feedback/answer";
  }

  /// The same for a link that has closed and for one that never was.
  private static String shut(
      Answering.@Nullable Asked asked, HttpServletResponse response, Model model) {
    Sitting early =
        asked != null && asked.state() == Sitting.State.NOT_YET ? asked.sitting() : null;
    if (early == null) {
      response.setStatus(GONE);
    }
    model.addAttribute("sitting", early);
    return "feedback/shut";
  }
}
