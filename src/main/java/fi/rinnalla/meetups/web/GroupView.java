package fi.rinnalla.meetups.web;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.meetups.Board;
import fi.rinnalla.meetups.FamilyGroup;
import fi.rinnalla.meetups.GroupId;
import fi.rinnalla.meetups.Groups;
import fi.rinnalla.meetups.Member;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Puts a group's page together, for its doors and those of its board.
@Component
public class GroupView {
  private static final Map<String, String> JOIN = Map.of("fi", "mukaan", "sv", "med", "en", "join");

  private final Groups groups;
  private final Directory directory;
  private final Board board;

  GroupView(Groups groups, Directory directory, Board board) {
    this.groups = groups;
    this.directory = directory;
    this.board = board;
  }

  /// What was typed and not taken.
  record Typed(String words, @Nullable String name) {
    static final Typed NOTHING = new Typed("", null);

    static Typed words(String words) {
      return new Typed(words, null);
    }

    static Typed name(String name) {
      return new Typed("", name);
    }
  }

  /// What the page shows.
  ///
  /// @param place where it began; null when that isn't shown any more
  /// @param done the end of the key of what has just happened, or nothing
  /// @param wrong the end of the key of why nothing has, or nothing
  /// @param name what stands in the field of the first name
  /// @param asked whether the caller is asked to host
  /// @param signIn where a visitor signs in and comes back from
  public record Shown(
      Caller caller,
      Groups.Inside inside,
      @Nullable Listing<Location> place,
      BoardView board,
      String done,
      String wrong,
      String name,
      boolean asked,
      String address,
      String signIn) {

    public FamilyGroup group() {
      return inside.group();
    }

    public String joinAddress() {
      return address + "/" + JOIN.getOrDefault(address.substring(1, 3), "");
    }

    /// Those who could be asked to host.
    public List<Member> others() {
      return inside.members().stream().filter(it -> !it.host()).toList();
    }

    public boolean isAloneAsHost() {
      return inside.members().stream().filter(Member::host).count() < 2;
    }
  }

  String show(
      Page page, Caller caller, GroupId id, String done, String wrong, Typed typed, Model model) {
    page.is(Route.GROUP, id.toString());
    String address = page.to(Route.GROUP, id.toString());
    Groups.Inside inside = groups.get(caller, id);
    FamilyGroup group = inside.group();
    BoardView words =
        new BoardView(
            caller,
            board.read(caller, group, inside.ties()),
            "meetups.group.board_text",
            inside.isHost(),
            group.isOpen() && inside.isAlong(),
            address,
            typed.words());
    String known = caller.isVisitor() ? "" : caller.person().name();
    Member own = inside.own();
    model.addAttribute(
        "shown",
        new Shown(
            caller,
            inside,
            directory.find(group.place()).orElse(null),
            words,
            done,
            wrong,
            typed.name() == null ? known : typed.name(),
            own != null && own.isAsked(page.now()),
            address,
            page.to(Route.SIGN_IN)
                + "?back="
                + URLEncoder.encode(address, StandardCharsets.UTF_8)));
    return "meetups/group";
  }
}
