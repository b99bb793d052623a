package fi.rinnalla.notifications;

import fi.rinnalla.vocabulary.Lang;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// One letter to one address. The words are the calling room's own, and they follow one rule: no
/// name, subject or place of anybody's case, for the reader's telephone may lie on the table. "You
/// have a new message" is enough; the rest is behind the link.
///
/// Nothing in it may hold a line break or another control character, so that no words can become a
/// header or a second letter.
///
/// @param paragraphs plain text, each on one line however long
/// @param dedupKey what makes it this letter and no other, such as
///   `meetups/reminder/<id>/<person>`; a second one with the same key is the same letter. Ids only:
///   its hash outlives the letter
/// @param notBefore when it may leave at the earliest; otherwise at once
/// @param notAfter when it has become useless, like a link that no longer opens, and is thrown away
/// @param unsubscribe where its reader can say no to further ones (RFC 2369 §3.2)
public record Letter(
    EmailAddress to,
    Lang lang,
    String subject,
    List<String> paragraphs,
    @Nullable Link link,
    String dedupKey,
    Urgency urgency,
    @Nullable Instant notBefore,
    @Nullable Instant notAfter,
    @Nullable URI unsubscribe) {
  private static final int LONGEST_SUBJECT = 150;
  private static final int LONGEST_PARAGRAPH = 10_000;
  private static final int MOST_PARAGRAPHS = 100;
  private static final int LONGEST_ADDRESS = 2000;

  /// Whether a letter waits for the morning.
  public enum Urgency {
    /// Somebody sits waiting for it: a link to sign in. Leaves in the middle of the night too.
    NOW,
    /// Leaves only when people are awake.
    CALM
  }

  /// The one link of a letter, and the words it is shown with.
  public record Link(String words, URI address) {
    public Link {
      oneLine(words, LONGEST_SUBJECT);
      web(address);
    }
  }

  public Letter {
    oneLine(subject, LONGEST_SUBJECT);
    paragraphs = List.copyOf(paragraphs);
    if (paragraphs.isEmpty() || paragraphs.size() > MOST_PARAGRAPHS) {
      throw new IllegalArgumentException("a letter without words, or far too long");
    }
    paragraphs.forEach(paragraph -> oneLine(paragraph, LONGEST_PARAGRAPH));
    oneLine(dedupKey, LONGEST_ADDRESS);
    if (unsubscribe != null) {
      web(unsubscribe);
    }
  }

  /// A letter that somebody sits waiting for.
  public static Letter now(
      EmailAddress to, Lang lang, String subject, List<String> paragraphs, String dedupKey) {
    return new Letter(to, lang, subject, paragraphs, null, dedupKey, Urgency.NOW, null, null, null);
  }

  /// A letter that may wait for the morning.
  public static Letter calm(
      EmailAddress to, Lang lang, String subject, List<String> paragraphs, String dedupKey) {
    return new Letter(
        to, lang, subject, paragraphs, null, dedupKey, Urgency.CALM, null, null, null);
  }

  public Letter withLink(String words, URI address) {
    return new Letter(
        to,
        lang,
        subject,
        paragraphs,
        new Link(words, address),
        dedupKey,
        urgency,
        notBefore,
        notAfter,
        unsubscribe);
  }

  public Letter heldUntil(Instant time) {
    return new Letter(
        to, lang, subject, paragraphs, link, dedupKey, urgency, time, notAfter, unsubscribe);
  }

  public Letter goodUntil(Instant time) {
    return new Letter(
        to, lang, subject, paragraphs, link, dedupKey, urgency, notBefore, time, unsubscribe);
  }

  public Letter withUnsubscribe(URI address) {
    return new Letter(
        to, lang, subject, paragraphs, link, dedupKey, urgency, notBefore, notAfter, address);
  }

  /// Says nothing of what it says.
  @Override
  public String toString() {
    return "a letter, " + urgency.name().toLowerCase(Locale.ROOT);
  }

  private static void oneLine(String words, int longest) {
    IntPredicate breaks =
        letter ->
            Character.isISOControl(letter)
                || Character.getType(letter) == Character.LINE_SEPARATOR
                || Character.getType(letter) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(letter) == Character.SURROGATE;
    if (words.isBlank() || words.length() > longest) {
      throw new IllegalArgumentException("empty words in a letter, or far too many");
    }
    if (words.codePoints().anyMatch(breaks)) {
      throw new IllegalArgumentException("a line break or control character in a letter");
    }
  }

  private static void web(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!(scheme.equals("https") || scheme.equals("http")) || address.getHost() == null) {
      throw new IllegalArgumentException("a letter's link leads to a page, by its whole address");
    }
    // Headers and the plain part hold nothing but ASCII.
    oneLine(address.toASCIIString(), LONGEST_ADDRESS);
  }
}
