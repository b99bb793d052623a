package fi.rinnalla.channels.web;

import fi.rinnalla.channels.Accent;
import fi.rinnalla.channels.TextSize;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.search.web.Asked;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/// Where a search becomes something to take along: a calendar to subscribe to, a feed, a piece of
/// code for one's own page.
@Controller
public class TakeAlongPage {
  /// What the form doesn't ask itself and takes along unseen.
  private static final List<String> NARROWING =
      List.of(
          "area", "lat", "lon", "radius", "age", "free", "lang", "acc", "theme", "kind", "of",
          "sort");

  /// What only the form of this page asks.
  private static final Set<String> CHOSEN = Set.of("size", "language", "accent", "text");

  private final Followed followed;
  private final SiteAddress site;

  TakeAlongPage(Followed followed, SiteAddress site) {
    this.followed = followed;
    this.site = site;
  }

  /// @param words what is searched, in words
  /// @param calendar the address to copy, and the one that opens a calendar program by itself
  /// @param fault what the colour lacks
  /// @param changing whether what is shown and how is being chosen, and so lies open
  public record Shown(
      Asked asked,
      String words,
      Lang language,
      String calendar,
      String webcal,
      String feed,
      String search,
      String frame,
      String script,
      String iframe,
      int hits,
      String accent,
      TextSize text,
      @Nullable String fault,
      boolean changing,
      List<Hidden> hidden) {
    private static final int HIGH_AROUND = 240;
    private static final int HIGH_EACH = 160;

    /// How high a frame must be for all that is in it, by guess: a script makes it fit, and without
    /// one an empty space at its foot is better than a list that is cut.
    public int height() {
      return HIGH_AROUND + hits * HIGH_EACH;
    }
  }

  public record Hidden(String name, String value) {}

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping({"/fi/upota", "/sv/badda-in", "/en/embed-it"})
  String show(
      Page page,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "") String language,
      HttpServletResponse response,
      Model model) {
    page.is(Route.EMBED_IT);
    Lang lang = Lang.find(language).orElse(page.lang());
    Followed.Search search = followed.of(parameters, lang.code());
    Asked asked = search.asked();
    Look look = Look.of(parameters);
    String fault = fault(page, look.accent());
    if (fault != null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    String more = "&size=" + EmbedPage.hits(search) + look.parameters();
    String frame = "/embed" + asked.followed(lang) + more;
    // A calendar goes on by itself: whoever asked for this week wants the next one, too.
    String calendar = site.of("/calendar.ics" + asked.followed(lang, "when", "sort")).toString();
    model.addAttribute(
        "shown",
        new Shown(
            asked,
            // As the page speaks, whatever language the code is for.
            followed.of(parameters, page.lang().code()).words(),
            lang,
            calendar,
            calendar.replaceFirst("^https?:", "webcal:"),
            site.of("/feed.atom" + asked.followed(lang)).toString(),
            search.onPage(),
            frame,
            script(search, look),
            iframe(search, frame),
            EmbedPage.hits(search),
            look.typed().isEmpty() ? "#" + Accent.OURS.hex() : look.typed(),
            look.text(),
            fault,
            CHOSEN.stream().anyMatch(parameters::containsKey),
            hidden(asked)));
    return "channels/take-along";
  }

  private static @Nullable String fault(Page page, Accent accent) {
    return switch (accent) {
      case Accent.Fits _ -> null;
      case Accent.TooPale _ -> page.say("embed_it.too_pale");
      case Accent.NotAColour _ -> page.say("embed_it.not_a_colour");
    };
  }

  private String script(Followed.Search search, Look look) {
    String query = search.asked().followed(search.lang()).substring(1);
    StringBuilder code = new StringBuilder("<script src=\"");
    code.append(escaped(site.of("/widget.js").toString())).append('"');
    attribute(code, "query", query);
    attribute(code, "size", Integer.toString(EmbedPage.hits(search)));
    attribute(code, "title", search.title());
    if (!look.accent().drawn().equals(Accent.OURS)) {
      attribute(code, "accent", look.accent().drawn().hex());
    }
    if (look.text() != TextSize.NORMAL) {
      attribute(code, "text", look.text().code());
    }
    return code.append(" async></script>").toString();
  }

  private static void attribute(StringBuilder code, String name, String value) {
    code.append(" data-").append(name).append("=\"").append(escaped(value)).append('"');
  }

  private String iframe(Followed.Search search, String frame) {
    return "<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"640\" style=\"border: 0\" loading=\"lazy\"></iframe>"
        .formatted(escaped(site.of(frame).toString()), escaped(search.title()));
  }

  /// Only what must be; letters stay letters, for a person reads the code.
  private static String escaped(String value) {
    return HtmlUtils.htmlEscape(value, "UTF-8");
  }

  private static List<Hidden> hidden(Asked asked) {
    List<Hidden> hidden = new ArrayList<>();
    for (String name : NARROWING) {
      asked.all(name).forEach(value -> hidden.add(new Hidden(name, value)));
    }
    return hidden;
  }
}
