package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a family and those who walk with it write to each other on the matter's page. Without it a
/// family that wishes to be reached by its page only ([HelpCase.Reach#HERE]) couldn't be reached.
/// The navigator sees what was written to them, an organization what is about its referral.
@Component
public class Talking {
  private static final int MOST = 200;

  private final SaidRows rows;
  private final ReferralRows referrals;
  private final CaseRows cases;
  private final Navigators navigators;
  private final HelpRequests requests;
  private final Inbox inbox;
  private final CaseLetters letters;
  private final HouseWork house;
  private final Clock clock;

  Talking(
      SaidRows rows,
      ReferralRows referrals,
      CaseRows cases,
      Navigators navigators,
      HelpRequests requests,
      Inbox inbox,
      CaseLetters letters,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.referrals = referrals;
    this.cases = cases;
    this.navigators = navigators;
    this.requests = requests;
    this.inbox = inbox;
    this.letters = letters;
    this.house = house;
    this.clock = clock;
  }

  /// What became of writing.
  public enum Outcome {
    DONE,
    NO_WORDS,
    TOO_LONG,
    MANY_SAID,
    /// Nobody is there to read it, or it is over.
    NOT_GOOD
  }

  /// All of a matter, for whoever has opened it as its own adult.
  @Transactional(readOnly = true)
  public List<Said> of(HelpCase its) {
    return house.step(() -> rows.of(its));
  }

  /// Between the family and its navigator, for whoever has opened the matter.
  @Transactional(readOnly = true)
  public List<Said> withNavigator(HelpCase its) {
    return of(its).stream().filter(it -> it.referral() == null).toList();
  }

  /// @param about a referral whose organization is written to; null for the navigator
  @Transactional
  public Outcome family(Caller caller, HelpCaseId id, @Nullable ReferralId about, String words) {
    return house.step(() -> {
      HelpCase its = requests.own(caller, id, Action.UPDATE);
      if (about == null) {
        return its.navigator() == null
            ? Outcome.NOT_GOOD
            : said(its, null, Said.By.FAMILY, words, () -> letters.toNavigator(its));
      }
      Referral referral =
          referrals
              .find(about)
              .filter(it -> it.helpCase().equals(id) && it.state().isOpen())
              .orElse(null);
      return referral == null
          ? Outcome.NOT_GOOD
          : said(its, about, Said.By.FAMILY, words, () -> letters.word(referral));
    });
  }

  @Transactional
  public Outcome navigator(Caller caller, HelpCaseId id, String words) {
    return house.step(() -> {
      HelpCase its = navigators.mine(caller, id, Action.UPDATE);
      return said(its, null, Said.By.NAVIGATOR, words, () -> letters.toFamily(its));
    });
  }

  @Transactional
  public Outcome organization(
      Caller caller, OrganizationId organization, ReferralId id, String words) {
    return house.step(() -> {
      Optional<HelpCase> its =
          inbox.reachable(caller, organization, id).flatMap(it -> cases.hold(it.helpCase()));
      return its.isEmpty()
          ? Outcome.NOT_GOOD
          : said(its.get(), id, Said.By.ORGANIZATION, words, () -> letters.toFamily(its.get()));
    });
  }

  private Outcome said(
      HelpCase its, @Nullable ReferralId about, Said.By by, String words, Runnable tells) {
    if (words.isBlank()) {
      return Outcome.NO_WORDS;
    }
    if (words.length() > Said.LONGEST) {
      return Outcome.TOO_LONG;
    }
    if (!its.isOpen()) {
      return Outcome.NOT_GOOD;
    }
    List<Said> before = rows.of(its);
    if (before.size() >= MOST) {
      return Outcome.MANY_SAID;
    }
    // The same once more is a form that was sent twice.
    boolean again =
        !before.isEmpty()
            && before.getLast().by() == by
            && before.getLast().words().equals(words)
            && Objects.equals(before.getLast().referral(), about);
    if (!again) {
      rows.add(its, new Said(UUID.randomUUID(), about, by, words, clock.instant()));
      tells.run();
    }
    return Outcome.DONE;
  }
}
