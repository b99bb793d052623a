package fi.rinnalla.advice.web;

import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.SiteAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Whether a form of somebody without a name comes from our own page. Nobody has a token of forms
/// here, for that would be a cookie before the talk; browsers say by themselves where a form was
/// (Fetch Metadata), and old ones at least on whose site (RFC 6454, section 7).
@Component
class OwnForms {
  private final SiteAddress site;

  OwnForms(SiteAddress site) {
    this.site = site;
  }

  /// @throws NoSuchRecord when it comes from somebody else's
  void require(HttpServletRequest request) {
    if (!isOurs(request)) {
      throw new NoSuchRecord(RecordType.CHAT);
    }
  }

  private boolean isOurs(HttpServletRequest request) {
    String from = request.getHeader("Sec-Fetch-Site");
    if (from != null) {
      return from.equals("same-origin") || from.equals("none");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String here = request.getHeader(HttpHeaders.HOST);
    return origin == null
        || origin.equals(site.origin())
        || here != null && origin.replaceFirst("^https?://", "").equals(here);
  }
}
