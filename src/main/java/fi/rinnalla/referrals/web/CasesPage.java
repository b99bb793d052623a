package fi.rinnalla.referrals.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Consents;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.referrals.Beside;
import fi.rinnalla.referrals.FollowUp;
import fi.rinnalla.referrals.HelpCase;
import fi.rinnalla.referrals.HelpCaseId;
import fi.rinnalla.referrals.HelpRequests;
import fi.rinnalla.referrals.Option;
import fi.rinnalla.referrals.OptionId;
import fi.rinnalla.referrals.Referral;
import fi.rinnalla.referrals.ReferralId;
import fi.rinnalla.referrals.Said;
import fi.rinnalla.referrals.Talking;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A parent's own matters: how each stands in plain words, what was found, and the choice, which is
/// theirs alone.
@Controller
public class CasesPage {
  private static final Set<String> DONE =
      Set.of("sent", "wanted", "self", "declined", "ended", "followed", "said");

  private final HelpRequests requests;
  private final Beside beside;
  private final Talking talking;
  private final Consents consents;
  private final OrganizationNames names;
  private final People people;
  private final HouseWork house;

  CasesPage(
      HelpRequests requests,
      Beside beside,
      Talking talking,
      Consents consents,
      OrganizationNames names,
      People people,
      HouseWork house) {
    this.requests = requests;
    this.beside = beside;
    this.talking = talking;
    this.consents = consents;
    this.names = names;
    this.people = people;
    this.house = house;
  }

  /// What a matter's page shows.
  ///
  /// @param navigator what the one who has it is called; empty while nobody has
  /// @param said what was written, to the navigator and about each referral
  /// @param typed a message that wasn't taken
  public record Shown(
      HelpRequests.Own own,
      Beside.Arranged arranged,
      Map<UUID, Text> names,
      String navigator,
      List<Said> said,
      String done,
      String wrong,
      String typed) {

    public List<Said> withNavigator() {
      return said.stream().filter(it -> it.referral() == null).toList();
    }

    public List<Said> about(Referral referral) {
      return said.stream().filter(it -> referral.id().equals(it.referral())).toList();
    }

    public Text name(OrganizationId organization) {
      return names.getOrDefault(organization.value(), Text.none());
    }

    public Set<Disclosed> fields() {
      return HelpRequests.toldOn(own.helpCase());
    }
  }

  @Needs(action = Action.READ, record = RecordType.HELP_CASE, in = Relation.OWN)
  @GetMapping({"/fi/oma/asiat", "/sv/min/arenden", "/en/my/matters"})
  String list(Page page, Caller caller, Model model) {
    page.is(Route.CASES).beSensitive();
    List<HelpCase> own = requests.of(caller);
    model.addAttribute("cases", own);
    model.addAttribute("names", names.of(own.stream().map(HelpCase::team).distinct().toList()));
    return "referrals/cases";
  }

  @Needs(action = Action.READ, record = RecordType.HELP_CASE, in = Relation.OWN)
  @GetMapping({"/fi/oma/asiat/{case}", "/sv/min/arenden/{case}", "/en/my/matters/{case}"})
  String show(
      Page page,
      Caller caller,
      @PathVariable("case") String id,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return shown(page, caller, id(id), DONE.contains(done) ? done : "", "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.HELP_CASE, in = Relation.OWN)
  @Limited(perHour = 120)
  @PostMapping({"/fi/oma/asiat/{case}", "/sv/min/arenden/{case}", "/en/my/matters/{case}"})
  String act(
      Page page,
      Caller caller,
      @PathVariable("case") String written,
      @RequestParam(defaultValue = "") String option,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String said,
      HttpServletResponse response,
      Model model) {
    HelpCaseId id = id(written);
    if (act.equals("end")) {
      // To end it all is to take back the consent it stands on.
      HelpCase its = requests.get(caller, id).helpCase();
      var consent = its.consent();
      if (consent != null) {
        consents.withdraw(caller, new Consents.Key.Own(consent));
      }
      return "redirect:" + page.to(Route.CASES, id.toString()) + "?done=ended";
    }
    if (act.equals("say")) {
      ReferralId about = WrittenId.find(option).map(ReferralId::new).orElse(null);
      Talking.Outcome became = talking.family(caller, id, about, Typed.plain(said));
      if (became == Talking.Outcome.DONE) {
        return "redirect:" + page.to(Route.CASES, id.toString()) + "?done=said";
      }
      response.setStatus(422);
      String wrong = became.name().toLowerCase(Locale.ROOT);
      return shown(page, caller, id, "", wrong, said, model);
    }
    if (act.equals("follow")) {
      boolean answered =
          WrittenId.find(option)
              .flatMap(it ->
                  Arrays.stream(FollowUp.Outcome.values())
                      .filter(one -> one.code().equals(outcome))
                      .findFirst()
                      .map(one -> beside.answer(caller, id, it, one)))
              .filter(it -> it == Beside.Outcome.DONE)
              .isPresent();
      if (answered) {
        return "redirect:" + page.to(Route.CASES, id.toString()) + "?done=followed";
      }
      response.setStatus(422);
      return shown(page, caller, id, "", "not_good", model);
    }
    Option.Choice choice =
        Arrays.stream(Option.Choice.values())
            .filter(it -> it.code().equals(act))
            .findFirst()
            .orElse(Option.Choice.OPEN);
    HelpRequests.Chosen chosen =
        WrittenId.find(option)
            .map(it -> requests.choose(caller, id, new OptionId(it), choice))
            .orElse(HelpRequests.Chosen.NOT_GOOD);
    if (chosen == HelpRequests.Chosen.DONE) {
      return "redirect:" + page.to(Route.CASES, id.toString()) + "?done=" + choice.code();
    }
    response.setStatus(422);
    return shown(page, caller, id, "", chosen.name().toLowerCase(Locale.ROOT), model);
  }

  private String shown(
      Page page, Caller caller, HelpCaseId id, String done, String wrong, Model model) {
    return shown(page, caller, id, done, wrong, "", model);
  }

  private String shown(
      Page page,
      Caller caller,
      HelpCaseId id,
      String done,
      String wrong,
      String typed,
      Model model) {
    page.is(Route.CASES, id.toString()).beSensitive();
    HelpRequests.Own own = requests.get(caller, id);
    List<OrganizationId> organizations =
        Stream.concat(
                Stream.of(own.helpCase().team()),
                own.options().stream().map(Option::organization).filter(Objects::nonNull))
            .distinct()
            .toList();
    model.addAttribute(
        "shown",
        new Shown(
            own,
            beside.of(own.helpCase()),
            names.of(organizations),
            navigator(own.helpCase()),
            talking.of(own.helpCase()),
            done,
            wrong,
            typed));
    return "referrals/case";
  }

  /// A first name, as the one who walks beside goes by.
  private String navigator(HelpCase its) {
    PersonId navigator = its.navigator();
    return navigator == null
        ? ""
        : house.step(() -> people.find(navigator).map(Person::name).orElse(""));
  }

  private static HelpCaseId id(String written) {
    return WrittenId.find(written)
        .map(HelpCaseId::new)
        .orElseThrow(() -> new NoSuchRecord(RecordType.HELP_CASE));
  }
}
