package fi.rinnalla.referrals;

import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is told to somebody who asks what this room keeps of them. Which worker has a matter is the
/// worker's own.
@Component
class CaseBelongings implements Belongings {
  private final CaseRows cases;
  private final OptionRows options;
  private final ReferralRows referrals;
  private final SaidRows said;
  private final IntroductionRows introductions;

  CaseBelongings(
      CaseRows cases,
      OptionRows options,
      ReferralRows referrals,
      SaidRows said,
      IntroductionRows introductions) {
    this.said = said;
    this.introductions = introductions;
    this.cases = cases;
    this.options = options;
    this.referrals = referrals;
  }

  private record Matter(
      String state,
      List<String> needs,
      String words,
      String reach,
      String contact,
      @Nullable String outcome,
      Instant asked,
      @Nullable Instant closed) {}

  private record Offered(Object title, String note, String choice, Instant offered) {}

  private record Sent(Object organization, String state, @Nullable String reason, Instant asked) {}

  private record Written(String by, String words, Instant at) {}

  @Override
  public String room() {
    return "referrals";
  }

  @Override
  public Map<String, List<?>> of(PersonId person) {
    List<Matter> matters = new ArrayList<>();
    List<Offered> offered = new ArrayList<>();
    List<Sent> sent = new ArrayList<>();
    List<Written> written = new ArrayList<>();
    for (HelpCase it : cases.of(person)) {
      HelpCase.Outcome outcome = it.outcome();
      matters.add(
          new Matter(
              it.state().code(),
              it.needs().stream().map(Need::code).sorted().toList(),
              it.words(),
              it.reach().code(),
              it.contact(),
              outcome == null ? null : outcome.code(),
              it.askedAt(),
              it.closedAt()));
      said.of(it).forEach(one -> written.add(new Written(one.by().code(), one.words(), one.at())));
      options
          .of(it)
          .forEach(option ->
              offered.add(
                  new Offered(
                      option.title(), option.note(), option.choice().code(), option.offeredAt())));
      referrals
          .of(it.id())
          .forEach(referral -> {
            Referral.Reason reason = referral.reason();
            sent.add(
                new Sent(
                    referral.organization(),
                    referral.state().code(),
                    reason == null ? null : reason.code(),
                    referral.requestedAt()));
          });
    }
    Map<String, List<?>> all = new LinkedHashMap<>();
    all.put("matters", matters);
    all.put("offered", offered);
    all.put("referrals", sent);
    all.put("messages", written);
    all.put("asked_for_others", introductions.by(person, Instant.EPOCH));
    return all;
  }
}
