package fi.rinnalla.workspace;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Moderators;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// New listings that wait for a moderator, for those who look after the area: looked at, published
/// or returned. Nobody else has any ([NoSuchRecord]).
@Component
public class Awaiting {
  /// How much a reason may say.
  public static final int LONGEST = 500;

  private final SheetRows rows;
  private final ReturnedRows returned;
  private final Makers makers;
  private final Directory directory;
  private final Moderators moderators;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Awaiting(
      SheetRows rows,
      ReturnedRows returned,
      Makers makers,
      Directory directory,
      Moderators moderators,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      People people,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.returned = returned;
    this.makers = makers;
    this.directory = directory;
    this.moderators = moderators;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of looking at them.
  public sealed interface Outcome {
    record Done() implements Outcome {}

    /// These were changed, or looked at by somebody else, meanwhile: they stay as they are.
    record Changed(List<UUID> listings) implements Outcome {}

    /// These can't be published as they are now, such as when all their times are over.
    record Faulty(List<UUID> listings) implements Outcome {}
  }

  /// What waits in the caller's area, the longest first.
  @Transactional
  public List<Kept> of(Caller caller) {
    requireModerator(caller);
    moderators.seen(caller);
    return rows.awaiting().stream()
        .filter(it -> moderators.lookAfter(caller, it.organization()))
        .toList();
  }

  @Transactional(readOnly = true)
  public int count(Caller caller) {
    requireModerator(caller);
    return (int)
        rows.awaiting().stream()
            .filter(it -> moderators.lookAfter(caller, it.organization()))
            .count();
  }

  /// Publishes those that are still as the moderator saw them; the others keep waiting.
  ///
  /// @param seen the version that was looked at, by listing
  @Transactional
  public Outcome approve(Caller caller, Map<UUID, Integer> seen, Lang lang) {
    List<UUID> changed = new ArrayList<>();
    List<UUID> faulty = new ArrayList<>();
    // In the order of ids, so that two moderators don't wait for each other.
    new TreeMap<>(seen)
        .forEach((id, version) -> {
          Kept was = rows.hold(id).orElse(null);
          if (was == null || was.state() != Kept.State.AWAITING || was.version() != version) {
            changed.add(id);
            return;
          }
          open(caller, was);
          Organization organization =
              directory.find(was.organization()).map(Listing::record).orElseThrow();
          Maker.Made<?> made =
              makers.publish(was, organization, lang, place -> open(caller, was, place));
          if (made.record() == null) {
            faulty.add(id);
            return;
          }
          put(next(was.with(made.sheet()), Kept.State.PUBLISHED, caller));
        });
    moderators.seen(caller);
    if (!changed.isEmpty()) {
      return new Outcome.Changed(changed);
    }
    return faulty.isEmpty() ? new Outcome.Done() : new Outcome.Faulty(faulty);
  }

  /// Gives a listing back to its editor as a draft, with a reason.
  @Transactional
  public Outcome giveBack(Caller caller, UUID id, int version, String reason) {
    Kept was = rows.hold(id).orElse(null);
    if (was == null || was.state() != Kept.State.AWAITING || was.version() != version) {
      requireModerator(caller);
      return new Outcome.Changed(List.of(id));
    }
    open(caller, was);
    put(next(was, Kept.State.DRAFT, caller));
    house.step(() -> {
      returned.put(was, reason.strip(), clock.instant());
      people.find(new PersonId(was.changedBy())).ifPresent(it -> tell(it, was));
      return was;
    });
    moderators.seen(caller);
    return new Outcome.Done();
  }

  /// The reason itself is behind the link: the letter may lie open on a table.
  private void tell(Person editor, Kept was) {
    Lang lang = editor.lang();
    EmailAddress.find(String.valueOf(editor.email()))
        .ifPresent(to ->
            notifications.send(
                Letter.calm(
                        to,
                        lang,
                        messages.say(lang, "workspace.returned.letter.subject"),
                        List.of(messages.say(lang, "workspace.returned.letter.text")),
                        "workspace/returned/" + was.id() + "/" + was.version())
                    .withLink(
                        messages.say(lang, "workspace.returned.letter.link"),
                        site.of(Route.WORKSPACE.path(lang, was.organization().toString())))));
  }

  private void open(Caller caller, Kept was) {
    open(caller, was, makers.of(was.kind()).type(), was.id().toString());
  }

  private void open(Caller caller, Kept was, Location place) {
    open(caller, was, RecordType.PLACE, place.id().toString());
  }

  private void open(Caller caller, Kept was, RecordType type, String id) {
    Set<Relation> relations =
        moderators.lookAfter(caller, was.organization()) ? Set.of(Relation.REGION) : Set.of();
    gate.open(caller, Action.MODERATE, type, id, relations, null);
  }

  private void requireModerator(Caller caller) {
    if (!gate.may(caller, Action.MODERATE, RecordType.EVENT, Set.of(Relation.REGION))) {
      throw new NoSuchRecord(RecordType.EVENT);
    }
  }

  /// What is looked at is no longer the region's to see, so the house writes it.
  private void put(Kept next) {
    house.step(() -> {
      rows.put(next);
      return next;
    });
  }

  private Kept next(Kept was, Kept.State state, Caller caller) {
    return was.changed(state, was.sheet(), clock.instant(), caller.person().id().value()).next();
  }
}
