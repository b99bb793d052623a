package fi.rinnalla.advice.web;

import fi.rinnalla.advice.DeskArticles;
import fi.rinnalla.advice.DeskArticles.Outcome;
import fi.rinnalla.advice.Desks;
import fi.rinnalla.advice.Wanting;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Prose;
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
  /// @param saved whether it has just been saved
  public record Sheet(
      Desks.Shown desk,
      DeskArticles.Side side,
      UUID id,
      @Nullable Article article,
      ArticleForm form,
      List<Results.Hit> hits,
      String fault,
      boolean saved) {
    /// How the saved answer looks in this language; nothing where it isn't written.
    public Optional<Prose> preview(Lang lang) {
      return Optional.ofNullable(article).map(it -> it.answer().in(lang)).map(Prose::of);
    }

    public boolean mayWrite() {
      return article == null || article.state() == Article.State.DRAFT || side.isKeepers();
    }

    public String faulty(Lang lang) {
      return switch (fault) {
        case "half", "markup", "bad_link", "dead_link" -> "answer_" + lang.code();
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

  String sheet(
      Page page, Caller caller, DeskArticles.Side side, UUID id, String done, Model model) {
    Article found = articles.find(caller, side, id).orElse(null);
    ArticleForm form = found == null ? ArticleForm.empty() : ArticleForm.of(found);
    return sheet(page, side, id, found, form, "", done.equals("save"), model);
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
    if (!act.equals("retire") && !form.leadsToPages()) {
      return refused(page, caller, side, id, form, "dead_link", response, model);
    }
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
      boolean goesOn = act.equals("save");
      return "redirect:"
          + (goesOn
              ? Addresses.article(page.lang(), side, id) + "?done=save"
              : Addresses.articles(page.lang(), side) + "?done=" + act);
    }
    String fault = outcome.name().toLowerCase(Locale.ROOT);
    return refused(page, caller, side, id, form, fault, response, model);
  }

  private String refused(
      Page page,
      Caller caller,
      DeskArticles.Side side,
      UUID id,
      ArticleForm form,
      String fault,
      HttpServletResponse response,
      Model model) {
    Article found = articles.find(caller, side, id).orElse(null);
    response.setStatus(422);
    return sheet(page, side, id, found, form, fault, false, model);
  }

  private String sheet(
      Page page,
      DeskArticles.Side side,
      UUID id,
      @Nullable Article article,
      ArticleForm form,
      String fault,
      boolean saved,
      Model model) {
    page.is(lang -> Addresses.article(lang, side, id));
    model.addAttribute(
        "sheet",
        new Sheet(desk(side), side, id, article, form, articles.links(form.links()), fault, saved));
    return "advice/article-sheet";
  }

  private Desks.Shown desk(DeskArticles.Side side) {
    return desks.find(side.desk()).orElseThrow(() -> new NoSuchRecord(RecordType.DESK));
  }
}
