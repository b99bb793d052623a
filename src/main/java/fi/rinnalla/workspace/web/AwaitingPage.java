package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.workspace.Awaiting;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.ListingPictures;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// New listings that wait for a moderator: published in one press, or returned with a reason.
@Controller
public class AwaitingPage {
  /// A listing and the version that was looked at: `<id>:<version>`.
  private static final Pattern SEEN = Pattern.compile("([0-9a-f-]{36}):(\\d{1,9})");

  private final Awaiting awaiting;
  private final Directory directory;
  private final ObjectProvider<ListingPictures> pictures;

  AwaitingPage(Awaiting awaiting, Directory directory, ObjectProvider<ListingPictures> pictures) {
    this.awaiting = awaiting;
    this.directory = directory;
    this.pictures = pictures;
  }

  /// What the page shows.
  ///
  /// @param organizations their names, by id
  /// @param looks the pictures of those that have one
  /// @param notice the end of a message key, `workspace.awaiting.said.<notice>`, or nothing
  /// @param returning which listing's reason is at fault, and what was typed of it
  public record Shown(
      List<Kept> waiting,
      Map<UUID, Text> organizations,
      Map<UUID, ListingPictures.Look> looks,
      String notice,
      String returning,
      String reason) {

    public boolean isFault() {
      return !notice.isEmpty() && !notice.equals("done");
    }

    public static String seen(Kept kept) {
      return kept.id() + ":" + kept.version();
    }
  }

  @Needs(action = Action.MODERATE, record = RecordType.EVENT)
  @GetMapping({"/fi/yllapito/odottavat", "/sv/underhall/vantar", "/en/upkeep/awaiting"})
  String show(Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    return shown(page, caller, done.isEmpty() ? "" : "done", "", "", model);
  }

  /// @param listing those to publish
  /// @param giveBack the one to return, when that was pressed
  @Needs(action = Action.MODERATE, record = RecordType.EVENT)
  @PostMapping({"/fi/yllapito/odottavat", "/sv/underhall/vantar", "/en/upkeep/awaiting"})
  String take(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") List<String> listing,
      @RequestParam(defaultValue = "") String giveBack,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    Map<UUID, Integer> seen = seen(giveBack.isEmpty() ? listing : List.of(giveBack));
    String why = reason.replaceAll("\\s+", " ").strip();
    String fault =
        seen.isEmpty()
            ? "choose"
            : giveBack.isEmpty() || (!why.isEmpty() && why.length() <= Awaiting.LONGEST)
                ? ""
                : "reason";
    if (!fault.isEmpty()) {
      response.setStatus(422);
      return shown(page, caller, fault, giveBack, reason, model);
    }
    Awaiting.Outcome outcome =
        giveBack.isEmpty()
            ? awaiting.approve(caller, seen, page.lang())
            : awaiting.giveBack(
                caller, seen.keySet().iterator().next(), seen.values().iterator().next(), why);
    return switch (outcome) {
      case Awaiting.Outcome.Done _ -> "redirect:" + page.to(Route.AWAITING) + "?done=1";
      case Awaiting.Outcome.Changed _ -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        yield shown(page, caller, "changed", "", "", model);
      }
      case Awaiting.Outcome.Faulty _ -> {
        response.setStatus(422);
        yield shown(page, caller, "faulty", "", "", model);
      }
    };
  }

  private String shown(
      Page page, Caller caller, String notice, String returning, String reason, Model model) {
    page.is(Route.AWAITING);
    List<Kept> waiting = awaiting.of(caller);
    Map<UUID, Text> names = new LinkedHashMap<>();
    for (Listing<Organization> one :
        directory.organizations(waiting.stream().map(Kept::organization).distinct().toList())) {
      names.put(one.record().uuid(), one.record().name());
    }
    Map<UUID, ListingPictures.Look> looks = new LinkedHashMap<>();
    pictures.ifAvailable(
        all -> waiting.forEach(it -> all.of(it).ifPresent(look -> looks.put(it.id(), look))));
    model.addAttribute("shown", new Shown(waiting, names, looks, notice, returning, reason));
    return "workspace/awaiting";
  }

  private static Map<UUID, Integer> seen(List<String> written) {
    Map<UUID, Integer> seen = new LinkedHashMap<>();
    for (String one : written) {
      Matcher parts = SEEN.matcher(one);
      if (parts.matches()) {
        seen.put(UUID.fromString(parts.group(1)), Integer.valueOf(parts.group(2)));
      }
    }
    return seen;
  }
}
