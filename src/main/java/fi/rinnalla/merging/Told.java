package fi.rinnalla.merging;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a source has told of one thing, as far as that shows whether another source tells of the
/// same. Comes from no table, so that finding doubles is tested without one.
///
/// @param source only records of different sources are compared; a source keeps its own apart
/// @param names what it is called, other names among them
/// @param identifiers of systems that others know too, such as the register of business ids
/// @param organizers who offers it; an organization has none
/// @param venues what the place is called where it is
/// @param position where it is for certain; the middle of a postcode says nothing
/// @param town its municipality
/// @param times when it is held next, in order
public record Told(
    Kind kind,
    UUID id,
    String source,
    List<Text> names,
    List<Identifier> identifiers,
    List<String> phones,
    List<String> addressesOnWeb,
    List<Text> organizers,
    List<Text> venues,
    List<Text> streets,
    @Nullable Position position,
    @Nullable AreaCode town,
    List<Text> prose,
    List<Time> times) {

  public Told {
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
    phones = List.copyOf(phones);
    addressesOnWeb = List.copyOf(addressesOnWeb);
    organizers = List.copyOf(organizers);
    venues = List.copyOf(venues);
    streets = List.copyOf(streets);
    prose = List.copyOf(prose);
    times = List.copyOf(times);
  }

  /// One time that it is held.
  public record Time(Instant start, Instant end) {}
}
