package fi.rinnalla.upkeep;

import fi.rinnalla.audit.Audit;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventUpkeep;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Upkeep;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.Source;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the upkeep: what an organization, or the region's staff in its stead, answers when
/// it is asked whether something is still so. Whoever answers has been let in first, by the link of
/// a letter ([#byLink]) or by the table of permissions ([#byPerson]).
@Component
public class Answers {
  /// A remark longer than this is a letter.
  public static final int LONGEST = 500;

  private final AgedRecords records;
  private final ReminderRows rows;
  private final Moderators moderators;
  private final Reports reports;
  private final Directory directory;
  private final Upkeep upkeep;
  private final EventUpkeep eventUpkeep;
  private final OwnListings own;
  private final Imports imports;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final Gate gate;
  private final Audit audit;
  private final Clock clock;

  Answers(
      AgedRecords records,
      ReminderRows rows,
      Moderators moderators,
      Reports reports,
      Directory directory,
      Upkeep upkeep,
      EventUpkeep eventUpkeep,
      OwnListings own,
      Imports imports,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      Gate gate,
      Audit audit,
      Clock clock) {
    this.records = records;
    this.rows = rows;
    this.moderators = moderators;
    this.reports = reports;
    this.directory = directory;
    this.upkeep = upkeep;
    this.eventUpkeep = eventUpkeep;
    this.own = own;
    this.imports = imports;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.gate = gate;
    this.audit = audit;
    this.clock = clock;
  }

  /// Whoever answers for an organization, let in already.
  ///
  /// @param caller null when it was the link of a letter that let them in
  public record Answerer(
      Listing<Organization> organization, @Nullable Caller caller, boolean staff) {

    public OrganizationId id() {
      return organization.record().id();
    }
  }

  /// The organization of a letter's link; nothing when the link is too old, or none of ours.
  public Optional<Answerer> byLink(String token) {
    return rows.organization(Sha256.of(token), clock.instant())
        .flatMap(directory::find)
        .map(it -> new Answerer(it, null, false));
  }

  /// One of the organization's own people, or of its region's staff.
  public Answerer byPerson(Caller caller, OrganizationId id, boolean staff) {
    Listing<Organization> organization =
        directory.find(id).orElseThrow(() -> new NoSuchRecord(RecordType.ORGANIZATION));
    boolean theirs =
        staff ? moderators.lookAfter(caller, id) : caller.organizations().contains(id.value());
    Action action = staff ? Action.MODERATE : Action.UPDATE;
    Set<Relation> relations = theirs ? relations(staff) : Set.of();
    if (!gate.may(caller, action, RecordType.ORGANIZATION, relations)) {
      throw new NoSuchRecord(RecordType.ORGANIZATION);
    }
    return new Answerer(organization, caller, staff);
  }

  public List<Aged> aged(Answerer who) {
    return records.of(who.organization());
  }

  public boolean isSilenced(Answerer who) {
    return rows.isSilenced(who.id());
  }

  /// The name of a record of theirs; [NoSuchRecord] for one that isn't.
  public Text nameOf(Answerer who, Ref ref) {
    return records.nameOf(ref, who.id()).orElseThrow(() -> new NoSuchRecord(ref.kind().type()));
  }

  /// Still so. Of two taps the second is no second answer.
  ///
  /// @return how many were news
  @Transactional
  public int confirm(Answerer who, Collection<Ref> refs, Verification.Method how) {
    int news = 0;
    for (Ref ref : refs) {
      nameOf(who, ref);
      boolean isNews =
          ref.kind() == Ref.Kind.EVENT
              ? !eventUpkeep.vouch(List.of(new EventId(ref.id())), how).isEmpty()
              : !upkeep.vouch(inDirectory(ref), List.of(ref.id()), how).isEmpty();
      if (isNews) {
        write(who, who.staff() ? Action.MODERATE : Action.UPDATE, ref);
        news++;
      }
    }
    return news;
  }

  /// It's no more. What the organization wrote here goes to its workspace's withdrawn ones; what a
  /// feed brings stays out of sight from now on, and its owner is told.
  @Transactional
  public boolean ended(Answerer who, Ref ref) {
    Text name = nameOf(who, ref);
    if (ref.kind() == Ref.Kind.ORGANIZATION) {
      throw new NoSuchRecord(RecordType.ORGANIZATION);
    }
    String source = records.sourceOf(ref);
    boolean isOwn = own.isOwn(who.id(), source);
    boolean ended;
    if (isOwn && ref.kind() != Ref.Kind.PLACE) {
      UUID by = who.caller() == null ? null : who.caller().id();
      ended = own.end(who.id(), ref.id(), by == null ? who.id().value() : by);
    } else {
      ended =
          ref.kind() == Ref.Kind.EVENT
              ? eventUpkeep.end(new EventId(ref.id()))
              : upkeep.end(inDirectory(ref), ref.id());
    }
    if (ended) {
      // The table gives nobody of staff the right to delete; to moderate is theirs.
      write(who, who.staff() ? Action.MODERATE : Action.UPDATE, ref);
      if (!isOwn) {
        tellOwner(source, ref, name);
      }
    }
    return ended;
  }

  /// Something is wrong in it, in the organization's own words: one more report in the queue of the
  /// region's staff.
  @Transactional
  public void wrong(Answerer who, Ref ref, String words) {
    nameOf(who, ref);
    write(who, who.staff() ? Action.MODERATE : Action.UPDATE, ref);
    reports.toldBy(who.id(), Subject.of(ref), words);
  }

  /// Writes to the organization no more, or again.
  @Transactional
  public void silence(Answerer who, boolean silenced) {
    if (rows.silence(who.id(), silenced, clock.instant())) {
      write(
          who,
          who.staff() ? Action.MODERATE : Action.UPDATE,
          new Ref(Ref.Kind.ORGANIZATION, who.id().value()));
    }
  }

  private void write(Answerer who, Action action, Ref ref) {
    Caller caller = who.caller();
    RecordType type = ref.kind().type();
    if (caller == null) {
      audit.write(
          null, "LINK", action.code(), type.code(), ref.id().toString(), null, "link " + who.id());
    } else {
      gate.open(caller, action, type, ref.id().toString(), relations(who.staff()), null);
    }
  }

  private static Set<Relation> relations(boolean staff) {
    return Set.of(staff ? Relation.REGION : Relation.ORGANIZATION);
  }

  private void tellOwner(String source, Ref ref, Text name) {
    imports
        .findSource(source)
        .map(Source::owner)
        .flatMap(EmailAddress::find)
        .ifPresent(to ->
            notifications.send(
                Letter.calm(
                        to,
                        Lang.FI,
                        messages.say(Lang.FI, "upkeep.remind.ended.subject"),
                        List.of(
                            messages.say(
                                Lang.FI, "upkeep.remind.ended.text", name.orEmpty(Lang.FI), source),
                            messages.say(Lang.FI, "upkeep.remind.ended.how")),
                        "upkeep/ended/" + ref + "/" + clock.instant())
                    .withLink(
                        messages.say(Lang.FI, "upkeep.remind.ended.link"),
                        site.of(Route.SOURCES.path(Lang.FI)))));
  }

  private static RecordKind inDirectory(Ref ref) {
    return Objects.requireNonNull(ref.kind().inDirectory());
  }
}
