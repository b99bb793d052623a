package fi.rinnalla.visits;

import fi.rinnalla.vocabulary.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A visit as its host plans it.
public record VisitPlan(
    Instant startsAt,
    Instant endsAt,
    Text topic,
    Set<UUID> partners,
    String contact,
    List<Contribution> contributions) {

  public VisitPlan {
    partners = Set.copyOf(partners);
    contributions = List.copyOf(contributions);
  }

  /// The same, of the same length, at another time.
  VisitPlan at(Instant start) {
    return new VisitPlan(
        start,
        start.plus(Duration.between(startsAt, endsAt)),
        topic,
        partners,
        contact,
        contributions);
  }
}
