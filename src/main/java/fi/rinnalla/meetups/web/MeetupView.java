package fi.rinnalla.meetups.web;

import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.meetups.Board;
import fi.rinnalla.meetups.Founding;
import fi.rinnalla.meetups.GroupId;
import fi.rinnalla.meetups.Groups;
import fi.rinnalla.meetups.Meetup;
import fi.rinnalla.meetups.MeetupId;
import fi.rinnalla.meetups.Meetups;
import fi.rinnalla.meetups.Proposals;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Puts a meet-up's page together, for its doors and those of its board.
@Component
public class MeetupView {
  private final Meetups meetups;
  private final Proposals proposals;
  private final Directory directory;
  private final Board board;
  private final Groups groups;
  private final Founding founding;

  MeetupView(
      Meetups meetups,
      Proposals proposals,
      Directory directory,
      Board board,
      Groups groups,
      Founding founding) {
    this.meetups = meetups;
    this.proposals = proposals;
    this.directory = directory;
    this.board = board;
    this.groups = groups;
    this.founding = founding;
  }

  /// What the page shows.
  ///
  /// @param place null when it isn't shown any more
  /// @param days those that it may be moved to
  /// @param done the end of the key of what has just happened, or nothing
  /// @param wrong the end of the key of why nothing has, or nothing
  /// @param group whose meet-up it is; null when no group's that everybody may see
  /// @param founding the group that it waits to become; null when it doesn't
  /// @param mayFound whether the caller may make a group of it
  public record Shown(
      Caller caller,
      Meetups.Inside inside,
      @Nullable Listing<Location> place,
      List<LocalDate> days,
      String done,
      String wrong,
      BoardView board,
      Groups.@Nullable Named group,
      @Nullable GroupId founding,
      boolean mayFound) {

    public String alertAddress() {
      return board.alertAddress();
    }

    /// As a time is named in forms.
    public static String named(Occurrence time) {
      return time.recurrenceId().toString();
    }

    /// When it begins, as hands write it.
    public static String hour(Occurrence time) {
      LocalTime at = time.start().atZone(Zone.HELSINKI).toLocalTime();
      return "%d.%02d".formatted(at.getHour(), at.getMinute());
    }

    public boolean isPublic() {
      return inside.meetup().state() == Meetup.State.PUBLISHED;
    }
  }

  /// @param typed a message that wasn't taken
  String show(
      Page page, Caller caller, MeetupId id, String done, String wrong, String typed, Model model) {
    page.is(Route.MEETUP, id.toString());
    Meetups.Inside inside = meetups.get(caller, id);
    Meetup meetup = inside.meetup();
    BoardView words =
        new BoardView(
            caller,
            board.read(caller, meetup, inside.ties()),
            "meetups.board_text",
            inside.isHost(),
            meetup.isOpen() && inside.isAlong(),
            page.to(Route.MEETUP, id.toString()),
            typed);
    model.addAttribute(
        "shown",
        new Shown(
            caller,
            inside,
            directory.find(meetup.place()).orElse(null),
            proposals.days(),
            done,
            wrong,
            words,
            groups.of(id).orElse(null),
            inside.isHost() ? founding.waiting(id).orElse(null) : null,
            founding.find(caller, id).isPresent()));
    return "meetups/meetup";
  }
}
