package fi.rinnalla.funds;

import fi.rinnalla.directory.Organization;
import fi.rinnalla.families.Household;
import fi.rinnalla.funds.HobbyApplication.Word;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// A fund with an open round, those who decide on it, and applications that are on their way.
@Component
public class Fundraising {
  private static final Pattern LINK = Pattern.compile("/fi/oma/suositukset/([0-9a-f]{64})");

  private final Funds funds;
  private final FundRows rows;
  private final HobbyApplications applications;
  private final Recommendations recommendations;
  private final Household household;
  private final People people;
  private final Outbox outbox;
  private final HouseWork house;
  private final Clock clock;

  Fundraising(
      Funds funds,
      FundRows rows,
      HobbyApplications applications,
      Recommendations recommendations,
      Household household,
      People people,
      Outbox outbox,
      HouseWork house,
      Clock clock) {
    this.funds = funds;
    this.rows = rows;
    this.applications = applications;
    this.recommendations = recommendations;
    this.household = household;
    this.people = people;
    this.outbox = outbox;
    this.house = house;
    this.clock = clock;
  }

  /// Somebody who came in strongly and has these roles.
  Caller having(String name, Organization organization, Role... roles) {
    Caller somebody = household.someone(name);
    return Viewer.house(() -> {
      for (Role role : roles) {
        people.give(somebody.person().id(), role, organization.id().value(), null, null);
      }
      return people.caller(somebody.person().id(), Level.STRONG).orElseThrow();
    });
  }

  /// A fund for 7–17 years in Hyvinkää, 300 € for a child, open from yesterday for a month.
  FundId fund(Caller handler, Organization organization, int euros) throws Exception {
    LocalDate today = Dates.day(clock.instant());
    return handler
        .viewer()
        .run(() -> {
          FundId id =
              funds.found(
                  handler,
                  organization.id(),
                  new Funds.Told(
                      Text.fi("Rahasto"),
                      "Lahjoittaja",
                      euros * 100,
                      7,
                      17,
                      Set.of(AreaCode.municipality("106")),
                      300_00));
          funds.open(handler, organization.id(), id, today.minusDays(1), today.plusDays(30));
          return id;
        });
  }

  FundRoundId round(FundId fund) {
    return house.step(() -> rows.rounds(fund).getFirst().id());
  }

  Fund now(FundId fund) {
    return house.step(() -> rows.find(fund).orElseThrow());
  }

  HobbyWords words(String child, int euros) {
    LocalDate today = Dates.day(clock.instant());
    return new HobbyWords(
        child,
        "2014",
        "M106",
        "Palloseura",
        "Jalkapallo",
        String.valueOf(euros),
        today.plusDays(10).toString(),
        today.plusDays(160).toString(),
        "new",
        "kuraattori-" + child.toLowerCase(Locale.ROOT) + "@koulu.example",
        "");
  }

  HobbyApplicationId sent(Caller parent, FundId fund, HobbyWords words) throws Exception {
    return parent
        .viewer()
        .run(() -> {
          HobbyApplicationId id = applications.begin(parent, round(fund)).orElseThrow();
          if (!(applications.send(parent, id, words) instanceof HobbyApplications.Sent.Done)) {
            throw new AssertionError("not sent");
          }
          return id;
        });
  }

  HobbyApplicationId recommended(Caller parent, Caller professional, FundId fund, HobbyWords words)
      throws Exception {
    HobbyApplicationId id = sent(parent, fund, words);
    String secret = link(words.recommender());
    professional.viewer().run(() -> recommendations.say(professional, secret, Word.NEED_SEEN));
    return id;
  }

  /// The secret of the last letter's link to whoever may recommend.
  String link(String address) {
    String letter = outbox.letters(address).getLast();
    Matcher link = LINK.matcher(letter);
    if (!link.find()) {
      throw new AssertionError("no link in the letter");
    }
    return link.group(1);
  }
}
