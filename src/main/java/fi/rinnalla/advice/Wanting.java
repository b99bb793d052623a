package fi.rinnalla.advice;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a desk was asked and left without an answer, by topic: where an article would be of use.
/// Counts alone, and none that is small.
@Component
public class Wanting {
  private static final int MONTHS = 3;
  private static final Set<Tally.What> ASKED = EnumSet.of(Tally.What.CONTACT, Tally.What.QUESTION);
  private static final Set<Tally.What> IN_VAIN =
      EnumSet.of(Tally.What.UNANSWERED, Tally.What.IDLE, Tally.What.QUESTION_LATE);

  private final DeskArticles articles;
  private final FigureRows rows;
  private final HouseWork house;
  private final Clock clock;

  Wanting(DeskArticles articles, FigureRows rows, HouseWork house, Clock clock) {
    this.articles = articles;
    this.rows = rows;
    this.house = house;
    this.clock = clock;
  }

  /// @param asked how often, or [SmallNumbers#HIDDEN]
  /// @param inVain how often nobody answered, or not in time
  /// @param written how many published articles it has
  public record Line(Topic topic, int asked, int inVain, int written) {}

  /// Over the last three whole months and the one that goes on, up to its last whole week.
  @Transactional
  public List<Line> of(Caller caller, DeskArticles.Side side) {
    List<DeskArticles.Kept> kept = articles.of(caller, side);
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    LocalDate last = today.minusDays(today.getDayOfWeek().getValue());
    LocalDate first = today.withDayOfMonth(1).minusMonths(MONTHS);
    List<FigureRows.Cell> cells =
        house.step(() -> rows.of(List.<UUID>of(side.desk()), first, last));
    List<Integer> asked = SmallNumbers.shown(counts(cells, ASKED));
    List<Integer> inVain = SmallNumbers.shown(counts(cells, IN_VAIN));
    List<Line> lines = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      int written =
          (int)
              kept.stream()
                  .filter(it -> it.article().isPublished())
                  .filter(it -> it.article().topic().equals(topic.code()))
                  .count();
      int at = topic.ordinal();
      if (asked.get(at) != 0 || inVain.get(at) != 0) {
        lines.add(new Line(topic, asked.get(at), inVain.get(at), written));
      }
    }
    return lines;
  }

  private static List<Integer> counts(List<FigureRows.Cell> cells, Set<Tally.What> whats) {
    List<Integer> counts = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      counts.add(
          cells.stream()
              .filter(
                  it -> whats.contains(it.what()) && it.topic().filter(topic::equals).isPresent())
              .mapToInt(FigureRows.Cell::times)
              .sum());
    }
    return counts;
  }
}
