package fi.rinnalla.advice;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Where people of one or several organizations answer families.
///
/// @param areas where its organizations are
/// @param languages in which it answers, the usual one first
/// @param mostWaiting with so many in the queue no more are let in: a promise that can't be kept is
///   worse than none
/// @param answerHours how long a question that was left may wait
public record AdviceDesk(
    UUID id,
    Text name,
    Set<UUID> organizations,
    Set<AreaCode> areas,
    List<Lang> languages,
    int mostWaiting,
    int answerHours) {
  public static final int LONGEST_NAME = 120;
  public static final int MOST_WAITING = 50;
  public static final int MOST_HOURS = 240;

  public AdviceDesk {
    organizations = Set.copyOf(organizations);
    areas = Set.copyOf(areas);
    languages = List.copyOf(languages);
    if (organizations.isEmpty() || languages.isEmpty()) {
      throw new IllegalArgumentException("a desk is somebody's and speaks some language");
    }
  }

  public boolean isOf(UUID organization) {
    return organizations.contains(organization);
  }
}
