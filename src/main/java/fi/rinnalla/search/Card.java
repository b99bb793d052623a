package fi.rinnalla.search;

import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a result shows of an entry, made when the entry is published and not when it is found.
///
/// @param placeCount at how many places the service is given; [#place] names the first
/// @param approximate whether its positions stand for a whole town or postcode: near enough to find
///   it by, too rough to measure or pin
/// @param appointment by appointment only, so "open now" would mislead
/// @param overdue so long since it was checked that one had better ask before setting out
public record Card(
    EntryKey key,
    String slug,
    Text title,
    Text summary,
    Text organizer,
    Text place,
    @Nullable String placeSlug,
    Text address,
    int placeCount,
    List<Position> positions,
    boolean approximate,
    AgeRange ages,
    boolean free,
    Text price,
    List<String> languages,
    Set<Accessibility> features,
    boolean repeats,
    boolean appointment,
    boolean online,
    @Nullable LocalDate verifiedOn,
    boolean overdue) {

  public Card {
    positions = List.copyOf(positions);
    languages = List.copyOf(languages);
    features = features.isEmpty() ? Set.of() : Set.copyOf(features);
  }
}
