package fi.rinnalla.upkeep;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the reports: told by visitors, settled by the organization whose listing it is or by
/// the area's staff. To anybody else there are none ([NoSuchRecord]).
@Component
public class Reports {
  /// How much one may write.
  public static final int LONGEST = 500;

  private static final Set<Report.State> OPEN =
      EnumSet.of(Report.State.OPEN, Report.State.FORWARDED);

  private final ReportRows rows;
  private final Subjects subjects;
  private final Reach reach;
  private final ForwardLetter letter;
  private final Moderators moderators;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final ModerationSettings settings;
  private final Clock clock;

  Reports(
      ReportRows rows,
      Subjects subjects,
      Reach reach,
      ForwardLetter letter,
      Moderators moderators,
      People people,
      Gate gate,
      HouseWork house,
      ModerationSettings settings,
      Clock clock) {
    this.rows = rows;
    this.subjects = subjects;
    this.reach = reach;
    this.letter = letter;
    this.moderators = moderators;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.settings = settings;
    this.clock = clock;
  }

  /// Which reports a list shows.
  public enum Shelf {
    OPEN,
    FORWARDED,
    SETTLED;

    private Set<Report.State> states() {
      return switch (this) {
        case OPEN -> Reports.OPEN;
        case FORWARDED -> EnumSet.of(Report.State.FORWARDED);
        case SETTLED -> EnumSet.complementOf(EnumSet.copyOf(Reports.OPEN));
      };
    }

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Shelf of(String code) {
      for (Shelf shelf : values()) {
        if (shelf.code().equals(code)) {
          return shelf;
        }
      }
      return OPEN;
    }
  }

  /// What became of an answer.
  public sealed interface Outcome {
    record Done() implements Outcome {}

    /// Somebody was first, and nothing has changed.
    ///
    /// @param name what the first wants to be called; empty when that is none of the caller's
    ///   business, or they have left
    record AlreadySettled(Report report, String name) implements Outcome {}

    /// The organization has nobody who could be written to.
    record NobodyToWriteTo() implements Outcome {}
  }

  /// Keeps what a visitor told of a record. Not written to the audit log: there is nobody to name.
  public void report(Seen about, What what, String words) {
    OrganizationId organization = about.organization();
    add(
        about.subject(),
        organization == null ? null : organization.value(),
        about.areas(),
        what,
        words);
  }

  /// Keeps what an organization told to be wrong in a record of its own.
  void toldBy(OrganizationId organization, Subject about, String words) {
    Set<AreaCode> areas =
        subjects.find(about).map(Seen::areas).orElseGet(() -> subjects.areasOf(organization));
    add(about, organization.value(), areas, What.BY_ORGANIZATION, words);
  }

  /// Keeps what a visitor said to be missing.
  ///
  /// @param town where, in the visitor's words; may be empty
  public void suggest(What what, String words, String town) {
    boolean toTell = !town.isBlank() && !subjects.knows(town);
    add(
        new Subject(Subject.Kind.SUGGESTION, null),
        null,
        subjects.areasOf(town),
        what,
        toTell ? words + " (" + town.strip() + ")" : words);
  }

  private void add(
      Subject subject, @Nullable UUID organization, Set<AreaCode> areas, What what, String words) {
    Report report =
        new Report(
            UUID.randomUUID(),
            subject,
            organization,
            areas,
            what,
            words.isBlank() ? null : words.strip(),
            clock.instant(),
            Report.State.OPEN,
            null);
    house.step(() -> {
      rows.add(report);
      return report;
    });
  }

  /// What was told of the organization's listings, for one of its own.
  @Transactional(readOnly = true)
  public List<Matter> of(Caller caller, OrganizationId organization, Shelf shelf) {
    requireOwn(caller, organization);
    return Matter.of(
        rows.list(organization.value(), Set.of(), shelf.states(), shelf == Shelf.SETTLED));
  }

  @Transactional(readOnly = true)
  public int countOpen(Caller caller, OrganizationId organization) {
    requireOwn(caller, organization);
    return rows.count(organization.value(), Set.of(), OPEN);
  }

  /// What was told of the caller's area.
  @Transactional
  public List<Matter> inRegion(Caller caller, Shelf shelf, boolean newestFirst) {
    moderators.seen(caller);
    return Matter.of(rows.list(null, region(caller), shelf.states(), newestFirst));
  }

  @Transactional(readOnly = true)
  public int countInRegion(Caller caller, Shelf shelf) {
    return rows.count(null, region(caller), shelf.states());
  }

