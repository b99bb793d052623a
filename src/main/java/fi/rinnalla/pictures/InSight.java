package fi.rinnalla.pictures;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Workspace;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Whether what a picture is of may be seen now: asked of the rooms that own it, and kept nowhere.
@Component
class InSight {
  private final Calendar calendar;
  private final Directory directory;
  private final Workspace workspace;

  InSight(Calendar calendar, Directory directory, Workspace workspace) {
    this.calendar = calendar;
    this.directory = directory;
    this.workspace = workspace;
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

  /// Whether nobody needs its picture any more: it isn't anywhere, or was withdrawn before this.
  /// Asked by the house, which sees every sheet.
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
    return workspace
        .find(subject.id())
        .map(it -> it.state() == Kept.State.WITHDRAWN && it.changedAt().isBefore(before))
        .orElse(true);
  }
}
