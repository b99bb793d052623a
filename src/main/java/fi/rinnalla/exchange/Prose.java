package fi.rinnalla.exchange;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;

/// Makes plain paragraphs of whatever a feed calls a text. Our pages show words, never a stranger's
/// markup, so nothing of it is kept but where a paragraph ends.
final class Prose {
  private static final Pattern MARKUP =
      Pattern.compile("<[a-zA-Z/!][^>]{0,2000}>|&(#\\d{1,6}|[a-zA-Z]{2,8});");
  private static final Pattern BREAK =
      Pattern.compile("</?(p|div|h[1-6]|ul|ol|tr|table)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ANY_TAG = Pattern.compile("<[^>]*>");

  /// Control characters, and marks that nobody sees: those that turn the direction of writing could
  /// make an address read as another. The joiners of emoji and of Arabic and Indic writing stay.
  private static final Pattern CONTROL =
      Pattern.compile(
          "[\\p{Cntrl}&&[^\n\t]]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
              + "|(?<![^\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{N}\\p{P}\\s])[\u200c\u200d]");

  /// Nobody's language puts more than four marks on one letter.
  private static final Pattern HEAP_OF_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");

  private static final Safelist PARAGRAPHS =
      Safelist.none()
          .addTags("p", "br", "div", "li", "ul", "ol", "tr", "table")
          .addTags("h1", "h2", "h3", "h4", "h5", "h6");

  private Prose() {}

  record Cleaned(String words, boolean hadMarkup) {}

  static Cleaned clean(String text) {
    String plain = tidy(text.replace("\r\n", "\n").replace('\r', '\n'));
    if (!MARKUP.matcher(plain).find()) {
      return new Cleaned(plain.strip(), false);
    }
    String html =
        Jsoup.clean(
            plain.replace("\n", "<br>"),
            "",
            PARAGRAPHS,
            new Document.OutputSettings().prettyPrint(false));
    String lines = BREAK.matcher(html).replaceAll("\n\n");
    lines = lines.replaceAll("(?i)<li>", "\n– ").replaceAll("(?i)<br ?/?>", "\n");
    String words = Parser.unescapeEntities(ANY_TAG.matcher(lines).replaceAll(""), false);
    words =
        words
            .replace('\u00a0', ' ')
            .replaceAll("[ \t]+", " ")
            .replaceAll(" ?\n ?", "\n")
            .replaceAll("\n{3,}", "\n\n");
    // An entity may have hidden what was taken out before.
    return new Cleaned(tidy(words).strip(), true);
  }

  private static String tidy(String text) {
    return HEAP_OF_MARKS.matcher(CONTROL.matcher(text).replaceAll("")).replaceAll("$1");
  }
}