  /// When what has waited longest in the caller's area was told.
  @Transactional(readOnly = true)
  public Optional<Instant> waitingSince(Caller caller) {
    return rows.oldest(region(caller), OPEN);
  }

  /// One report with all that waits, or is settled, of the same record.
  @Transactional
  public Matter get(Caller caller, UUID id) {
    Report report = rows.find(id).orElseThrow(() -> new NoSuchRecord(RecordType.REPORT));
    gate.open(
        caller, Action.READ, RecordType.REPORT, id.toString(), relations(caller, report), null);
    moderators.seen(caller);
    if (report.subject().record() == null) {
      return new Matter(List.of(report));
    }
    boolean settled = report.state().isSettled();
    return new Matter(
        rows.about(report.subject()).stream()
            .filter(it -> it.state().isSettled() == settled)
            .filter(it -> !relations(caller, it).isEmpty())
            .toList());
  }

  /// Settles reports on one record, all or none: those that the caller has seen, and none that came
  /// meanwhile.
  @Transactional
  public Outcome settle(Caller caller, Collection<UUID> ids, Answer answer) {
    return move(caller, Action.UPDATE, ids, it -> it.settled(answer));
  }

  /// Asks the organization by a letter to look at them.
  @Transactional
  public Outcome forward(Caller caller, Collection<UUID> ids) {
    List<Report> held = held(ids);
    Seen about = subjects.find(held.getFirst().subject()).orElse(null);
    if (about == null || !letter.hasReader(about)) {
      return new Outcome.NobodyToWriteTo();
    }
    Outcome outcome = move(caller, Action.MODERATE, ids, Report.State::forwarded);
    if (outcome instanceof Outcome.Done) {
      letter.send(about, held);
    }
    return outcome;
  }

  private Outcome move(
      Caller caller, Action action, Collection<UUID> ids, UnaryOperator<Report.State> step) {
    List<Report> held = held(ids);
    for (Report report : held) {
      if (!gate.may(caller, action, RecordType.REPORT, relations(caller, report))) {
        throw new NoSuchRecord(RecordType.REPORT);
      }
    }
    for (Report report : held) {
      if (report.state().isSettled()) {
        return new Outcome.AlreadySettled(report, nameOf(caller, report));
      }
    }
    for (Report report : held) {
      Set<Relation> relations = relations(caller, report);
      gate.open(caller, action, RecordType.REPORT, report.id().toString(), relations, null);
      Report.State next = step.apply(report.state());
      boolean region = !relations.contains(Relation.ORGANIZATION);
      rows.move(
          report.id(),
          next,
          next.isSettled()
              ? new Report.Settled(caller.person().id().value(), region, clock.instant())
              : null);
    }
    moderators.seen(caller);
    return new Outcome.Done();
  }

  private List<Report> held(Collection<UUID> ids) {
    List<Report> held = rows.hold(Set.copyOf(ids));
    boolean one = held.stream().map(Report::subject).distinct().count() == 1;
    if (!one || held.size() != Set.copyOf(ids).size()) {
      throw new NoSuchRecord(RecordType.REPORT);
    }
    return held;
  }

  /// The name of whoever settled it, for those who work on the same side: an organization isn't
  /// told who on the region's staff it was, nor the other way round.
  public String nameOf(Caller caller, Report report) {
    Report.Settled settled = report.settled();
    if (settled == null
        || settled.region() == relations(caller, report).contains(Relation.ORGANIZATION)) {
      return "";
    }
    return house.step(() -> people.find(new PersonId(settled.by())).map(Person::name).orElse(""));
  }

  /// Erases the words of what was settled long ago.
  int eraseOldWords() {
    return house.step(() -> rows.erase(clock.instant().minus(settings.keepWords())));
  }

  private Set<Relation> relations(Caller caller, Report report) {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    if (report.organization() != null && caller.organizations().contains(report.organization())) {
      relations.add(Relation.ORGANIZATION);
    }
    if (!Collections.disjoint(reach.of(caller), report.areas())) {
      relations.add(Relation.REGION);
    }
    return relations;
  }

  private Set<AreaCode> region(Caller caller) {
    if (!gate.may(caller, Action.READ, RecordType.QUEUE, Set.of(Relation.REGION))) {
      throw new NoSuchRecord(RecordType.QUEUE);
    }
    return reach.of(caller);
  }

  private void requireOwn(Caller caller, OrganizationId organization) {
    Set<Relation> relations =
        caller.organizations().contains(organization.value())
            ? Set.of(Relation.ORGANIZATION)
            : Set.of();
    if (!gate.may(caller, Action.READ, RecordType.REPORT, relations)) {
      throw new NoSuchRecord(RecordType.REPORT);
    }
  }
}
