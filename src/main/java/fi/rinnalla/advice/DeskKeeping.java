package fi.rinnalla.advice;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An organization's desks: what they are called, when they answer, who runs them together. What is
/// said there nobody sees here.
@Component
public class DeskKeeping {
  private static final int MOST_DESKS = 10;
  private static final int MOST_ORGANIZATIONS = 12;
  private static final int MOST_WINDOWS = 42;
  private static final int MOST_EXCEPTIONS = 60;
  private static final int LONGEST_EXCEPTION_DAYS = 366;

  private final DeskRows rows;
  private final Desks desks;
  private final Conversation conversation;
  private final Directory directory;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  DeskKeeping(
      DeskRows rows,
      Desks desks,
      Conversation conversation,
      Directory directory,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.desks = desks;
    this.conversation = conversation;
    this.directory = directory;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of a change.
  public enum Outcome {
    DONE,
    NO_NAME,
    NO_LANGUAGE,
    /// A number that isn't between its bounds.
    BAD_NUMBER,
    /// A time that can't be read, or one that ends before it begins.
    BAD_TIME,
    /// Two windows of a day have a time in common.
    OVERLAP,
    /// Days that can't be read, are in the wrong order, over already, or more than a year.
    BAD_DAYS,
    NO_REASON,
    TOO_LONG,
    TOO_MANY,
    NO_ORGANIZATION,
    /// Somebody must run it.
    LAST_ORGANIZATION
  }

  /// A desk as those who keep it see it.
  public record Kept(Desks.Shown shown, DutyHours hours) {
    public AdviceDesk desk() {
      return shown.desk();
    }
  }

  @Transactional
  public List<Kept> of(Caller caller, UUID organization) {
    require(caller, organization, Action.READ);
    return house.step(() -> rows.of(organization).stream().map(this::kept).toList());
  }

  @Transactional
  public Kept get(Caller caller, UUID organization, UUID desk) {
    require(caller, organization, Action.READ);
    return house.step(() -> kept(ours(organization, desk)));
  }

  Kept kept(AdviceDesk desk) {
    return new Kept(desks.shown(desk), rows.hours(desk.id()));
  }

  /// What a desk is called and how it answers, as typed.
  public record Told(Text name, List<Lang> languages, int mostWaiting, int answerHours) {
    public Told {
      languages = List.copyOf(languages);
    }

    Outcome fault() {
      if (name.isEmpty()) {
        return Outcome.NO_NAME;
      }
      if (isLonger(name, AdviceDesk.LONGEST_NAME)) {
        return Outcome.TOO_LONG;
      }
      if (languages.isEmpty()) {
        return Outcome.NO_LANGUAGE;
      }
      boolean good =
          mostWaiting >= 1
              && mostWaiting <= AdviceDesk.MOST_WAITING
              && answerHours >= 1
              && answerHours <= AdviceDesk.MOST_HOURS;
      return good ? Outcome.DONE : Outcome.BAD_NUMBER;
    }
  }

  static boolean isLonger(Text text, int longest) {
    return Stream.of(text.fi(), text.sv(), text.en())
        .anyMatch(it -> it != null && it.length() > longest);
  }

  /// @param id for the new desk
  @Transactional
  public Outcome found(Caller caller, UUID organization, UUID id, Told told) {
    Caller here = require(caller, organization, Action.CREATE);
    if (told.fault() != Outcome.DONE) {
      return told.fault();
    }
    return house.step(() -> {
      if (rows.of(organization).size() >= MOST_DESKS) {
        return Outcome.TOO_MANY;
      }
      AdviceDesk desk = desk(id, Set.of(organization), told);
      rows.put(desk, clock.instant());
      return done(here, organization, Action.CREATE, id);
    });
  }

  @Transactional
  public Outcome tell(Caller caller, UUID organization, UUID desk, Told told) {
    Caller here = require(caller, organization, Action.UPDATE);
    if (told.fault() != Outcome.DONE) {
      return told.fault();
    }
    return house.step(() -> {
      AdviceDesk held = held(organization, desk);
      rows.put(desk(desk, held.organizations(), told), clock.instant());
      return done(here, organization, Action.UPDATE, desk);
    });
  }

  private AdviceDesk desk(UUID id, Set<UUID> organizations, Told told) {
    return new AdviceDesk(
        id,
        told.name(),
        organizations,
        areas(organizations),
        told.languages(),
        told.mostWaiting(),
        told.answerHours());
  }

  private Set<AreaCode> areas(Set<UUID> organizations) {
    return directory
        .organizations(organizations.stream().map(OrganizationId::new).toList())
        .stream()
        .map(it -> it.record().area())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /// Runs it together with another organization, or no more.
  @Transactional
  public Outcome share(Caller caller, UUID organization, UUID desk, UUID other, boolean together) {
    Caller here = require(caller, organization, Action.UPDATE);
    return house.step(() -> {
      AdviceDesk held = held(organization, desk);
      Set<UUID> next = new HashSet<>(held.organizations());
      if (together && directory.find(new OrganizationId(other)).isEmpty()) {
        return Outcome.NO_ORGANIZATION;
      }
      boolean _ = together ? next.add(other) : next.remove(other);
      if (next.isEmpty()) {
        return Outcome.LAST_ORGANIZATION;
      }
      if (next.size() > MOST_ORGANIZATIONS) {
        return Outcome.TOO_MANY;
      }
      rows.put(
          new AdviceDesk(
              desk,
              held.name(),
              next,
              areas(next),
              held.languages(),
              held.mostWaiting(),
              held.answerHours()),
          clock.instant());
      return done(here, organization, Action.UPDATE, desk);
    });
  }

  @Transactional
  public Outcome week(Caller caller, UUID organization, UUID desk, List<DutyWindow> week) {
    Caller here = require(caller, organization, Action.UPDATE);
    if (week.size() > MOST_WINDOWS) {
      return Outcome.TOO_MANY;
    }
    boolean overlap =
        week.stream().anyMatch(it -> week.stream().anyMatch(o -> o != it && o.overlaps(it)));
    if (overlap) {
      return Outcome.OVERLAP;
    }
    return house.step(() -> {
      held(organization, desk);
      rows.putWeek(desk, week);
      conversation.stirred(desk);
      return done(here, organization, Action.UPDATE, desk);
    });
  }

  @Transactional
  public Outcome except(Caller caller, UUID organization, UUID desk, DutyException exception) {
    Caller here = require(caller, organization, Action.UPDATE);
    if (exception.reason().isEmpty()) {
      return Outcome.NO_REASON;
    }
    if (isLonger(exception.reason(), DutyException.LONGEST_REASON)) {
      return Outcome.TOO_LONG;
    }
    if (exception.first().plusDays(LONGEST_EXCEPTION_DAYS).isBefore(exception.last())) {
      return Outcome.BAD_DAYS;
    }
    return house.step(() -> {
      held(organization, desk);
      if (rows.hours(desk).exceptions().size() >= MOST_EXCEPTIONS) {
        return Outcome.TOO_MANY;
      }
      rows.put(desk, exception);
      return done(here, organization, Action.UPDATE, desk);
    });
  }

  @Transactional
  public Outcome asUsual(Caller caller, UUID organization, UUID desk, UUID exception) {
    Caller here = require(caller, organization, Action.UPDATE);
    return house.step(() -> {
      held(organization, desk);
      rows.deleteException(desk, exception);
      return done(here, organization, Action.UPDATE, desk);
    });
  }

  private Caller require(Caller caller, UUID organization, Action action) {
    Caller here = caller.within(organization);
    boolean known = directory.find(new OrganizationId(organization)).isPresent();
    if (!known || !gate.may(here, action, RecordType.DESK, theirs(here, organization))) {
      throw none();
    }
    return here;
  }

  private AdviceDesk ours(UUID organization, UUID desk) {
    return rows.find(desk).filter(it -> it.isOf(organization)).orElseThrow(DeskKeeping::none);
  }

  private AdviceDesk held(UUID organization, UUID desk) {
    return rows.hold(desk).filter(it -> it.isOf(organization)).orElseThrow(DeskKeeping::none);
  }

  private Outcome done(Caller here, UUID organization, Action action, UUID desk) {
    gate.open(here, action, RecordType.DESK, desk.toString(), theirs(here, organization), null);
    return Outcome.DONE;
  }

  static Set<Relation> theirs(Caller here, UUID organization) {
    return here.organizations().contains(organization) ? Set.of(Relation.ORGANIZATION) : Set.of();
  }

  static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.DESK);
  }
}
