package fi.rinnalla.funds;

import fi.rinnalla.families.Consents;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyApplication.Word;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a professional who knows the child says: that the need is seen, or not. A tick stands for
/// all papers, and nobody is asked why.
@Component
public class Recommendations {
  private final HobbyApplicationRows rows;
  private final Consents consents;
  private final HobbyLetters letters;
  private final SignInLinks secrets;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Recommendations(
      HobbyApplicationRows rows,
      Consents consents,
      HobbyLetters letters,
      SignInLinks secrets,
      People people,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.consents = consents;
    this.letters = letters;
    this.secrets = secrets;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of a word.
  public enum Outcome {
    DONE,
    /// It is said already, or the application is over.
    NOT_NOW,
    /// It is one's own child.
    OWN
  }

  /// Those that named the caller.
  @Transactional
  public List<HobbyApplication> of(Caller caller) {
    return house.step(() ->
        rows.recommendedBy(caller.person().id()).stream()
            .filter(this::isConsented)
            .filter(it -> opens(caller, Action.READ, it))
            .toList());
  }

  /// @param key an application's id on one's own list, or the secret of a letter's link
  @Transactional
  public Optional<HobbyApplication> find(Caller caller, String key) {
    return house.step(() -> named(caller, key).filter(it -> opens(caller, Action.READ, it)));
  }

  @Transactional
  public Outcome say(Caller caller, String key, Word word) {
    return house.step(() -> {
      HobbyApplication it = named(caller, key).flatMap(found -> rows.hold(found.id())).orElse(null);
      if (it == null || it.recommended() != null || !mayStill(it)) {
        return Outcome.NOT_NOW;
      }
      if (it.person().equals(caller.person().id())) {
        return Outcome.OWN;
      }
      opens(caller, Action.UPDATE, it);
      rows.bind(it.id(), caller.person().id());
      rows.recommend(it.id(), word, clock.instant());
      if (word == Word.NEED_SEEN && it.state().leadsTo(State.RECOMMENDED)) {
        rows.to(it, State.RECOMMENDED);
      }
      return Outcome.DONE;
    });
  }

  /// Asks whoever the parent named: by a letter, and on their own list when they are known to be a
  /// professional.
  void ask(HobbyApplication it, Lang lang) {
    EmailAddress address = EmailAddress.find(it.words().recommender()).orElseThrow();
    String secret = secrets.secret();
    rows.link(it.id(), secret);
    people
        .find(address.value())
        .filter(person ->
            people.roles(person.id()).stream()
                .map(RoleHeld::role)
                .anyMatch(Role.PROFESSIONAL::equals))
        .ifPresent(person -> rows.bind(it.id(), person.id()));
    letters.recommend(it, address, lang, secret);
  }

  private static boolean mayStill(HobbyApplication it) {
    return it.state() == State.SUBMITTED
        || it.state() == State.ADDITIONAL_INFORMATION_REQUESTED
        || it.state() == State.ADDITIONAL_INFORMATION_PROVIDED;
  }

  private Optional<HobbyApplication> named(Caller caller, String key) {
    Optional<HobbyApplication> found =
        id(key).map(rows::find).orElseGet(() -> rows.byLink(key).filter(Recommendations::isFree));
    return found
        .filter(this::isConsented)
        .filter(it ->
            it.recommender() == null
                ? id(key).isEmpty()
                : it.recommender().equals(caller.person().id()));
  }

  /// Whoever takes the consent back is seen by nobody, whatever was said and paid.
  private boolean isConsented(HobbyApplication it) {
    return consents.about(it.id().value()).stream().anyMatch(one -> one.isGiven(clock.instant()));
  }

  private static boolean isFree(HobbyApplication it) {
    return it.state().isUndecided() || it.recommended() != null;
  }

  private static Optional<HobbyApplicationId> id(String key) {
    try {
      return Optional.of(new HobbyApplicationId(UUID.fromString(key)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private boolean opens(Caller caller, Action action, HobbyApplication it) {
    gate.open(
        caller,
        action,
        RecordType.RECOMMENDATION,
        it.id().toString(),
        Set.of(Relation.ASSIGNED),
        it.person().value());
    return true;
  }
}
