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
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
  private static final Safelist PARAGRAPHS =
      Safelist.none()
          .addTags("p", "br", "div", "li", "ul", "ol", "tr", "table")
          .addTags("h1", "h2", "h3", "h4", "h5", "h6");

  private Prose() {}

  record Cleaned(String words, boolean hadMarkup) {}

  static Cleaned clean(String text) {
    String plain = CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
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
    return new Cleaned(words.strip(), true);
  }
}
