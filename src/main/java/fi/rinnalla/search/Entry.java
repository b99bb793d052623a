package fi.rinnalla.search;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Everything the index holds of one service, event, place or article.
///
/// @param names what it is called; words here weigh most
/// @param subjects the words of its themes, organizer and places
/// @param prose its descriptions
/// @param areas each area it belongs to, up to the country
/// @param themes codes of themes and of the terms it is classified by, ancestors among them
/// @param related the ids of its organizer, places and service
/// @param times when it is held or open, as far ahead as the index looks
public record Entry(
    Card card,
    List<Text> names,
    List<Text> subjects,
    List<Text> prose,
    Set<AreaCode> areas,
    Set<String> themes,
    Set<UUID> related,
    List<Span> times) {

  public Entry {
    names = List.copyOf(names);
    subjects = List.copyOf(subjects);
    prose = List.copyOf(prose);
    areas = Set.copyOf(areas);
    themes = Set.copyOf(themes);
    related = Set.copyOf(related);
    times = List.copyOf(times);
  }

  public EntryKey key() {
    return card.key();
  }
}
