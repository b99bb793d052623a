package fi.rinnalla.meetups;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Tally;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Families' meet-ups that wait for those who look after the area.
@Component
@Order(250)
class MeetupsTally implements Tally {
  private final Approvals approvals;
  private final GroupApprovals groups;
  private final Alerts alerts;

  MeetupsTally(Approvals approvals, GroupApprovals groups, Alerts alerts) {
    this.approvals = approvals;
    this.groups = groups;
    this.alerts = alerts;
  }

  @Override
  public String heading() {
    return "meetups.queue.heading";
  }

  @Override
  public List<Line> lines(Page page, Caller caller) {
    int waiting =
        approvals.countInRegion(caller)
            + groups.countInRegion(caller)
            + alerts.countInRegion(caller);
    return List.of(
        new Line(
            waiting,
            page.say("meetups.queue.count", waiting),
            "",
            page.to(Route.MEETUPS_WAITING),
            waiting > 0));
  }
}
