package fi.rinnalla.channels;

import fi.rinnalla.vocabulary.Lang;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// What a search finds, for those who read by a feed reader: Atom, RFC 4287. Ids are those of the
/// records, so that nothing is new twice, and `updated` is when the record was changed.
///
/// @param id of the feed itself, the same for the same search
/// @param alternate the search as a page
/// @param updated when there is nothing in it
public record AtomFeed(
    UUID id,
    Lang lang,
    String title,
    String subtitle,
    URI self,
    URI alternate,
    Instant updated,
    List<Entry> entries) {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /// XML 1.0 §2.2 has no place for these, not even escaped.
  private static final Pattern NO_XML =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]|\\p{Cs}");

  public AtomFeed {
    entries = List.copyOf(entries);
  }

  /// @param lang of the title
  /// @param author who offers it; the feed's own when nobody is told
  /// @param term of the category, and its label in words
  public record Entry(
      UUID id,
      Lang lang,
      String title,
      String summary,
      URI page,
      Instant published,
      Instant updated,
      String author,
      String term,
      String label) {}

  public String write() {
    StringWriter written = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(written);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml:lang", lang.code());
      text(xml, "id", urn(id));
      text(xml, "title", title);
      if (!subtitle.isEmpty()) {
        text(xml, "subtitle", subtitle);
      }
      text(xml, "updated", changed().toString());
      link(xml, "self", "application/atom+xml", self);
      link(xml, "alternate", "text/html", alternate);
      author(xml, "Rinnalla");
      for (Entry entry : entries) {
        write(xml, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a feed can't be written into memory", impossible);
    }
    return written.toString();
  }

  private Instant changed() {
    return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(updated);
  }

  private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    xml.writeAttribute("xml:lang", entry.lang().code());
    text(xml, "id", urn(entry.id()));
    text(xml, "title", entry.title());
    text(xml, "published", entry.published().toString());
    text(xml, "updated", entry.updated().toString());
    link(xml, "alternate", "text/html", entry.page());
    if (!entry.author().isEmpty()) {
      author(xml, entry.author());
    }
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", entry.term());
    xml.writeAttribute("label", plain(entry.label()));
    // A feed whose entries have no content needs their summaries (RFC 4287 §4.1.1.1 advises it).
    text(xml, "summary", entry.summary());
    xml.writeEndElement();
  }

  private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement("author");
    text(xml, "name", name);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String type, URI to)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", to.toString());
  }

  private static void text(XMLStreamWriter xml, String name, String words)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(plain(words));
    xml.writeEndElement();
  }

  private static String plain(String words) {
    return NO_XML.matcher(words).replaceAll("");
  }

  private static String urn(UUID id) {
    return "urn:uuid:" + id;
  }
}
