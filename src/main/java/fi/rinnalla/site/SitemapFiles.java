package fi.rinnalla.site;

import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Lang;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes a sitemap (sitemaps.org) into as many files as it takes. They are kept packed, since
/// addresses resemble each other and a whole country has a million of them.
final class SitemapFiles {
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String FIRST =
      HEAD + "<urlset xmlns=\"" + NAMESPACE + "\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
  private static final String LAST = "</urlset>\n";

  private final SiteAddress site;
  private final int mostAddresses;
  private final int mostBytes;
  private final List<Sitemap.File> done = new ArrayList<>();
  private @Nullable Part part;

  /// @param mostAddresses in one file
  /// @param mostBytes of one file, unpacked
  SitemapFiles(SiteAddress site, int mostAddresses, int mostBytes) {
    this.site = site;
    this.mostAddresses = mostAddresses;
    this.mostBytes = mostBytes;
  }

  private static final class Part {
    final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    final OutputStream out = new GZIPOutputStream(packed);
    int addresses;
    int bytes;

    Part() throws IOException {
      write(FIRST.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] xml) throws IOException {
      out.write(xml);
      bytes += xml.length;
    }
  }

  /// A page in each language; those that are each other's translations never part.
  ///
  /// @param slug empty when the route is the whole address
  /// @param changed when it last changed, if that is known
  void add(Route route, String slug, @Nullable Instant changed) {
    StringBuilder others = new StringBuilder();
    for (Lang lang : Lang.values()) {
      others
          .append("<xhtml:link rel=\"alternate\" hreflang=\"")
          .append(lang.code())
          .append("\" href=\"")
          .append(address(route, lang, slug))
          .append("\"/>");
    }
    String lastmod =
        changed == null ? "" : "<lastmod>" + changed.truncatedTo(ChronoUnit.SECONDS) + "</lastmod>";
    StringBuilder xml = new StringBuilder();
    for (Lang lang : Lang.values()) {
      xml.append("<url><loc>")
          .append(address(route, lang, slug))
          .append("</loc>")
          .append(lastmod)
          .append(others)
          .append("</url>\n");
    }
    write(xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String address(Route route, Lang lang, String slug) {
    // Slugs are of a-z, 0-9 and hyphens, so there is nothing to escape but in the site's address.
    return site.of(slug.isEmpty() ? route.path(lang) : route.path(lang, slug))
        .toString()
        .replace("&", "&amp;");
  }

  private void write(byte[] xml) {
    int languages = Lang.values().length;
    try {
      Part open = part;
      if (open != null
          && (open.addresses + languages > mostAddresses
              || open.bytes + xml.length + LAST.length() > mostBytes)) {
        close(open);
        open = null;
      }
      if (open == null) {
        open = new Part();
        part = open;
      }
      open.write(xml);
      open.addresses += languages;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void close(Part open) throws IOException {
    open.write(LAST.getBytes(StandardCharsets.UTF_8));
    open.out.close();
    done.add(new Sitemap.File(open.packed.toByteArray()));
    part = null;
  }

  /// What was added: the file to begin at, which is the only part or tells where the parts are, and
  /// the parts.
  Sitemap.Files written() {
    try {
      if (part != null) {
        close(part);
      }
      if (done.size() == 1) {
        return new Sitemap.Files(done.getFirst(), done);
      }
      StringBuilder index = new StringBuilder(HEAD);
      index.append("<sitemapindex xmlns=\"").append(NAMESPACE).append("\">\n");
      for (int number = 1; number <= done.size(); number++) {
        index
            .append("<sitemap><loc>")
            .append(site.of("/sitemap-" + number + ".xml").toString().replace("&", "&amp;"))
            .append("</loc></sitemap>\n");
      }
      index.append("</sitemapindex>\n");
      return new Sitemap.Files(packed(index.toString()), done);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static Sitemap.File packed(String xml) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
    return new Sitemap.File(packed.toByteArray());
  }

  static void unpack(byte[] packed, OutputStream out) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      in.transferTo(out);
    }
  }
}
