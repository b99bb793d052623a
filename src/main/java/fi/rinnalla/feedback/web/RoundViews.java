package fi.rinnalla.feedback.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.feedback.Addresses;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Remarks;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Puts a round's page together, after whatever was done with it.
@Component
class RoundViews {
  private final FeedbackRounds rounds;
  private final Remarks remarks;
  private final Times times;
  private final OrganizationNames names;

  RoundViews(FeedbackRounds rounds, Remarks remarks, Times times, OrganizationNames names) {
    this.rounds = rounds;
    this.remarks = remarks;
    this.times = times;
    this.names = names;
  }

  String show(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID round,
      String sought,
      String done,
      String fault,
      Map<String, String> typed,
      Model model) {
    FeedbackRounds.Shown shown = rounds.get(caller, organization.value(), round);
    Round it = shown.round();
    page.is(lang -> Addresses.round(lang, organization.value(), round));
    Set<UUID> all = new HashSet<>(it.partners());
    all.add(it.organization());
    all.add(organization.value());
    Set<Instant> there =
        shown.sittings().stream().map(one -> one.startsAt()).collect(Collectors.toSet());
    boolean changing = shown.owner() && it.state() == Round.State.OPEN;
    model.addAttribute(
        "view",
        new RoundView(
            organization.value(),
            shown,
            names.of(all.stream().map(OrganizationId::new).toList()),
            changing
                ? times.of(RoundPage.aboutOf(it)).stream()
                    .filter(one -> !there.contains(one.start()))
                    .toList()
                : List.of(),
            remarks.of(caller, organization.value(), round),
            sought,
            changing && !shown.isLocked(page.now())
                ? names.find(sought)
                : OrganizationNames.Found.NONE,
            done,
            fault,
            typed));
    return "feedback/round";
  }
}
