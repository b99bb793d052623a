package fi.rinnalla.advice.web;

import fi.rinnalla.advice.DeskArticles;
import fi.rinnalla.advice.DeskArticles.Outcome;
import fi.rinnalla.advice.Desks;
import fi.rinnalla.advice.Wanting;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.pages.Page;
import fi.rinnalla.search.Results;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/// What the pages of a desk's articles show, the same from both sides of the desk.
@Component
public class ArticleSheets {
  private final DeskArticles articles;
  private final Wanting wanting;
  private final Desks desks;

  ArticleSheets(DeskArticles articles, Wanting wanting, Desks desks) {
    this.articles = articles;
    this.wanting = wanting;
    this.desks = desks;
  }

  /// The list, and what was asked in vain.
  ///
  /// @param fresh for a new one
  public record Shown(
      Desks.Shown desk,
      DeskArticles.Side side,
      List<DeskArticles.Kept> kept,
      List<Wanting.Line> wanting,
      UUID fresh,
      String done) {}

  /// One article being written.
  ///
  /// @param article null while it is new
  /// @param hits what its links lead to, as it is found now
  public record Sheet(
      Desks.Shown desk,
      DeskArticles.Side side,
      UUID id,
      @Nullable Article article,
      ArticleForm form,
      List<Results.Hit> hits,
      String fault) {
    public boolean mayWrite() {
      return article == null || article.state() == Article.State.DRAFT || side.isKeepers();
    }

    public String faulty(Lang lang) {
      return switch (fault) {
        case "half", "markup" -> "answer_" + lang.code();
        case "no_link", "too_many" -> "q";
        default -> "question_" + lang.code();
      };
    }
  }

  String list(Page page, Caller caller, DeskArticles.Side side, String done, Model model) {
    List<DeskArticles.Kept> kept = articles.of(caller, side);
    page.is(lang -> Addresses.articles(lang, side));
    boolean known = List.of("save", "publish", "retire").contains(done);
    model.addAttribute(
        "shown",
        new Shown(
            desk(side),
            side,
            kept,
            wanting.of(caller, side),
            UUID.randomUUID(),
            known ? done : ""));
    return "advice/articles";
  }

  String sheet(Page page, Caller caller, DeskArticles.Side side, UUID id, Model model) {
    Article found = articles.find(caller, side, id).orElse(null);
    ArticleForm form = found == null ? ArticleForm.empty() : ArticleForm.of(found);
    return sheet(page, side, id, found, form, "", model);
  }

  String act(
      Page page,
      Caller caller,
      DeskArticles.Side side,
      UUID id,
      MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    String act = Optional.ofNullable(typed.getFirst("act")).orElse("save");
    ArticleForm form = ArticleForm.read(typed);
    Outcome outcome =
        switch (act) {
          case "publish" -> {
            Outcome written = articles.write(caller, side, id, form.told());
            yield written == Outcome.DONE
                ? articles.become(caller, side, id, Article.State.PUBLISHED)
                : written;
          }
          case "retire" -> articles.become(caller, side, id, Article.State.RETIRED);
          default -> articles.write(caller, side, id, form.told());
        };
    if (outcome == Outcome.DONE) {
      boolean goesOn = act.equals("save") && !form.value("q").isBlank();
      return "redirect:"
          + (goesOn
              ? Addresses.article(page.lang(), side, id) + "#q"
              : Addresses.articles(page.lang(), side) + "?done=" + act);
    }
    response.setStatus(422);
    Article found = articles.find(caller, side, id).orElse(null);
    String fault = outcome.name().toLowerCase(Locale.ROOT);
    return sheet(page, side, id, found, form, fault, model);
  }

  private String sheet(
      Page page,
      DeskArticles.Side side,
      UUID id,
      @Nullable Article article,
      ArticleForm form,
      String fault,
      Model model) {
    page.is(lang -> Addresses.article(lang, side, id));
    model.addAttribute(
        "sheet",
        new Sheet(desk(side), side, id, article, form, articles.links(form.links()), fault));
    return "advice/article-sheet";
  }

  private Desks.Shown desk(DeskArticles.Side side) {
    return desks.find(side.desk()).orElseThrow(() -> new NoSuchRecord(RecordType.DESK));
  }
}
