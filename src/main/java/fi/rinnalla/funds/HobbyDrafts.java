package fi.rinnalla.funds;

import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyApplication.Word;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a professional begins with a parent who has said yes: a draft that is the parent's own from
/// the first moment. Nobody else sees it, and nothing is applied for, until the parent sends it;
/// the professional's word that the need is seen counts then for what they wrote.
@Component
public class HobbyDrafts {
  private static final int MOST_A_DAY = 20;

  /// What a parent may still fill in.
  private static final Set<String> LATER =
      Set.of("area", "club", "sum", "starts", "ends", "kind_new");

  private final HobbyApplicationRows rows;
  private final FundRows funds;
  private final HobbyLetters letters;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  HobbyDrafts(
      HobbyApplicationRows rows,
      FundRows funds,
      HobbyLetters letters,
      People people,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.funds = funds;
    this.letters = letters;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What is begun.
  ///
  /// @param round null when none was chosen
  /// @param parent an e-mail address, as typed
  /// @param lang of the parent's letter
  /// @param words without a recommender, who is the caller
  /// @param agreed whether the parent has said yes to beginning
  /// @param seen whether the professional has seen the need
  public record Begun(
      @Nullable FundRoundId round,
      String parent,
      Lang lang,
      HobbyWords words,
      boolean agreed,
      boolean seen) {}

  /// What became of beginning.
  public sealed interface Outcome {
    /// Whether the address was known here before isn't told.
    record Done() implements Outcome {}

    /// @param faults by field, the ends of the keys of why
    record Faulty(Map<String, String> faults) implements Outcome {}

    /// Each sends a letter to somebody: so many a day.
    record TooMany() implements Outcome {}
  }

  @Transactional
  public Outcome begin(Caller caller, Begun begun) {
    Person professional = caller.person();
    HobbyWords words =
        begun.words().by(Objects.requireNonNullElse(professional.email(), professional.name()));
    return house.step(() -> {
      Instant now = clock.instant();
      FundRound round = begun.round() == null ? null : funds.find(begun.round()).orElse(null);
      Map<String, String> faults = faults(caller, begun, words, round);
      if (!faults.isEmpty() || round == null) {
        return new Outcome.Faulty(faults);
      }
      if (rows.begunBy(professional.id(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
        return new Outcome.TooMany();
      }
      Person parent = people.of(begun.parent(), begun.lang());
      HobbyApplication draft =
          HobbyApplication.draft(
              new HobbyApplicationId(UUID.randomUUID()), round, parent.id(), words);
      gate.open(
          caller,
          Action.CREATE,
          RecordType.RECOMMENDATION,
          draft.id().toString(),
          Set.of(Relation.OWN),
          parent.id().value());
      List<HobbyApplication> drafts =
          rows.of(parent.id()).stream().filter(it -> it.state() == State.DRAFT).toList();
      boolean again =
          drafts.stream()
              .anyMatch(it ->
                  professional.id().equals(it.recommender()) && it.words().isSameChild(words));
      if (again || drafts.size() >= HobbyApplications.MOST_DRAFTS) {
        return new Outcome.Done();
      }
      rows.begin(draft, now);
      rows.bind(draft.id(), professional.id());
      if (begun.seen()) {
        rows.recommend(draft.id(), Word.NEED_SEEN, now);
      }
      letters.tell(draft, HobbyLetters.About.BEGUN, "");
      return new Outcome.Done();
    });
  }

  private Map<String, String> faults(
      Caller caller, Begun begun, HobbyWords words, @Nullable FundRound round) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (!begun.agreed()) {
      faults.put("agreed", "agreed");
    }
    if (round == null || !round.isOpen(Dates.day(clock.instant()))) {
      faults.put("round", "round");
    }
    if (EmailAddress.find(begun.parent()).isEmpty()) {
      faults.put("parent", "parent");
    } else if (begun.parent().strip().equalsIgnoreCase(caller.person().email())) {
      faults.put("parent", "own_child");
    }
    if (round != null) {
      Fund fund = funds.find(round.fund()).orElseThrow();
      HobbyCheck.of(words, fund, Dates.day(clock.instant()), true)
          .faults()
          .forEach((field, why) -> {
            if (!LATER.contains(field) || !words.isBlank(field)) {
              faults.put(field, why);
            }
          });
    }
    return faults;
  }
}
