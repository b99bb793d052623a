package fi.rinnalla.pictures;

import fi.rinnalla.directory.Directory;
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
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.workspace.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// New pictures that wait for a moderator, for those who look after the area. Nobody else has any
/// ([NoSuchRecord]).
@Component
public class WaitingPictures {
  private final PictureRows rows;
  private final InSight sight;
  private final Directory directory;
  private final Moderators moderators;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final People people;
  private final Gate gate;
  private final HouseWork house;

  WaitingPictures(
      PictureRows rows,
      InSight sight,
      Directory directory,
      Moderators moderators,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      People people,
      Gate gate,
      HouseWork house) {
    this.rows = rows;
    this.sight = sight;
    this.directory = directory;
    this.moderators = moderators;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.people = people;
    this.gate = gate;
    this.house = house;
  }

  /// What became of looking at one.
  public enum Outcome {
    DONE,
    /// Its editor changed it, or a colleague was first: nothing has changed.
    CHANGED
  }

  /// A picture that waits, and what it is of.
  ///
  /// @param title of the listing; nothing of a logo
  public record Waiting(Picture picture, Text organization, Text title) {}

  /// What waits in the caller's area, the longest first.
  @Transactional
  public List<Waiting> of(Caller caller) {
    moderators.seen(caller);
    return waiting(caller).stream().map(this::described).toList();
  }

  private Waiting described(Picture picture) {
    return new Waiting(
        picture,
        directory.find(picture.organization()).map(it -> it.record().name()).orElse(Text.none()),
        sight
            .listing(picture.subject())
            .map(it -> it.sheet().text(Field.TITLE))
            .orElse(Text.none()));
  }

  @Transactional(readOnly = true)
  public int count(Caller caller) {
    return waiting(caller).size();
  }

  private List<Picture> waiting(Caller caller) {
    requireModerator(caller);
    return house.step(rows::awaiting).stream()
        .filter(it -> moderators.lookAfter(caller, it.organization()))
        .toList();
  }

  /// Lets families see it.
  ///
  /// @param version that was looked at
  @Transactional
  public Outcome show(Caller caller, PictureId id, int version) {
    return settle(
        caller, id, version, picture -> rows.letBeSeen(picture.subject(), picture.version() + 1));
  }

  /// Takes it away in all its sizes, and tells its editor why.
  ///
  /// @param version that was looked at
  @Transactional
  public Outcome refuse(Caller caller, PictureId id, int version, Refusal why) {
    return settle(
        caller,
        id,
        version,
        picture -> {
          people.find(new PersonId(rows.changedBy(id))).ifPresent(it -> tell(it, picture, why));
          rows.remove(picture.subject());
        });
  }

  private interface Settling {
    void of(Picture picture);
  }

  private Outcome settle(Caller caller, PictureId id, int version, Settling settling) {
    requireModerator(caller);
    moderators.seen(caller);
    // The waiting rows are the organization's own; the house looks them up for the region. Between
    // finding and holding another may have come in its place, so it is found once more.
    Optional<Picture> was =
        house.step(() ->
            rows.find(id)
                .filter(it -> rows.hold(it.subject()) == version)
                .flatMap(_ -> rows.find(id))
                .filter(it -> it.version() == version && it.awaiting()));
    if (was.isEmpty()) {
      return Outcome.CHANGED;
    }
    Picture picture = was.get();
    Set<Relation> relations =
        moderators.lookAfter(caller, picture.organization()) ? Set.of(Relation.REGION) : Set.of();
    gate.open(
        caller,
        Action.MODERATE,
        RecordType.PICTURE,
        picture.subject().id().toString(),
        relations,
        null);
    house.step(() -> {
      settling.of(picture);
      return picture;
    });
    return Outcome.DONE;
  }

  private void tell(Person editor, Picture picture, Refusal why) {
    Lang lang = editor.lang();
    EmailAddress.find(String.valueOf(editor.email()))
        .ifPresent(to ->
            notifications.send(
                Letter.calm(
                        to,
                        lang,
                        messages.say(lang, "pictures.refused.letter.subject"),
                        List.of(
                            messages.say(lang, "pictures.refused." + why.code()),
                            messages.say(lang, "pictures.refused.letter.text")),
                        "pictures/refused/" + picture.id() + "/" + picture.version())
                    .withLink(
                        messages.say(lang, "pictures.refused.letter.link"),
                        site.of(Route.WORKSPACE.path(lang, picture.organization().toString())))));
  }

  private void requireModerator(Caller caller) {
    if (!gate.may(caller, Action.MODERATE, RecordType.PICTURE, Set.of(Relation.REGION))) {
      throw new NoSuchRecord(RecordType.PICTURE);
    }
  }
}
