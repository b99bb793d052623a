package fi.rinnalla.site.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Assets;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.site.Sitemap;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The files that programs look for at the root of every site.
@Controller
class SiteFiles {
  private static final int LONGEST_NUMBER = 6;
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Sitemap sitemap;
  private final Assets assets;
  private final SiteAddress site;

  SiteFiles(Sitemap sitemap, Assets assets, SiteAddress site) {
    this.sitemap = sitemap;
    this.assets = assets;
    this.site = site;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/robots.txt")
  ResponseEntity<String> robots() {
    // The sitemap is named whole, with the host (sitemaps.org).
    String words =
        """
        User-agent: *
        Disallow: /api/

        Sitemap: %s
        """
            .formatted(site.of("/sitemap.xml"));
    return ResponseEntity.ok().contentType(TEXT).body(words);
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/favicon.ico")
  String favicon() {
    return "redirect:" + assets.path("icon-192.png");
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/sitemap.xml")
  void sitemap(HttpServletResponse response) throws IOException {
    write(response, sitemap.first());
  }

  /// One part of a sitemap that is too long for one file.
  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/{part:sitemap-[0-9]+[.]xml}")
  void sitemap(@PathVariable String part, HttpServletResponse response) throws IOException {
    String number = part.replaceAll("\\D", "");
    Sitemap.File file =
        number.length() > LONGEST_NUMBER
            ? null
            : sitemap.part(Integer.parseInt(number)).orElse(null);
    if (file == null) {
      throw new NotFound();
    }
    write(response, file);
  }

  private static void write(HttpServletResponse response, Sitemap.File file) throws IOException {
    response.setContentType("application/xml");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    file.writeTo(response.getOutputStream());
  }
}
