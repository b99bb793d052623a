package fi.rinnalla.visits.web;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.visits.Confirmations;
import fi.rinnalla.visits.Outcome;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Behind the link of a letter: what a partner is asked. To look changes nothing; a button answers.
@Controller
public class ProposalPage {
  private static final int GONE = 410;

  private final Confirmations confirmations;
  private final Directory directory;
  private final OrganizationNames names;

  ProposalPage(Confirmations confirmations, Directory directory, OrganizationNames names) {
    this.confirmations = confirmations;
    this.directory = directory;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param place what the meeting place is called
  public record View(
      Confirmations.Asked asked,
      String token,
      Text place,
      Map<UUID, Text> named,
      String done,
      String fault,
      Map<String, String> typed) {

    public Text name(UUID one) {
      return named.getOrDefault(one, Text.none());
    }
  }

  @Needs(action = Action.READ, record = RecordType.PROPOSAL)
  @Limited(perHour = 240)
  @GetMapping({"/fi/vierailu/{token}", "/sv/besok/{token}", "/en/visit/{token}"})
  String show(
      Page page,
      Caller caller,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String done,
      HttpServletResponse response,
      Model model) {
    String said = page.has("visits.done." + done) ? done : "";
    return show(page, caller, token, said, "", Map.of(), response, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.PROPOSAL)
  @Limited(perHour = 120)
  @PostMapping({"/fi/vierailu/{token}", "/sv/besok/{token}", "/en/visit/{token}"})
  String answer(
      Page page,
      Caller caller,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    Confirmations.Said said = Answers.read(typed);
    Outcome outcome =
        said == null ? new Outcome.NoAnswer() : confirmations.answer(caller, token, said);
    if (said != null && outcome instanceof Outcome.Done) {
      return "redirect:" + page.to(Route.VISIT, token) + "?done=answered_" + said.answer().code();
    }
    response.setStatus(422);
    page.beFaulty();
    return show(page, caller, token, "", Faults.of(outcome), typed, response, model);
  }

  private String show(
      Page page,
      Caller caller,
      String token,
      String done,
      String fault,
      Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    page.is(Route.VISIT, token);
    Confirmations.Asked asked = confirmations.find(caller, token).orElse(null);
    if (asked == null) {
      response.setStatus(GONE);
      return "visits/shut";
    }
    Set<UUID> all = new HashSet<>(asked.visit().partners());
    all.add(asked.series().organization());
    asked.visit().contributions().stream()
        .flatMap(it -> Stream.ofNullable(it.by()))
        .forEach(all::add);
    Text place =
        directory.find(asked.series().location()).map(it -> it.record().name()).orElse(Text.none());
    model.addAttribute(
        "view",
        new View(
            asked,
            token,
            place,
            names.of(all.stream().map(OrganizationId::new).toList()),
            done,
            fault,
            typed));
    return "visits/proposal";
  }
}
