package fi.rinnalla.networks;

import fi.rinnalla.families.Consent;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The worker who answers the call, and the one press by which those who are needed are asked.
@Component
public class Luuri {
  private static final Duration LASTS = Duration.ofDays(90);

  /// Each sends a letter to the family, and one to whoever called.
  private static final int MOST_A_DAY = 3;

  private final NetworkRows rows;
  private final OnCall onCall;
  private final NetworkTally tally;
  private final NetworkLetters letters;
  private final SignInLinks secrets;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Luuri(
      NetworkRows rows,
      OnCall onCall,
      NetworkTally tally,
      NetworkLetters letters,
      SignInLinks secrets,
      People people,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.onCall = onCall;
    this.tally = tally;
    this.letters = letters;
    this.secrets = secrets;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What a worker writes down of a call with the family's permission.
  ///
  /// @param form the network's id, made with the form: two presses make one network
  /// @param family the adult's address, to which the letter goes
  /// @param said how the adult gave the permission
  /// @param caller where whoever called hears that it was assembled; null when they needn't
  /// @param began when the call began
  public record Asked(
      UUID form,
      AreaCode area,
      EmailAddress family,
      Lang lang,
      String name,
      String contact,
      Consent.Channel said,
      Set<Function> functions,
      Set<Instant> meetings,
      @Nullable EmailAddress caller,
      Instant began) {
    public Asked {
      functions = Set.copyOf(functions);
      meetings = Set.copyOf(meetings);
    }
  }

  /// What became of the press.
  public sealed interface Outcome {
    /// @param missing functions for which nobody is on duty there
    record Assembled(NetworkId id, Set<Function> missing) implements Outcome {}

    /// For none of the functions anybody is on duty.
    record NobodyOnDuty() implements Outcome {}

    /// So many stand around this address since yesterday that nobody needs one more.
    record TooMany() implements Outcome {}
  }

  /// The areas for which the caller answers.
  public Set<AreaCode> areas(Caller caller) {
    if (!caller.roles().contains(Role.LUURI_WORKER)) {
      return Set.of();
    }
    return caller.held().stream()
        .filter(it -> it.role() == Role.LUURI_WORKER)
        .map(RoleHeld::area)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  @Transactional
  public Outcome assemble(Caller caller, Asked asked) {
    NetworkId id = new NetworkId(asked.form());
    open(caller, Action.CREATE, asked.area(), id.toString());
    return house.step(() -> {
      Set<Function> missing = EnumSet.noneOf(Function.class);
      List<Duty> found = onCall.onDuty(asked, missing);
      if (found.isEmpty()) {
        return new Outcome.NobodyOnDuty();
      }
      Instant now = clock.instant();
      Person adult = people.of(asked.family().value(), asked.lang());
      if (rows.of(adult.id()).stream()
              .filter(it -> !it.id().equals(id))
              .filter(it -> it.assembledAt().isAfter(now.minus(Duration.ofDays(1))))
              .count()
          >= MOST_A_DAY) {
        return new Outcome.TooMany();
      }
      Map<Instant, Set<UUID>> times = new HashMap<>();
      asked.meetings().forEach(it -> times.put(it, Set.of()));
      Network made =
          new Network(
              id,
              adult.id(),
              caller.person().id(),
              asked.area(),
              asked.name(),
              asked.contact(),
              now,
              now.plus(LASTS),
              false,
              List.of(),
              times,
              null);
      EmailAddress to = asked.caller();
      String secret = to == null ? "" : secrets.secret();
      if (!rows.add(made, secret)) {
        return new Outcome.Assembled(id, missing);
      }
      found.forEach(it -> onCall.invite(caller, made, it, asked.said()));
      letters.toFamily(made);
      if (to != null) {
        letters.toCaller(made, to, caller.person().lang(), secret);
      }
      tally.count(asked.area(), "call", "");
      tally.count(asked.area(), "network", minutes(Duration.between(asked.began(), now)));
      return new Outcome.Assembled(id, missing);
    });
  }

  /// There was no permission: advice was given without a name, and that is all that is kept.
  @Transactional
  public void advised(Caller caller, AreaCode area) {
    open(caller, Action.CREATE, area, "-");
    house.step(() -> {
      tally.count(area, "call", "");
      tally.count(area, "advised", "");
      return area;
    });
  }

  /// Whether the link of a caller's letter is good: then it was assembled, and nothing else is
  /// told, not even whether it still stands.
  @Transactional(readOnly = true)
  public boolean wasAssembled(String secret) {
    return house.step(() -> rows.called(secret).isPresent());
  }

  void open(Caller caller, Action action, AreaCode area, String id) {
    gate.open(
        caller,
        action,
        RecordType.NETWORK,
        id,
        areas(caller).contains(area) ? Set.of(Relation.REGION) : Set.of(),
        null);
  }

  /// A step of minutes: of no call the exact time is known.
  static String minutes(Duration lasted) {
    long minutes = Math.max(0, lasted.toMinutes());
    return minutes < 5
        ? "5"
        : minutes < 10 ? "10" : minutes < 20 ? "20" : minutes < 40 ? "40" : "longer";
  }
}
