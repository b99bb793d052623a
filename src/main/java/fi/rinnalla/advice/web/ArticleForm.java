package fi.rinnalla.advice.web;

import fi.rinnalla.advice.DeskArticles;
import fi.rinnalla.advice.Topic;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Prose;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/// An article as somebody writes it.
///
/// @param links what it leads to, as written in the form
public record ArticleForm(Map<String, String> typed, List<Article.Link> links) {
  public ArticleForm {
    typed = Map.copyOf(typed);
    links = List.copyOf(links);
  }

  static ArticleForm empty() {
    return new ArticleForm(Map.of(), List.of());
  }

  static ArticleForm of(Article article) {
    Map<String, String> values = new HashMap<>();
    for (Lang lang : Lang.values()) {
      put(values, "question_" + lang.code(), article.question(), lang);
      put(values, "answer_" + lang.code(), article.answer(), lang);
    }
    values.put("topic", article.topic());
    return new ArticleForm(values, article.links());
  }

  private static void put(Map<String, String> values, String name, Text text, Lang lang) {
    String words = text.in(lang);
    values.put(name, words == null ? "" : words);
  }

  static ArticleForm read(MultiValueMap<String, String> typed) {
    List<Article.Link> links =
        typed.getOrDefault("link", List.of()).stream()
            .flatMap(it -> Article.Link.find(it).stream())
            .limit(Article.MOST_LINKS)
            .toList();
    return new ArticleForm(typed.toSingleValueMap(), links);
  }

  public String value(String name) {
    return typed.getOrDefault(name, "");
  }

  /// Whether the links in its answers lead to pages that there are.
  boolean leadsToPages() {
    return Prose.paths(told().answer()).stream().allMatch(Route::isKnown);
  }

  DeskArticles.Told told() {
    Text question = Text.none();
    Text answer = Text.none();
    for (Lang lang : Lang.values()) {
      String asked = Typed.plain(value("question_" + lang.code())).replace('\n', ' ');
      question = question.with(lang, asked);
      answer = answer.with(lang, Typed.plain(value("answer_" + lang.code())));
    }
    String topic = Topic.find(value("topic")).map(Topic::code).orElse("");
    return new DeskArticles.Told(question, answer, topic, links, Typed.plain(value("q")));
  }
}
