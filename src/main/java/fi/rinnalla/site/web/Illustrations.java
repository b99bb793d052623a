package fi.rinnalla.site.web;

import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.pictures.Pictures;
import fi.rinnalla.pictures.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The pictures of what pages show.
@Component
class Illustrations {
  private final Pictures pictures;
  private final SiteAddress site;

  Illustrations(Pictures pictures, SiteAddress site) {
    this.pictures = pictures;
    this.site = site;
  }

  @Nullable Illustration of(Subject subject) {
    return pictures
        .find(subject)
        .map(it -> new Illustration(it, site.of(it.address()).toString()))
        .orElse(null);
  }

  /// Where the card of a page is, for what has no picture of its own.
  String card(Page page, Route route, String slug) {
    return site.of(page.to(route, slug) + ".png").toString();
  }
}
