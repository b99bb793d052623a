package fi.rinnalla.pictures;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.upkeep.Moderators;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door of the pictures.
@Component
public class Pictures {
  private final PictureRows rows;
  private final Renditions renditions;
  private final InSight sight;
  private final Workspace workspace;
  private final Moderators moderators;
  private final Gate gate;
  private final HouseWork house;
  private final TransactionTemplate transaction;
  private final PicturesSettings settings;
  private final Semaphore turns;
  private final Clock clock;

  Pictures(
      PictureRows rows,
      Renditions renditions,
      InSight sight,
      Workspace workspace,
      Moderators moderators,
      Gate gate,
      HouseWork house,
      PlatformTransactionManager transactions,
      PicturesSettings settings,
      Clock clock) {
    this.rows = rows;
    this.renditions = renditions;
    this.sight = sight;
    this.workspace = workspace;
    this.moderators = moderators;
    this.gate = gate;
    this.house = house;
    this.transaction = new TransactionTemplate(transactions);
    this.settings = settings;
    this.turns = new Semaphore(settings.atOnce());
    this.clock = clock;
  }

  /// What became of a save.
  public sealed interface Saved {
    record Done() implements Saved {}

    /// Nothing has changed.
    record Faulty(List<Fault> faults) implements Saved {}

    /// Somebody else changed it meanwhile; nothing has changed.
    record Stale() implements Saved {}

    /// As many pictures are being made as may be; nothing has changed.
    record Busy() implements Saved {}
  }

  /// What a form says of a picture.
  ///
  /// @param version what this editor began from; 0 when there was none
  /// @param upload null when only the words change
  /// @param alt what is seen in it
  /// @param promised that one may use it, and that whoever is known from it has agreed
  /// @param lang the language of the form, in which the words can't be missing
  public record Typed(
      int version, @Nullable Upload upload, Text alt, boolean promised, Lang lang) {}

  /// A picture as it goes to a browser.
  ///
  /// @param inSight whether everybody may see it
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  public record File(byte[] bytes, boolean png, boolean inSight) {}

  /// The picture of what a public page shows; the page has asked whether it may.
  public Optional<Picture> find(Subject subject) {
    return house.step(() -> rows.find(subject)).filter(it -> !it.awaiting());
  }

  /// The picture, for one of its organization.
  public Optional<Picture> find(Caller caller, OrganizationId organization, Subject subject) {
    require(caller, Action.READ, organization, subject);
    return Objects.requireNonNull(transaction.execute(_ -> rows.find(subject)));
  }

  /// A picture to be shown: of what is in sight to everybody, of a draft to its own organization,
  /// of what waits for a moderator to those as well.
  public File file(Caller caller, PictureId id, int width) {
    Picture picture =
        house.step(() -> rows.find(id)).orElseThrow(() -> new NoSuchRecord(RecordType.PICTURE));
    boolean inSight = !picture.awaiting() && sight.is(picture.subject());
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    relations.addAll(relations(caller, picture.organization()));
    if (inSight) {
      relations.add(Relation.PUBLISHED);
    } else if ((picture.awaiting() || sight.waits(picture.subject()))
        && moderators.lookAfter(caller, picture.organization())) {
      relations.add(Relation.REGION);
    }
    gate.open(caller, Action.READ, RecordType.PICTURE, id.value(), relations, null);
    byte[] bytes =
        house
            .step(() -> rows.bytes(id, width))
            .orElseThrow(() -> new NoSuchRecord(RecordType.PICTURE));
    return new File(bytes, picture.subject().isLogo(), inSight);
  }

  /// Puts a picture in place of the one there was, or changes its words.
  public Saved save(Caller caller, OrganizationId organization, Subject subject, Typed typed) {
    require(caller, Action.UPDATE, organization, subject);
    Optional<Picture> was = find(caller, organization, subject);
    if (was.map(Picture::version).orElse(0) != typed.version()) {
      return new Saved.Stale();
    }
    List<Fault> faults = faults(typed, was.isPresent());
    Upload upload = typed.upload();
    if (upload == null) {
      return faults.isEmpty() ? describe(caller, organization, subject, typed) : faulty(faults);
    }
    if (upload.size() > settings.largest().toBytes()) {
      faults.addFirst(Fault.file(Fault.Reason.TOO_LARGE, settings.largest().toMegabytes()));
      return faulty(faults);
    }
    if (!turns.tryAcquire()) {
      return new Saved.Busy();
    }
    Renditions.Made made;
    try {
      made =
          renditions.make(
              subject.isLogo() ? Renditions.Use.LOGO : Renditions.Use.LISTING, upload.read());
    } catch (IOException lost) {
      throw new UncheckedIOException("the upload is no longer there", lost);
    } finally {
      turns.release();
    }
    return switch (made) {
      case Renditions.Made.Refused refused -> {
        faults.addFirst(refused.fault());
        yield faulty(faults);
      }
      case Renditions.Made.Done done when !faults.isEmpty() -> faulty(faults);
      case Renditions.Made.Done done ->
          put(caller, organization, subject, typed, done.renditions());
    };
  }

