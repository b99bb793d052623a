package fi.rinnalla.meetups;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.meetups.web.MeetupQueuePage;
import fi.rinnalla.pages.Page;
import fi.rinnalla.workspace.WaitingHere;
import org.springframework.stereotype.Component;

/// Families' meet-ups that wait for the people of the place.
@Component
class MeetupsWaiting implements WaitingHere {
  private final Approvals approvals;
  private final GroupApprovals groups;
  private final Alerts alerts;

  MeetupsWaiting(Approvals approvals, GroupApprovals groups, Alerts alerts) {
    this.approvals = approvals;
    this.groups = groups;
    this.alerts = alerts;
  }

  @Override
  public Line of(Page page, OrganizationId organization) {
    int waiting =
        approvals.count(organization) + groups.count(organization) + alerts.count(organization);
    return new Line(
        waiting,
        waiting == 0 ? page.say("meetups.queue.heading") : page.say("meetups.queue.ours", waiting),
        MeetupQueuePage.address(page.lang(), organization));
  }
}
