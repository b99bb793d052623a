package fi.rinnalla.advice.web;

import fi.rinnalla.advice.DeskArticles;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Articles for whoever keeps the desk: they write, publish and take away.
@Controller
public class KeptArticlesPage {
  private final ArticleSheets sheets;

  KeptArticlesPage(ArticleSheets sheets) {
    this.sheets = sheets;
  }

  @Needs(action = Action.READ, record = RecordType.ARTICLE, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/neuvonta/{desk}/tietopankki",
    "/sv/min/organisation/{organization}/radgivning/{desk}/kunskapsbank",
    "/en/my/organization/{organization}/advice/{desk}/knowledge"
  })
  String list(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return sheets.list(
        page, caller, new DeskArticles.Side(desk, organization.value()), done, model);
  }

  @Needs(action = Action.READ, record = RecordType.ARTICLE, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/neuvonta/{desk}/tietopankki/{article}",
    "/sv/min/organisation/{organization}/radgivning/{desk}/kunskapsbank/{article}",
    "/en/my/organization/{organization}/advice/{desk}/knowledge/{article}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID desk,
      @PathVariable UUID article,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return sheets.sheet(
        page, caller, new DeskArticles.Side(desk, organization.value()), article, done, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.ARTICLE, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/neuvonta/{desk}/tietopankki/{article}",
    "/sv/min/organisation/{organization}/radgivning/{desk}/kunskapsbank/{article}",
    "/en/my/organization/{organization}/advice/{desk}/knowledge/{article}"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID desk,
      @PathVariable UUID article,
      @RequestParam MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    return sheets.act(
        page,
        caller,
        new DeskArticles.Side(desk, organization.value()),
        article,
        typed,
        response,
        model);
  }
}
