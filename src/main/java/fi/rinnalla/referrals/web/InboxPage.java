package fi.rinnalla.referrals.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.referrals.Inbox;
import fi.rinnalla.referrals.Referral;
import fi.rinnalla.referrals.ReferralId;
import fi.rinnalla.referrals.Talking;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The referrals that an organization receives: its list, one of them, and the one-tap answer by a
/// letter's link, behind which nobody is named.
@Controller
public class InboxPage {
  private final Inbox inbox;
  private final Talking talking;
  private final OrganizationNames names;

  InboxPage(Inbox inbox, Talking talking, OrganizationNames names) {
    this.talking = talking;
    this.inbox = inbox;
    this.names = names;
  }

  /// The list.
  public record Listed(UUID organization, Text name, List<Inbox.Nameless> referrals) {}

  /// One of them.
  ///
  /// @param wrong the end of the key of why nothing has happened, or nothing
  /// @param typed a message that wasn't taken
  public record Shown(
      UUID organization,
      Text name,
      Inbox.Received received,
      String done,
      String wrong,
      String typed) {}

  /// One behind a letter's link.
  ///
  /// @param nameless null when the link is good no more
  public record ByLink(
      String token, Inbox.@Nullable Nameless nameless, Text name, String done, boolean wrong) {}

  /// Where the list is, and one of them.
  public static String address(Lang lang, UUID organization) {
    return Route.WORKSPACE.path(lang, organization.toString())
        + switch (lang) {
          case FI -> "/ohjaukset";
          case SV -> "/hanvisningar";
          case EN -> "/referrals";
        };
  }

  public static String address(Lang lang, UUID organization, ReferralId id) {
    return address(lang, organization) + "/" + id;
  }

  @Needs(action = Action.READ, record = RecordType.REFERRAL, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ohjaukset",
    "/sv/min/organisation/{organization}/hanvisningar",
    "/en/my/organization/{organization}/referrals"
  })
  String list(Page page, Caller caller, @PathVariable OrganizationId organization, Model model) {
    UUID ours = organization.value();
    page.is((Lang lang) -> address(lang, ours));
    model.addAttribute(
        "listed", new Listed(ours, names.of(organization), inbox.of(caller, organization)));
    return "referrals/inbox";
  }

  @Needs(action = Action.READ, record = RecordType.REFERRAL, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ohjaukset/{referral}",
    "/sv/min/organisation/{organization}/hanvisningar/{referral}",
    "/en/my/organization/{organization}/referrals/{referral}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable String referral,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return shown(page, caller, organization, id(referral), said(done), "", "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.REFERRAL, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ohjaukset/{referral}",
    "/sv/min/organisation/{organization}/hanvisningar/{referral}",
    "/en/my/organization/{organization}/referrals/{referral}"
  })
  String answer(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable String referral,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String said,
      HttpServletResponse response,
      Model model) {
    ReferralId id = id(referral);
    if (act.equals("say")) {
      Talking.Outcome became = talking.organization(caller, organization, id, Typed.plain(said));
      if (became == Talking.Outcome.DONE) {
        return "redirect:" + address(page.lang(), organization.value(), id) + "?done=said";
      }
      response.setStatus(422);
      String wrong = became.name().toLowerCase(Locale.ROOT);
      return shown(page, caller, organization, id, "", wrong, said, model);
    }
    Answer wished = Answer.read(answer).orElse(null);
    if (wished != null && inbox.answer(caller, organization, id, wished.state(), wished.reason())) {
      return "redirect:"
          + address(page.lang(), organization.value(), id)
          + "?done="
          + wished.state().code();
    }
    response.setStatus(422);
    return shown(page, caller, organization, id, "", "not_good", "", model);
  }

  @Needs(action = Action.READ, record = RecordType.REFERRAL, in = Relation.ASSIGNED)
  @Limited(perHour = 120)
  @GetMapping({"/fi/ohjaus/{token}", "/sv/hanvisning/{token}", "/en/referral/{token}"})
  String byLink(Page page, Caller caller, @PathVariable String token, Model model) {
    return byLink(page, caller, token, "", false, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.REFERRAL, in = Relation.ASSIGNED)
  @Limited(perHour = 120)
  @PostMapping({"/fi/ohjaus/{token}", "/sv/hanvisning/{token}", "/en/referral/{token}"})
  String answerByLink(
      Page page,
      Caller caller,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String answer,
      HttpServletResponse response,
      Model model) {
    String done =
        Answer.read(answer)
            .filter(it -> inbox.answer(caller, token, it.state(), it.reason()))
            .map(it -> it.state().code())
            .orElse("");
    if (done.isEmpty()) {
      response.setStatus(422);
    }
    return byLink(page, caller, token, done, done.isEmpty(), model);
  }

  /// An answer as a button says it: `accepted`, or `rejected-at_capacity`.
  private record Answer(Referral.State state, Referral.@Nullable Reason reason) {
    /// What an organization may answer; the rest is done by others.
    private static final Set<Referral.State> OFFERED =
        EnumSet.of(
            Referral.State.ACCEPTED,
            Referral.State.IN_PROGRESS,
            Referral.State.ON_HOLD,
            Referral.State.COMPLETED,
            Referral.State.FAILED,
            Referral.State.REJECTED);

    static Optional<Answer> read(String written) {
      String[] parts = written.split("-", 2);
      Optional<Referral.State> state =
          OFFERED.stream().filter(it -> it.code().equals(parts[0])).findFirst();
      Referral.Reason reason =
          parts.length < 2
              ? null
              : Stream.of(Referral.Reason.values())
                  .filter(it -> it.code().equals(parts[1]))
                  .findFirst()
                  .orElse(null);
      return state.map(it -> new Answer(it, reason));
    }
  }

  private String shown(
      Page page,
      Caller caller,
      OrganizationId organization,
      ReferralId id,
      String done,
      String wrong,
      String typed,
      Model model) {
    UUID ours = organization.value();
    page.is((Lang lang) -> address(lang, ours, id));
    model.addAttribute(
        "shown",
        new Shown(
            ours, names.of(organization), inbox.get(caller, organization, id), done, wrong, typed));
    return "referrals/received";
  }

  private String byLink(
      Page page, Caller caller, String token, String done, boolean wrong, Model model) {
    page.is(Route.REFERRAL, token);
    Optional<Inbox.Nameless> found = inbox.find(caller, token);
    Text name = found.map(it -> names.of(it.referral().organization())).orElse(Text.none());
    model.addAttribute("shown", new ByLink(token, found.orElse(null), name, done, wrong));
    return "referrals/bylink";
  }

  private static String said(String written) {
    return written.equals("said") ? written : state(written);
  }

  private static String state(String written) {
    return Stream.of(Referral.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .filter(it -> it.equals(written))
        .findFirst()
        .orElse("");
  }

  private static ReferralId id(String written) {
    return WrittenId.find(written)
        .map(ReferralId::new)
        .orElseThrow(() -> new NoSuchRecord(RecordType.REFERRAL));
  }
}
