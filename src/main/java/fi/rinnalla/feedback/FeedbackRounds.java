package fi.rinnalla.feedback;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the rounds, for those who open one and those who are told of it. To anybody else
/// there is none ([NoSuchRecord]).
@Component
public class FeedbackRounds {
  /// Over how long a time a round reaches, so that what is written early in it isn't kept much
  /// longer than what is written late.
  static final Period LONGEST = Period.ofMonths(6);

  /// How many times one can be told of together.
  public static final int MOST_SITTINGS = 60;

  private static final int MOST_PARTNERS = 30;
  public static final int LONGEST_TITLE = 150;

  /// 128 bits, as one would want of any key.
  private static final int TOKEN_BYTES = 16;

  private final FeedbackRows rows;
  private final AnswerRows answers;
  private final OwnRounds own;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  FeedbackRounds(
      FeedbackRows rows,
      AnswerRows answers,
      OwnRounds own,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.answers = answers;
    this.own = own;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// A round as one of the organizations that may see it does.
  ///
  /// @param owner whether it is that organization's own
  /// @param atLeast how many have answered while it is open: 0, 5, 10 and so on, for an exact
  ///   number that grows tells when somebody answered
  public record Shown(Round round, List<Sitting> sittings, boolean owner, int atLeast) {
    public Shown {
      sittings = List.copyOf(sittings);
    }

    /// Whether what is asked and who is told stay as they are: from when the first link opens, not
    /// from the first answer, or trying to change them would tell whether somebody has answered.
    public boolean isLocked(Instant now) {
      return hasOpened(sittings, now);
    }

    /// When the last of its links closes.
    public Optional<Instant> closesAt() {
      return sittings.stream().map(Sitting::closesAt).max(Comparator.naturalOrder());
    }
  }

  @Transactional
  public Outcome open(Caller caller, UUID organization, Opening opening) {
    Caller here = caller.within(organization);
    Set<Relation> relations = OwnRounds.own(here, organization);
    if (!gate.may(here, Action.CREATE, RecordType.FEEDBACK, relations)) {
      throw new NoSuchRecord(RecordType.FEEDBACK);
    }
    Outcome fault = fault(opening.title(), opening.partners());
    if (fault != null) {
      return fault;
    }
    if (opening.occasions().isEmpty()) {
      return new Outcome.NoTimes();
    }
    if (isTooMuch(opening.occasions(), List.of())) {
      return new Outcome.TooMuch();
    }
    UUID id = UUID.randomUUID();
    gate.open(here, Action.CREATE, RecordType.FEEDBACK, id.toString(), relations, null);
    begin(id, organization, opening);
    return new Outcome.Done(id);
  }

  void begin(UUID id, UUID organization, Opening opening) {
    Set<UUID> partners = new HashSet<>(opening.partners());
    partners.remove(organization);
    rows.add(
        new Round(
            id,
            organization,
            partners,
            opening.about(),
            opening.title(),
            opening.questions(),
            Round.State.OPEN,
            false,
            0,
            null,
            null,
            null,
            "",
            false));
    opening.occasions().forEach(it -> rows.add(sitting(id, it), organization));
  }

  /// Lets more times be told of, also when somebody has answered.
  @Transactional
  public Outcome add(
      Caller caller, UUID organization, UUID round, List<Opening.Occasion> occasions) {
    Round held = own.held(caller, organization, round);
    if (occasions.isEmpty()) {
      return new Outcome.NoTimes();
    }
    if (held.state() != Round.State.OPEN) {
      return new Outcome.NotNow();
    }
    if (isTooMuch(occasions, rows.sittings(round))) {
      return new Outcome.TooMuch();
    }
    occasions.forEach(it -> rows.add(sitting(round, it), organization));
    return own.done(caller, held);
  }

  /// Takes out a time that nobody can have answered about yet.
  @Transactional
  public Outcome remove(Caller caller, UUID organization, UUID round, UUID sitting) {
    Round held = own.held(caller, organization, round);
    Sitting found =
        rows.sittings(round).stream()
            .filter(it -> it.id().equals(sitting))
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord(RecordType.FEEDBACK));
    if (found.at(clock.instant()) != Sitting.State.NOT_YET) {
      return new Outcome.NotNow();
    }
    rows.remove(sitting);
    return own.done(caller, held);
  }

  private static boolean hasOpened(List<Sitting> sittings, Instant now) {
    return sittings.stream().anyMatch(it -> it.at(now) != Sitting.State.NOT_YET);
  }

  /// Changes what is asked and who is told, until the first link opens.
  @Transactional
  public Outcome ask(
      Caller caller,
      UUID organization,
      UUID round,
      Text title,
      Set<UUID> partners,
      Questions questions) {
    Round held = own.held(caller, organization, round);
    if (held.locked()
        || held.state() != Round.State.OPEN
        || hasOpened(rows.sittings(round), clock.instant())) {
      return new Outcome.Locked();
    }
    Set<UUID> others = new HashSet<>(partners);
    others.remove(organization);
    Outcome fault = fault(title, others);
    if (fault != null) {
      return fault;
    }
    rows.ask(round, title, others, questions);
    return own.done(caller, held);
  }

  /// The organization's own rounds, and those whose partner it is.
  @Transactional(readOnly = true)
  public List<Round> of(Caller caller, UUID organization) {
    Caller here = caller.within(organization);
    Set<Relation> relations =
        here.organizations().contains(organization)
            ? Set.of(Relation.ORGANIZATION, Relation.ASSIGNED)
            : Set.of();
    if (!gate.may(here, Action.READ, RecordType.FEEDBACK, relations)) {
      throw new NoSuchRecord(RecordType.FEEDBACK);
    }
    return rows.of(organization);
  }

  @Transactional
  public Shown get(Caller caller, UUID organization, UUID round) {
    Caller here = caller.within(organization);
    Round found = rows.find(round).orElseThrow(() -> new NoSuchRecord(RecordType.FEEDBACK));
    Set<Relation> relations = OwnRounds.relations(here, organization, found);
    gate.open(here, Action.READ, RecordType.FEEDBACK, round.toString(), relations, null);
    boolean owner = found.isOf(organization);
    int answered = owner ? house.step(() -> answers.count(round)) : 0;
    return new Shown(
        found, rows.sittings(round), owner, answered / Figures.FEWEST * Figures.FEWEST);
  }

  private static @Nullable Outcome fault(Text title, Set<UUID> partners) {
    boolean tooLong =
        Stream.of(title.fi(), title.sv(), title.en())
            .anyMatch(it -> it != null && it.length() > LONGEST_TITLE);
    if (title.isEmpty() || tooLong) {
      return new Outcome.NoTitle();
    }
    return partners.size() > MOST_PARTNERS ? new Outcome.TooMuch() : null;
  }

  private static boolean isTooMuch(List<Opening.Occasion> added, List<Sitting> there) {
    List<Instant> ends = new ArrayList<>();
    added.forEach(it -> ends.add(it.endsAt()));
    there.forEach(it -> ends.add(it.endsAt()));
    ends.sort(Comparator.naturalOrder());
    Instant latest = ends.getFirst().atZone(Zone.HELSINKI).plus(LONGEST).toInstant();
    return ends.size() > MOST_SITTINGS || ends.getLast().isAfter(latest);
  }

  private Sitting sitting(UUID round, Opening.Occasion occasion) {
    // In small letters, as all our addresses are.
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    return new Sitting(
        UUID.randomUUID(),
        round,
        occasion.title(),
        occasion.startsAt(),
        occasion.endsAt(),
        HexFormat.of().formatHex(token));
  }
}
