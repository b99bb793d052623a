package fi.rinnalla.pictures;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whether what a picture is of may be seen now: asked of the rooms that own it, and kept nowhere.
@Component
class InSight {
  private final Calendar calendar;
  private final Directory directory;
  private final Workspace workspace;
  private final HouseWork house;

  InSight(Calendar calendar, Directory directory, Workspace workspace, HouseWork house) {
    this.calendar = calendar;
    this.directory = directory;
    this.workspace = workspace;
    this.house = house;
  }

  boolean is(Subject subject) {
    return switch (subject.kind()) {
      case EVENT ->
          calendar.find(new EventId(subject.id())).filter(it -> !it.isWithdrawn()).isPresent();
      case SERVICE ->
          directory
              .find(new ServiceId(subject.id()))
              .filter(it -> !it.isWithdrawn() && it.record().status().isShown())
              .isPresent();
      case ORGANIZATION ->
          directory
              .find(new OrganizationId(subject.id()))
              .filter(it -> !it.isWithdrawn())
              .isPresent();
    };
  }

  /// Whether the listing waits for a moderator, who then looks at its picture as well.
  boolean waits(Subject subject) {
    return listing(subject).filter(it -> it.state() == Kept.State.AWAITING).isPresent();
  }

  /// Whether nobody needs its picture any more: it isn't anywhere, or was withdrawn before this.
  boolean isGone(Subject subject, Instant before) {
    if (subject.isLogo()) {
      return directory
          .find(new OrganizationId(subject.id()))
          .map(it -> {
            Instant withdrawn = it.withdrawnAt();
            return withdrawn != null && withdrawn.isBefore(before);
          })
          .orElse(true);
    }
    return listing(subject)
        .map(it -> it.state() == Kept.State.WITHDRAWN && it.changedAt().isBefore(before))
        .orElse(true);
  }

  /// What a picture that isn't a logo is of.
  Optional<Kept> listing(Subject subject) {
    return subject.isLogo() ? Optional.empty() : house.step(() -> workspace.find(subject.id()));
  }
}
