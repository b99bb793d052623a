package fi.rinnalla.channels.web;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.web.Asked;
import fi.rinnalla.search.web.Chips;
import fi.rinnalla.search.web.Strictly;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Reads what a calendar, a feed reader or somebody else's page asks for, which is what the search
/// for programs takes, and writes what they may keep for a while.
@Component
class Followed {
  /// Programs ask again and again; a quarter of an hour old is new enough for them.
  private static final String KEPT = "public, max-age=900";

  private static final int ETAG_BYTES = 16;
  private static final String NOT_UNDERSTOOD = "Rinnalla-Not-Understood";

  private final Areas areas;
  private final Classification classification;
  private final Chips chips;
  private final Pages pages;

  Followed(Areas areas, Classification classification, Chips chips, Pages pages) {
    this.areas = areas;
    this.classification = classification;
    this.chips = chips;
    this.pages = pages;
  }

  /// A search that somebody follows.
  ///
  /// @param words what narrows it: `Hyvinkää, Maksuton`; empty when nothing does
  /// @param unheard what of it could not be understood
  record Search(Page page, Asked asked, String words, List<Asked.Problem> unheard) {
    /// `Rinnalla: Hyvinkää, Maksuton`.
    String title() {
      return words.isEmpty() ? "Rinnalla" : page.say("channels.title", words);
    }

    Lang lang() {
      return page.lang();
    }

    /// What of it could not be understood, in sentences; the rest is followed.
    String problems() {
      return unheard.stream()
          .map(it -> page.say(it.message(), it.value()))
          .collect(Collectors.joining(" "));
    }

    /// The search with what comes next first, unless it was asked otherwise: whoever looks in now
    /// and then wants to know what is soon.
    Query soonest() {
      return asked.first("sort").isEmpty() ? asked.query().by(Query.Sort.TIME) : asked.query();
    }

    /// The search as a page of ours.
    String onPage() {
      return page.to(Route.SEARCH) + asked.with("view", null);
    }
  }

  /// @param alsoRead what the address takes beside the search and its language
  Search of(MultiValueMap<String, String> parameters, String language, String... alsoRead) {
    Lang lang = Lang.find(language).orElse(Lang.FI);
    Page page = pages.at(Route.SEARCH.path(lang), null);
    Asked asked = Asked.of(parameters, areas, classification, page.now());
    String words =
        chips.of(page, asked).stream().map(Chips.Chip::words).collect(Collectors.joining(", "));
    return new Search(page, asked, words, Strictly.problems(parameters, asked, Set.of(alsoRead)));
  }

  /// Names for the program's maker what was not understood, as a list of strings (RFC 9651). What
  /// somebody follows is not refused for it: a theme may have been given up, or a town merged, and
  /// a calendar that stops coming looks like one with nothing in it.
  static void tell(HttpServletResponse response, Search search) {
    String names =
        search.unheard().stream()
            .map(Asked.Problem::parameter)
            .distinct()
            .map(it -> "\"" + it.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "?") + "\"")
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      response.setHeader(NOT_UNDERSTOOD, names);
    }
  }

  /// The header stands already as every page has it, and is set anew, not added to. Asked again
  /// with the same tag, Spring answers that nothing has changed.
  static ResponseEntity<byte[]> kept(
      HttpServletResponse response, Search search, MediaType type, String file, String written) {
    tell(response, search);
    response.setHeader("Cache-Control", KEPT);
    byte[] digest = Sha256.of(written);
    return ResponseEntity.ok()
        .contentType(type)
        .eTag("\"" + HexFormat.of().formatHex(digest, 0, ETAG_BYTES) + "\"")
        .header("Content-Disposition", "inline; filename=\"" + file + "\"")
        .body(written.getBytes(StandardCharsets.UTF_8));
  }
}
