package fi.rinnalla.site.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.search.When;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One area: what is on there today, what there always is, and what lies within and beside it.
@Controller
public class AreaPage {
  private final Areas areas;
  private final Finder finder;
  private final Illustrations illustrations;

  AreaPage(Areas areas, Finder finder, Illustrations illustrations) {
    this.areas = areas;
    this.finder = finder;
    this.illustrations = illustrations;
  }

  public record Shown(
      Area area,
      List<Area> lineage,
      List<Area> within,
      List<Area> beside,
      Results today,
      Results services,
      Areas areas) {}

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/alue/{slug}", "/sv/omrade/{slug}", "/en/area/{slug}"})
  String show(Page page, @PathVariable String slug, Model model) {
    Area area = areas.findBySlug(slug).orElseThrow(NotFound::new);
    page.is(Route.AREA, slug);
    Query here = Query.all(page.now()).in(new Query.Where.In(List.of(area.code()), area.centre()));
    Results today =
        finder.find(
            here.during(When.parse("today", page.now()).orElseThrow())
                .of(Set.of(Kind.EVENT))
                .by(Query.Sort.TIME)
                .page(1, 12));
    model.addAttribute("card", illustrations.card(page, Route.AREA, slug));
    model.addAttribute(
        "shown",
        new Shown(
            area,
            areas.lineage(area.code()).reversed(),
            areas.children(area.code()),
            areas.neighbours(area.code(), 6),
            today,
            finder.find(here.of(Set.of(Kind.SERVICE)).by(Query.Sort.DISTANCE).page(1, 12)),
            areas));
    return "site/area";
  }
}
