package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.UuidV5;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// Our ids for a source's ids: a UUID stays what it is, anything else becomes one that is always
/// the same for the same source, kind and id.
///
/// @param source the source's name
public record SourceIds(String source) {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  public UUID of(Draft.Kind kind, String id) {
    String text = id.strip();
    return UUID_TEXT.matcher(text).matches()
        ? UUID.fromString(text)
        : UuidV5.of(source, kind.name().toLowerCase(Locale.ROOT), text);
  }
}
