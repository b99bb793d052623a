package fi.rinnalla.pages;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/// Plain words in which a written address of the web can be opened. For the words of those whom the
/// reader turned to; what a stranger wrote stays as it is, for nobody knows where it leads.
///
/// @param isLink whether these words are an address
public record Linked(String words, boolean isLink) {
  private static final LinkExtractor LINKS =
      LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

  public static List<Linked> of(String words) {
    return StreamSupport.stream(LINKS.extractSpans(words).spliterator(), false)
        .map(span -> {
          String part = words.substring(span.getBeginIndex(), span.getEndIndex());
          return new Linked(part, span instanceof LinkSpan && part.matches("(?i)https?://.+"));
        })
        .toList();
  }
}
