package fi.rinnalla.knowledge;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Slug;
import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A question that is asked again and again, and its answer: plain words, never markup.
///
/// @param desk who answers for it
/// @param organizations those who run the desk
/// @param areas where they are
/// @param topic what it is about, by the code that the desks count by; empty for none
/// @param links what of the directory it leads to, in order
/// @param checkedOn when somebody last said that it is still so; null while it is a draft
public record Article(
    UUID id,
    UUID desk,
    Set<UUID> organizations,
    Set<AreaCode> areas,
    String topic,
    Text question,
    Text answer,
    List<Link> links,
    State state,
    @Nullable LocalDate checkedOn,
    Instant changedAt) {
  public static final int LONGEST_QUESTION = 160;
  public static final int LONGEST_ANSWER = 4000;
  public static final int MOST_LINKS = 8;

  private static final Pattern MARKUP = Pattern.compile("<\\s*[/!a-zA-Z]|&#?\\w+;");

  public Article {
    organizations = Set.copyOf(organizations);
    areas = Set.copyOf(areas);
    links = List.copyOf(links);
    if (isMarkup(question) || isMarkup(answer)) {
      throw new IllegalArgumentException("an article is plain words");
    }
  }

  /// Something of the directory or the calendar.
  ///
  /// @param kind as the search calls it: `service`, `event` or `place`
  public record Link(String kind, UUID id) {
    private static final Pattern WRITTEN =
        Pattern.compile("(service|event|place):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    public Link {
      if (!WRITTEN.matcher(kind + ":" + id).matches()) {
        throw new IllegalArgumentException("no link to a " + kind);
      }
    }

    /// `service:<id>`; nothing when it is written otherwise.
    public static java.util.Optional<Link> find(String written) {
      var found = WRITTEN.matcher(written);
      return found.matches()
          ? java.util.Optional.of(new Link(found.group(1), UUID.fromString(found.group(2))))
          : java.util.Optional.empty();
    }

    @Override
    public String toString() {
      return kind + ":" + id;
    }
  }

  public enum State {
    /// Being written; nobody but the desk's people sees it.
    DRAFT,
    PUBLISHED,
    /// No longer shown; it may come back.
    RETIRED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean mayBecome(State next) {
      return switch (this) {
        case DRAFT, PUBLISHED -> next.compareTo(this) > 0;
        case RETIRED -> next == PUBLISHED;
      };
    }
  }

  public boolean isPublished() {
    return state == State.PUBLISHED;
  }

  public String slug() {
    return Slug.of(question, id);
  }

  /// Whether each language that has a question has an answer too, and at least one has both.
  public static boolean isWhole(Text question, Text answer) {
    boolean any = false;
    for (Lang lang : Lang.values()) {
      if ((question.in(lang) == null) != (answer.in(lang) == null)) {
        return false;
      }
      any |= question.in(lang) != null;
    }
    return any;
  }

  /// Whether it has what a browser would read as more than words.
  public static boolean isMarkup(Text text) {
    for (Lang lang : Lang.values()) {
      String words = text.in(lang);
      if (words != null && MARKUP.matcher(words).find()) {
        return true;
      }
    }
    return false;
  }
}
