package fi.rinnalla.networks;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.families.Consent;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Consents;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private static final Duration SHOWN = Duration.ofDays(30);

  /// What a member may know of the family: the list of functions tells them the rest.
  public static final Set<Disclosed> TOLD = EnumSet.of(Disclosed.NAME, Disclosed.CONTACT);

  private final NetworkRows rows;
  private final DutyRows duties;
  private final NetworkTally tally;
  private final NetworkLetters letters;
  private final Consents consents;
  private final SignInLinks secrets;
  private final People people;
  private final Areas areas;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Luuri(
      NetworkRows rows,
      DutyRows duties,
      NetworkTally tally,
      NetworkLetters letters,
      Consents consents,
      SignInLinks secrets,
      People people,
      Areas areas,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.duties = duties;
    this.tally = tally;
    this.letters = letters;
    this.consents = consents;
    this.secrets = secrets;
    this.people = people;
    this.areas = areas;
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
  }

  /// What the worker's page lists of a network: nothing of the family.
  public record Line(
      NetworkId id,
      AreaCode area,
      Instant assembledAt,
      boolean isOver,
      List<Member> members,
      Map<Instant, Integer> meetings) {}

  /// One number of the figures.
  ///
  /// @param n null when it is small
  public record Figure(String what, String detail, @Nullable Integer n) {}

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
      List<Duty> found = onDuty(asked, missing);
      if (found.isEmpty()) {
        return new Outcome.NobodyOnDuty();
      }
      Instant now = clock.instant();
      Person adult = people.of(asked.family().value(), asked.lang());
      Map<Instant, Set<UUID>> times = new HashMap<>();
      asked.meetings().forEach(it -> times.put(it, Set.of()));
      Network made =
          new Network(
              id,
              adult.id(),
              asked.area(),
              asked.name(),
              asked.contact(),
              now,
              now.plus(LASTS),
              false,
              List.of(),
              times);
      EmailAddress to = asked.caller();
      String secret = to == null ? "" : secrets.secret();
      if (!rows.add(made, caller.person().id(), secret)) {
        return new Outcome.Assembled(id, missing);
      }
      found.forEach(it -> invite(caller, made, it, asked.said()));
      letters.toFamily(made);
      if (to != null) {
        letters.toCaller(made, to, caller.person().lang(), secret);
      }
      tally.count(asked.area(), "call", "");
      tally.count(asked.area(), "network", minutes(Duration.between(asked.began(), now)));
      return new Outcome.Assembled(id, missing);
    });
  }

  private List<Duty> onDuty(Asked asked, Set<Function> missing) {
    List<AreaCode> there =
        areas.lineage(asked.area()).stream().map(Area::code).collect(Collectors.toList());
    there.add(asked.area());
    List<Duty> found = new ArrayList<>();
    asked.functions().stream()
        .sorted()
        .forEach(function ->
            duties.on(function, there).stream()
                .findFirst()
                .ifPresentOrElse(found::add, () -> missing.add(function)));
    return found;
  }

  private void invite(Caller caller, Network network, Duty duty, Consent.Channel said) {
    UUID member = UUID.randomUUID();
    Consent consent =
        consents.attestTold(
            caller,
            new Consents.Asked(
                network.person(),
                duty.organization(),
                Consent.Purpose.NETWORK_MEMBER,
                TOLD,
                member),
            said);
    String secret = secrets.secret();
    Member made =
        new Member(
            member,
            network.id(),
            duty.function(),
            duty.organization(),
            duty.person(),
            consent.id(),
            Member.State.INVITED,
            false);
    rows.add(made, secret);
    duties.invited(duty, clock.instant());
    tally.count(network.area(), "invited", "");
    letters.invite(made, secret);
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

  /// The worker has read the list of members aloud to the family, who wanted them.
  @Transactional
  public boolean heard(Caller caller, NetworkId id) {
    return house.step(() -> {
      Optional<Network> found =
          rows.hold(id).filter(it -> !it.isOver() && areas(caller).contains(it.area()));
      Network its = found.orElseThrow(Luuri::none);
      open(caller, Action.UPDATE, its.area(), id.toString());
      boolean all = its.members().stream().allMatch(Member::isShown);
      rows.show(id);
      return !all;
    });
  }

  /// Those of the caller's areas, without anything of the families.
  @Transactional
  public List<Line> of(Caller caller) {
    return house.step(() ->
        rows.in(areas(caller), clock.instant().minus(SHOWN)).stream()
            .map(it ->
                new Line(
                    it.id(),
                    it.area(),
                    it.assembledAt(),
                    it.isOver(),
                    it.members(),
                    it.meetings().keySet().stream()
                        .collect(Collectors.toMap(time -> time, it::suiting))))
            .toList());
  }

  @Transactional(readOnly = true)
  public List<Figure> figures(Caller caller) {
    return house.step(() ->
        tally.of(areas(caller)).stream()
            .map(it -> new Figure(it.what(), it.detail(), it.n()))
            .toList());
  }

  /// Whether the link of a caller's letter is good: then it was assembled, and nothing else is
  /// told, not even whether it still stands.
  @Transactional(readOnly = true)
  public boolean wasAssembled(String secret) {
    return house.step(() -> rows.called(secret).isPresent());
  }

  private void open(Caller caller, Action action, AreaCode area, String id) {
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

  private static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.NETWORK);
  }
}
