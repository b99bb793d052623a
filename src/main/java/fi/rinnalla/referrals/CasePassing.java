package fi.rinnalla.referrals;

import fi.rinnalla.calendar.WorkingDays;
import fi.rinnalla.referrals.Referral.Reason;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// What time does: an organization that doesn't answer is reminded, then the navigator is told,
/// then the referral ends so that another can be tried; and what has been closed long enough is
/// forgotten.
@Component
class CasePassing {
  private final ReferralRows rows;
  private final CaseRows cases;
  private final Referrals referrals;
  private final CaseLetters letters;
  private final SignInLinks secrets;
  private final ReferralSettings settings;
  private final HouseWork house;
  private final Clock clock;

  CasePassing(
      ReferralRows rows,
      CaseRows cases,
      Referrals referrals,
      CaseLetters letters,
      SignInLinks secrets,
      ReferralSettings settings,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.referrals = referrals;
    this.letters = letters;
    this.secrets = secrets;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// Each in a transaction of its own, so that a fault of one holds up no other.
  void pass() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    List<Referral> waiting = house.step(rows::unanswered);
    for (Referral referral : waiting) {
      LocalDate asked = LocalDate.ofInstant(referral.requestedAt(), Zone.HELSINKI);
      int days = WorkingDays.after(asked, today);
      if (days >= settings.givenUp()) {
        referrals.cancel(referral.id(), Reason.NO_ANSWER);
      } else if (days >= settings.told()) {
        house.step(() -> {
          if (rows.remind(referral.id(), settings.told(), null)) {
            cases.find(referral.helpCase()).ifPresent(letters::toNavigator);
          }
          return referral;
        });
      } else if (days >= settings.reminded()) {
        house.step(() -> {
          String secret = secrets.secret();
          if (rows.remind(referral.id(), settings.reminded(), secret)) {
            letters.toOrganization(referral, secret, "unanswered");
          }
          return referral;
        });
      }
    }
  }

  int forget() {
    Instant before = clock.instant().atZone(Zone.HELSINKI).minus(settings.kept()).toInstant();
    return house.step(() -> cases.forgetClosed(before));
  }
}
