package fi.rinnalla.upkeep;

import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record as families see it, in short.
///
/// @param gone whether its page says that it is no more
/// @param organization whose it is
/// @param areas where it is, never empty
/// @param source the feed it came by
/// @param times the next times of an event
/// @param where its places and addresses in words
public record Seen(
    Subject subject,
    Text name,
    String slug,
    boolean gone,
    @Nullable OrganizationId organization,
    Set<AreaCode> areas,
    String source,
    Text summary,
    List<Occurrence> times,
    List<Text> where,
    boolean free,
    Text price,
    List<Phone> phones,
    @Nullable String email) {

  public Seen {
    areas = Set.copyOf(areas);
    times = List.copyOf(times);
    where = List.copyOf(where);
    phones = List.copyOf(phones);
  }
}
