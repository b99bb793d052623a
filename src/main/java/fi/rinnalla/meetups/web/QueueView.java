package fi.rinnalla.meetups.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.meetups.Alerts;
import fi.rinnalla.meetups.FamilyGroup;
import fi.rinnalla.meetups.Gathering;
import fi.rinnalla.meetups.HostPlaces;
import fi.rinnalla.meetups.Meetup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The meet-ups and groups that wait for a yes, as their page shows them.
///
/// @param organization null in the region's queue
/// @param kept the organization's places, each with whether families may meet there
/// @param notice the end of a message's key, or nothing
/// @param declining which one's reason is at fault, and what was typed of it
public record QueueView(
    List<Meetup> waiting,
    List<FamilyGroup> groups,
    List<Alerts.Alerted> alerted,
    Map<LocationId, Listing<Location>> places,
    @Nullable OrganizationId organization,
    List<HostPlaces.Kept> kept,
    String address,
    String notice,
    String declining,
    String reason) {

  public boolean isFault() {
    return !notice.isEmpty() && !MeetupQueuePage.SAID.contains(notice);
  }

  public static String seen(Meetup meetup) {
    return meetup.id() + ":" + meetup.version();
  }

  public static String seen(FamilyGroup group) {
    return group.id() + ":" + group.version();
  }

  /// What is told of is settled whichever version it is.
  public static String seen(Gathering told) {
    return told.uuid() + ":0";
  }
}
