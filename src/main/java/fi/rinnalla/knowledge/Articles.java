package fi.rinnalla.knowledge;

import fi.rinnalla.storage.ChangeLog;
import fi.rinnalla.vocabulary.ChangeMark;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the room. Who may write is asked by whoever calls.
@Component
public class Articles {
  private final ArticleRows rows;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Articles(ArticleRows rows, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.rows = rows;
    this.changes = new ChangeLog(jdbc, "knowledge");
    this.events = events;
    this.clock = clock;
  }

  /// How often an article was said to have helped, and not. Nothing else is known of who said so.
  public record Helped(int yes, int no) {
    public static final Helped NEVER = new Helped(0, 0);
  }

  /// Writes it down, over what there was.
  @Transactional
  public void put(Article article) {
    rows.put(article);
    changes.add("article", List.of(article.id()), clock.instant());
    events.publishEvent(new KnowledgeChanged(clock.instant()));
  }

  @Transactional(readOnly = true)
  public Optional<Article> find(UUID id) {
    return rows.find(id);
  }

  /// Held until the end of the transaction.
  @Transactional
  public Optional<Article> hold(UUID id) {
    return rows.hold(id);
  }

  /// The published one at an address, however its words are written.
  @Transactional(readOnly = true)
  public Optional<Article> published(String slug) {
    return rows.atTail(fi.rinnalla.vocabulary.Slug.tailOf(slug)).filter(Article::isPublished);
  }

  /// Those in any state, the published first.
  @Transactional(readOnly = true)
  public List<Article> of(UUID desk) {
    return rows.of(desk);
  }

  @Transactional(readOnly = true)
  public List<Article> list(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : rows.list(ids);
  }

  /// What is asked most, as far as one can tell: those that helped most come first.
  @Transactional(readOnly = true)
  public List<Article> common(int most) {
    return rows.common(most);
  }

  @Transactional(readOnly = true)
  public List<Article> common(UUID desk, int most) {
    return rows.common(desk, most);
  }

  @Transactional(readOnly = true)
  public void forEachPublished(Consumer<Article> reader) {
    rows.published().forEach(reader);
  }

  /// Counts that it was of help, or wasn't.
  @Transactional
  public void helped(UUID article, boolean yes) {
    rows.helped(article, yes);
  }

  @Transactional(readOnly = true)
  public Map<UUID, Helped> helped(UUID desk) {
    return rows.helped(desk);
  }

  @Transactional(readOnly = true)
  public List<ChangeLog.Change> changesAfter(ChangeMark mark, int most) {
    return changes.after(mark, most);
  }

  @Transactional(readOnly = true)
  public ChangeMark lastChange() {
    return changes.end();
  }
}
