package fi.rinnalla.upkeep.web;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.upkeep.Answer;
import fi.rinnalla.upkeep.Matter;
import fi.rinnalla.upkeep.Mending;
import fi.rinnalla.upkeep.Report;
import fi.rinnalla.upkeep.Reports;
import fi.rinnalla.upkeep.Seen;
import fi.rinnalla.upkeep.Subjects;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the organization's queue and the region's have in common: both are lists of matters, and a
/// matter is looked at and settled the same way.
@Component
public class Desk {
  private static final int MOST = 60;

  private final Reports reports;
  private final Subjects subjects;
  private final List<Mending> mendings;

  Desk(Reports reports, Subjects subjects, List<Mending> mendings) {
    this.reports = reports;
    this.subjects = subjects;
    this.mendings = mendings;
  }

  /// Whose queue it is.
  ///
  /// @param address of the list
  /// @param organization null in the region's queue
  public record Queue(String address, @Nullable UUID organization) {

    public boolean isRegion() {
      return organization == null;
    }
  }

  /// A line of the list.
  ///
  /// @param about null for a suggestion, and for what is no longer known
  public record Line(Matter matter, @Nullable Seen about) {}

  /// What the list shows.
  ///
  /// @param more how many there are beside those shown
  /// @param done the message of what was just done, or nothing
  public record Listed(
      Queue queue,
      Reports.Shelf shelf,
      boolean newestFirst,
      List<Line> lines,
      int more,
      String done) {}

  /// What the page of a matter shows.
  ///
  /// @param mending where the record is mended, or nothing
  /// @param by who settled it, when that may be told
  /// @param notice the message of why nothing was done, or nothing
  public record Shown(
      Queue queue, Matter matter, @Nullable Seen about, String mending, String by, String notice) {

    public boolean mayForward() {
      return queue.isRegion()
          && about != null
          && about.organization() != null
          && !matter.isForwarded();
    }
  }

  String list(
      Page page,
      Queue queue,
      Reports.Shelf shelf,
      boolean newestFirst,
      List<Matter> matters,
      String done,
      Model model) {
    List<Line> lines =
        matters.stream()
            .limit(MOST)
            .map(it -> new Line(it, subjects.find(it.subject()).orElse(null)))
            .toList();
    model.addAttribute(
        "listed",
        new Listed(
            queue,
            shelf,
            newestFirst,
            lines,
            matters.size() - lines.size(),
            page.has("upkeep.queue.done." + done) ? done : ""));
    return "upkeep/queue";
  }

  String show(Page page, Caller caller, Queue queue, UUID report, String notice, Model model) {
    Matter matter = reports.get(caller, report);
    Report first = matter.reports().getFirst();
    if (queue.organization() != null && !queue.organization().equals(first.organization())) {
      throw new NoSuchRecord(RecordType.REPORT);
    }
    Seen about = subjects.find(matter.subject()).orElse(null);
    model.addAttribute(
        "shown",
        new Shown(
            queue,
            matter,
            about,
            about == null ? "" : mending(page, caller, about),
            reports.nameOf(caller, first),
            notice));
    return "upkeep/matter";
  }

  private String mending(Page page, Caller caller, Seen about) {
    return mendings.stream()
        .map(it -> it.address(page, caller, about))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  /// @param answer an [Answer], or `forward`
  String take(
      Page page,
      Caller caller,
      Queue queue,
      UUID report,
      Set<UUID> reported,
      String answer,
      HttpServletResponse response,
      Model model) {
    Optional<Answer> chosen = Answer.find(answer);
    boolean forward = answer.equals("forward") && queue.isRegion();
    if (chosen.isEmpty() && !forward) {
      response.setStatus(422);
      return show(page, caller, queue, report, "choose", model);
    }
    Set<UUID> ids = reported.isEmpty() ? Set.of(report) : reported;
    Reports.Outcome outcome =
        forward ? reports.forward(caller, ids) : reports.settle(caller, ids, chosen.orElseThrow());
    return switch (outcome) {
      case Reports.Outcome.Done _ -> "redirect:" + queue.address() + "?done=" + answer;
      case Reports.Outcome.AlreadySettled settled -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        yield show(page, caller, queue, settled.report().id(), "already", model);
      }
      case Reports.Outcome.NobodyToWriteTo _ -> {
        response.setStatus(422);
        yield show(page, caller, queue, report, "nobody", model);
      }
    };
  }
}
