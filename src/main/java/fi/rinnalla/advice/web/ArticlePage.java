package fi.rinnalla.advice.web;

import fi.rinnalla.advice.DeskArticles;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Articles;
import fi.rinnalla.knowledge.Prose;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Results;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A question that is asked often, its answer, and the way on: to what the directory has, or to a
/// human.
@Controller
public class ArticlePage {
  private final Articles articles;
  private final DeskArticles links;
  private final OwnForms ours;

  ArticlePage(Articles articles, DeskArticles links, OwnForms ours) {
    this.ours = ours;
    this.articles = articles;
    this.links = links;
  }

  /// What the page shows.
  ///
  /// @param answer in the language it is said in, which may be another than the page's
  public record Shown(Article article, Text.Said answer, Prose prose, List<Results.Hit> hits) {}

  @Needs(action = Action.READ, record = RecordType.ARTICLE)
  @GetMapping({"/fi/usein-kysytty/{slug}", "/sv/vanlig-fraga/{slug}", "/en/common-question/{slug}"})
  String show(Page page, @PathVariable String slug, Model model) {
    Article article = get(slug);
    Text.Said answer = article.answer().said(page.lang()).orElseThrow();
    page.is(Route.ARTICLE, article.slug());
    model.addAttribute(
        "shown",
        new Shown(article, answer, Prose.of(answer.words()), links.links(article.links())));
    return "advice/article";
  }

  @Needs(action = Action.CREATE, record = RecordType.ANSWER)
  @GetMapping({"/fi/auttoiko/{slug}", "/sv/hjalpte-det/{slug}", "/en/did-it-help/{slug}"})
  String thanks(
      Page page,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String said,
      Model model) {
    Article article = get(slug);
    page.is(Route.HELPED, article.slug());
    model.addAttribute("article", article);
    model.addAttribute("said", said.equals("yes") || said.equals("no") ? said : "");
    return "advice/helped";
  }

  @Needs(action = Action.CREATE, record = RecordType.ANSWER)
  @Limited(perHour = 20)
  @PostMapping({"/fi/auttoiko/{slug}", "/sv/hjalpte-det/{slug}", "/en/did-it-help/{slug}"})
  String helped(
      Page page,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String said,
      HttpServletRequest request) {
    ours.require(request);
    Article article = get(slug);
    if (said.equals("yes") || said.equals("no")) {
      articles.helped(article.id(), said.equals("yes"));
    }
    return "redirect:"
        + page.to(Route.HELPED, article.slug())
        + (said.equals("yes") || said.equals("no") ? "?said=" + said : "");
  }

  private Article get(String slug) {
    return articles.published(slug).orElseThrow(() -> new NoSuchRecord(RecordType.ARTICLE));
  }
}
