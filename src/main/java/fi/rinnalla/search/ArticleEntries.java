package fi.rinnalla.search;

import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Prose;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes entries of questions that are asked often.
@Component
class ArticleEntries {
  private final EntryParts parts;

  ArticleEntries(EntryParts parts) {
    this.parts = parts;
  }

  /// The entries of those that are published, and not so old that they would mislead.
  List<Entry> of(List<Article> articles) {
    List<Article> shown = articles.stream().filter(Article::isPublished).toList();
    Map<OrganizationId, Organization> organizers =
        parts.organizations(
            shown.stream().flatMap(it -> it.organizations().stream()).map(OrganizationId::new));
    List<Entry> entries = new ArrayList<>();
    for (Article it : shown) {
      Organization organizer =
          it.organizations().stream()
              .sorted()
              .map(id -> organizers.get(new OrganizationId(id)))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      LocalDate checked = Objects.requireNonNull(it.checkedOn());
      Freshness freshness = parts.freshness(organizer, checked);
      if (freshness.isFound()) {
        entries.add(article(it, organizer == null ? Text.none() : organizer.name(), freshness));
      }
    }
    return entries;
  }

  private Entry article(Article article, Text organizer, Freshness freshness) {
    Set<AreaCode> within = new LinkedHashSet<>();
    article.areas().forEach(area -> within.addAll(parts.lineage(area, null)));
    Text answer = plain(article.answer());
    Card card =
        new Card(
            new EntryKey(Kind.ARTICLE, article.id()),
            article.slug(),
            article.question(),
            EntryParts.beginning(answer),
            organizer,
            Text.none(),
            null,
            Text.none(),
            0,
            List.of(),
            false,
            AgeRange.ANY,
            false,
            Text.none(),
            List.of(),
            Set.of(),
            false,
            false,
            false,
            article.checkedOn(),
            freshness == Freshness.OVERDUE);
    List<Text> subjects = parts.subjects(List.of(), within);
    // A question of many words is no name: whoever types one of them wants the place itself first.
    subjects.add(article.question());
    Set<UUID> related = new HashSet<>(article.organizations());
    article.links().forEach(it -> related.add(it.id()));
    return new Entry(
        card, List.of(), subjects, List.of(answer), within, Set.of(), related, List.of());
  }

  private static Text plain(Text answer) {
    Text plain = Text.none();
    for (Lang lang : Lang.values()) {
      String words = answer.in(lang);
      plain = plain.with(lang, words == null ? null : Prose.plain(words));
    }
    return plain;
  }
}