  private static Saved faulty(List<Fault> faults) {
    return new Saved.Faulty(List.copyOf(faults));
  }

  private List<Fault> faults(Typed typed, boolean hasOne) {
    List<Fault> faults = new ArrayList<>();
    if (typed.upload() == null && !hasOne) {
      faults.add(Fault.file(Fault.Reason.NO_FILE, 0));
    }
    if (typed.alt().in(typed.lang()) == null) {
      faults.add(new Fault(alt(typed.lang()), Fault.Reason.NO_ALT, 0));
    }
    for (Lang lang : Lang.values()) {
      String words = typed.alt().in(lang);
      if (words != null && words.length() > settings.longestAlt()) {
        faults.add(new Fault(alt(lang), Fault.Reason.LONG_ALT, settings.longestAlt()));
      }
    }
    if (typed.upload() != null && !typed.promised()) {
      faults.add(new Fault(Fault.PROMISE, Fault.Reason.NO_PROMISE, 0));
    }
    return faults;
  }

  /// The input of the words in a language.
  public static String alt(Lang lang) {
    return "alt_" + lang.code();
  }

  private Saved put(
      Caller caller,
      OrganizationId organization,
      Subject subject,
      Typed typed,
      List<Rendition> made) {
    Picture picture =
        new Picture(
            PictureId.of(made),
            subject,
            organization,
            typed.alt(),
            made.stream().map(Rendition::size).toList(),
            waits(organization, subject),
            typed.version() + 1);
    Action action = typed.version() == 0 ? Action.CREATE : Action.UPDATE;
    return change(
        caller,
        action,
        organization,
        subject,
        typed.version(),
        now -> {
          rows.remove(subject);
          return rows.add(picture, made, now, caller.person().id().value());
        });
  }

  /// Whether a new picture waits for a moderator: where none has been, in place of one that waits,
  /// and on a listing that waits, or it would be changed between their look and their word.
  private boolean waits(OrganizationId organization, Subject subject) {
    return house.step(() -> rows.find(subject)).filter(Picture::awaiting).isPresent()
        || sight.waits(subject)
        || moderators.areAwayFrom(organization);
  }

  private Saved describe(Caller caller, OrganizationId organization, Subject subject, Typed typed) {
    return change(
        caller,
        Action.UPDATE,
        organization,
        subject,
        typed.version(),
        now -> {
          rows.describe(
              subject, typed.alt(), typed.version() + 1, now, caller.person().id().value());
          return true;
        });
  }

  /// Takes a picture away, in all its sizes and at once.
  public Saved remove(Caller caller, OrganizationId organization, Subject subject, int version) {
    require(caller, Action.DELETE, organization, subject);
    return change(
        caller,
        Action.DELETE,
        organization,
        subject,
        version,
        _ -> {
          rows.remove(subject);
          return true;
        });
  }

  private interface Change {
    /// False when somebody else was first.
    boolean at(Instant now);
  }

  /// The one place where an editor's change is written, and the audit log with it.
  private Saved change(
      Caller caller,
      Action action,
      OrganizationId organization,
      Subject subject,
      int version,
      Change change) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          if (rows.hold(subject) != version || !change.at(clock.instant())) {
            status.setRollbackOnly();
            return new Saved.Stale();
          }
          gate.open(
              caller,
              action,
              RecordType.PICTURE,
              subject.id().toString(),
              relations(caller, organization),
              null);
          return new Saved.Done();
        }));
  }

  /// Takes away what nobody needs: pictures of what isn't there any more, or was withdrawn long
  /// ago. Answers with how many.
  int forget() {
    Instant before = clock.instant().minus(settings.keptAfter());
    return Viewer.house(() -> {
      List<Subject> gone =
          Objects.requireNonNull(transaction.execute(_ -> rows.subjects())).stream()
              .filter(it -> sight.isGone(it, before))
              .toList();
      transaction.executeWithoutResult(_ -> gone.forEach(rows::remove));
      return gone.size();
    });
  }

  /// A listing is asked of the workspace, which knows whose it is.
  private void require(Caller caller, Action action, OrganizationId organization, Subject subject) {
    if (!gate.may(caller, action, RecordType.PICTURE, relations(caller, organization))) {
      throw new NoSuchRecord(RecordType.PICTURE);
    }
    boolean theirs =
        subject.isLogo()
            ? subject.id().equals(organization.value())
            : Subject.of(workspace.get(caller, organization, subject.id())).equals(subject);
    if (!theirs) {
      throw new NoSuchRecord(RecordType.PICTURE);
    }
  }

  private static Set<Relation> relations(Caller caller, OrganizationId organization) {
    return caller.organizations().contains(organization.value())
        ? Set.of(Relation.ORGANIZATION)
        : Set.of();
  }
}
