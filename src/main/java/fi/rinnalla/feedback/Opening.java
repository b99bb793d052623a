package fi.rinnalla.feedback;

import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to hear of: the terms in which any room opens a round.
///
/// @param about what it is about, such as an event; null when nothing here
/// @param partners the organizations that are told what came of it, beside its own
public record Opening(
    @Nullable UUID about,
    Text title,
    Set<UUID> partners,
    Questions questions,
    List<Occasion> occasions) {

  public Opening {
    partners = Set.copyOf(partners);
    occasions = List.copyOf(occasions);
  }

  /// A visit or a time.
  ///
  /// @param title empty when it is called as the whole
  public record Occasion(Text title, Instant startsAt, Instant endsAt) {}
}
