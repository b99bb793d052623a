package fi.rinnalla.workspace.web;

import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.workspace.EventMaker;
import fi.rinnalla.workspace.Fault;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Places;
import fi.rinnalla.workspace.RuleWords;
import fi.rinnalla.workspace.Sheet;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the form of a listing shows, and what becomes of a press that is refused.
@Component
public class ListingForm {
  private static final int TIMES_SHOWN = 5;

  private final Workspace workspace;
  private final EventMaker maker;
  private final Places places;

  ListingForm(Workspace workspace, EventMaker maker, Places places) {
    this.workspace = workspace;
    this.maker = maker;
    this.places = places;
  }

  /// What the form shows.
  ///
  /// @param id null for a new one
  /// @param more whether the folded part stands open
  public record Shown(
      Listing<Organization> organization,
      @Nullable UUID id,
      int version,
      Kept.@Nullable State state,
      Sheet sheet,
      List<Fault> faults,
      Dates dates,
      List<String> places,
      boolean more) {

    public OrganizationId organizationId() {
      return organization.record().id();
    }

    public Optional<Fault> fault(String input) {
      return faults.stream().filter(it -> it.input().equals(input)).findFirst();
    }

    public boolean isPublished() {
      return state == Kept.State.PUBLISHED;
    }
  }

  /// What a rule in plain words means.
  ///
  /// @param fault null when it was understood
  public record Dates(List<Occurrence> next, @Nullable Fault fault, boolean empty) {}

  /// Two who changed the same listing.
  ///
  /// @param base what the later one began from
  public record Compared(
      Listing<Organization> organization, Kept now, Sheet base, Sheet typed, String who) {

    /// The inputs where the two differ.
    public List<String> differing() {
      List<String> differing = new ArrayList<>(typed.differences(now.sheet()));
      differing.remove(Field.CANCELLED.code());
      return differing;
    }

    public List<String> same() {
      List<String> same = new ArrayList<>(typed.inputs().keySet());
      same.removeAll(differing());
      return same;
    }

    /// Whether it was the later editor who changed this.
    public boolean isMine(String input) {
      return !typed.get(input).equals(base.get(input));
    }
  }

  /// The form, with what was typed and what must be mended.
  String faulty(HttpServletResponse response, Model model, Shown shown) {
    response.setStatus(422);
    return show(model, shown);
  }

  String show(Model model, Shown shown) {
    model.addAttribute("shown", shown);
    return "workspace/event";
  }

  /// Both versions side by side, for the later editor to choose from.
  String stale(HttpServletResponse response, Model model, Compared compared) {
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("compared", compared);
    return "workspace/compare";
  }

  /// After a press that types nothing: a fault or somebody else's save is shown on the form.
  String after(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID id,
      Workspace.Saved saved,
      HttpServletResponse response,
      Model model) {
    return switch (saved) {
      case Workspace.Saved.Done done ->
          "redirect:" + Door.home(page, organization) + "?done=" + done.kept().state().code();
      case Workspace.Saved.Faulty faulty -> {
        Listing<Organization> ours = workspace.get(caller, organization);
        Kept kept = workspace.get(caller, organization, id);
        here(page, organization);
        yield faulty(
            response,
            model,
            shown(ours, id, kept.version(), kept.state(), kept.sheet(), faulty.faults()));
      }
      case Workspace.Saved.Stale stale -> {
        here(page, organization);
        yield stale(
            response,
            model,
            new Compared(
                workspace.get(caller, organization), stale.now(), stale.base(), stale.base(), ""));
      }
    };
  }

  Shown shown(
      Listing<Organization> ours,
      @Nullable UUID id,
      int version,
      Kept.@Nullable State state,
      Sheet sheet,
      List<Fault> faults) {
    boolean more =
        faults.stream()
            .map(it -> Field.ofInput(it.input()).orElse(Field.TITLE))
            .anyMatch(field -> field.compareTo(Field.PRICE) > 0);
    return new Shown(
        ours,
        id,
        version,
        state,
        sheet,
        faults,
        dates(sheet.get(Field.WHEN)),
        List.copyOf(places.of(ours.record()).keySet()),
        more);
  }

  Dates dates(String when) {
    String words = when.length() > Field.WHEN.longest() ? "" : when;
    LocalDate today = maker.today();
    return switch (RuleWords.read(words, today)) {
      case RuleWords.Outcome.Read read ->
          new Dates(maker.next(read.rule(), TIMES_SHOWN), null, false);
      case RuleWords.Outcome.NotRead not ->
          new Dates(
              List.of(),
              new Fault(Field.WHEN.code(), "when_" + not.reason().code(), not.word()),
              words.isBlank());
    };
  }

  static void here(Page page, OrganizationId organization) {
    // A form's own language links would lose what was typed; they lead to the list.
    page.is(Route.WORKSPACE, organization.toString());
  }
}
