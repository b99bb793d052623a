package fi.rinnalla.networks;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.families.Consent;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Consents;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who is on duty where a family lives, and how they are asked: by a consent that names their
/// organization and a letter that names nobody.
@Component
class OnCall {
  /// What a member may know of the family: the list of functions tells them the rest.
  static final Set<Disclosed> TOLD = EnumSet.of(Disclosed.NAME, Disclosed.CONTACT);

  private final NetworkRows rows;
  private final DutyRows duties;
  private final NetworkTally tally;
  private final NetworkLetters letters;
  private final Consents consents;
  private final SignInLinks secrets;
  private final Areas areas;
  private final Clock clock;

  OnCall(
      NetworkRows rows,
      DutyRows duties,
      NetworkTally tally,
      NetworkLetters letters,
      Consents consents,
      SignInLinks secrets,
      Areas areas,
      Clock clock) {
    this.rows = rows;
    this.duties = duties;
    this.tally = tally;
    this.letters = letters;
    this.consents = consents;
    this.secrets = secrets;
    this.areas = areas;
    this.clock = clock;
  }

  /// For each function whoever was asked longest ago.
  ///
  /// @param missing gets those for which there is nobody
  List<Duty> onDuty(Luuri.Asked asked, Set<Function> missing) {
    List<Duty> found = new ArrayList<>();
    asked.functions().stream()
        .sorted()
        .forEach(function ->
            on(function, asked.area()).stream()
                .findFirst()
                .ifPresentOrElse(found::add, () -> missing.add(function)));
    return found;
  }

  /// Who could be asked in a member's place: nobody who was asked into this network before.
  Optional<Duty> insteadOf(Network its, Member member) {
    return on(member.function(), its.area()).stream()
        .filter(duty -> its.members().stream().noneMatch(it -> it.person().equals(duty.person())))
        .findFirst();
  }

  /// On duty there, or in a larger area around it; held.
  private List<Duty> on(Function function, AreaCode area) {
    List<AreaCode> there =
        areas.lineage(area).stream().map(Area::code).collect(Collectors.toList());
    there.add(area);
    return duties.on(function, there);
  }

  void invite(Caller caller, Network network, Duty duty, Consent.Channel said) {
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
}
