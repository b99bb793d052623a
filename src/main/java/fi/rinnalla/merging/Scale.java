package fi.rinnalla.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How much each clue weighs for a kind, in points of log-odds (Fellegi and Sunter's way): what
/// hardly ever agrees by chance adds much, what hardly ever differs by mistake takes much away.
enum Scale {
  ORGANIZATION(
      -4,
      new Weight(Clue.IDENTIFIER, 9, -9),
      new Weight(Clue.TOWN, 1.5, -4),
      new Weight(Clue.PHONE, 3, -0.5),
      new Weight(Clue.WEB, 2.5, -0.5),
      new Weight(Clue.NAME, 5, -7),
      new Weight(Clue.PROSE, 0.5, 0)),
  PLACE(
      -4,
      new Weight(Clue.IDENTIFIER, 6, 0),
      new Weight(Clue.TOWN, 0.5, -4),
      new Weight(Clue.DISTANCE, 3, -4.5),
      new Weight(Clue.PHONE, 2.5, -0.3),
      new Weight(Clue.WEB, 3, 0),
      new Weight(Clue.ADDRESS, 2.5, -1.5),
      new Weight(Clue.NAME, 4, -5),
      new Weight(Clue.PROSE, 0.5, 0)),
  SERVICE(
      -4,
      new Weight(Clue.TOWN, 1, -4),
      new Weight(Clue.DISTANCE, 1.5, -3),
      new Weight(Clue.PHONE, 1.5, -0.3),
      new Weight(Clue.WEB, 3, 0),
      new Weight(Clue.NAME, 4.5, -6),
      new Weight(Clue.ORGANIZER, 3, -4.5),
      new Weight(Clue.PROSE, 1.5, -0.3)),
  EVENT(
      -5,
      new Weight(Clue.TIMES, 4, -9),
      new Weight(Clue.TOWN, 0.5, -6),
      new Weight(Clue.DISTANCE, 2, -7),
      new Weight(Clue.WEB, 4, 0),
      new Weight(Clue.ADDRESS, 1, -1.5),
      new Weight(Clue.NAME, 4, -9),
      new Weight(Clue.VENUE, 1.5, -2),
      new Weight(Clue.ORGANIZER, 1.5, -1),
      new Weight(Clue.PROSE, 1, -0.2));

  /// In the order of asking, cheap clues first.
  private final List<Weight> weights;

  private final double before;

  Scale(double before, Weight... weights) {
    this.before = before;
    this.weights = List.of(weights);
  }

  /// The points when both agree, and when they differ.
  private record Weight(Clue clue, double same, double other) {
    double points(double agreement) {
      return Double.isNaN(agreement) ? 0 : other + (same - other) * agreement;
    }
  }

  static Scale of(Kind kind) {
    return switch (kind) {
      case ORGANIZATION -> ORGANIZATION;
      case PLACE -> PLACE;
      case SERVICE -> SERVICE;
      case EVENT -> EVENT;
    };
  }

  /// The points of two records, or less than nought as soon as nothing could make them the same.
  double points(Traits one, Traits other) {
    double points = before;
    double left = weights.stream().mapToDouble(Weight::same).sum();
    for (Weight weight : weights) {
      points += weight.points(weight.clue().agreement(one, other));
      left -= weight.same();
      if (points + left < 0) {
        return points + left;
      }
    }
    return points;
  }

  /// What two records that are found alike look like to people; nothing when they aren't.
  Optional<Likeness> weigh(Traits one, Traits other) {
    double points = points(one, other);
    return points < 0
        ? Optional.empty()
        : Optional.of(new Likeness(one.told(), other.told(), score(points), reasons(one, other)));
  }

  private List<Likeness.Reason> reasons(Traits one, Traits other) {
    List<Likeness.Reason> reasons = new ArrayList<>();
    for (Weight weight : weights) {
      double agreement = weight.clue().agreement(one, other);
      double points = weight.points(agreement);
      if (!Double.isNaN(agreement) && Math.abs(points) >= 0.2) {
        reasons.add(
            new Likeness.Reason(
                weight.clue(), agreement, points, weight.clue().measure(one, other)));
      }
    }
    reasons.sort(
        Comparator.comparingDouble((Likeness.Reason it) -> Math.abs(it.points())).reversed());
    return reasons;
  }

  private static double score(double points) {
    return 1 / (1 + Math.exp(-points));
  }
}
