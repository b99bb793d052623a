package fi.rinnalla.advice;

import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Articles;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import fi.rinnalla.vocabulary.Zone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// What the demo's desk is asked often, of `demo/articles.json`: made up, but true to what families
/// ask.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoArticles {
  private static final String FILE = "/demo/articles.json";

  private final Articles articles;
  private final Json json;
  private final Clock clock;

  DemoArticles(Articles articles, Json json, Clock clock) {
    this.articles = articles;
    this.json = json;
    this.clock = clock;
  }

  /// @param key by which it gets its id
  /// @param links services by their ids, events by the ids of their file
  record Written(String key, String topic, List<String> links, Text question, Text answer) {}

  void arrive(AdviceDesk desk) {
    if (!articles.of(desk.id()).isEmpty()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    Written[] all = read();
    for (int i = 0; i < all.length; i++) {
      Written it = all[i];
      articles.put(
          new Article(
              UuidV5.of("demo", "article", it.key()),
              desk.id(),
              desk.organizations(),
              desk.areas(),
              it.topic(),
              it.question(),
              it.answer(),
              it.links().stream().map(DemoArticles::link).toList(),
              Article.State.PUBLISHED,
              today.minusDays(i),
              clock.instant().minusSeconds(i)));
    }
  }

  private static Article.Link link(String written) {
    String kind = written.substring(0, written.indexOf(':'));
    String id = written.substring(kind.length() + 1);
    return Article.Link.find(written)
        .orElseGet(() -> new Article.Link(kind, UuidV5.of("demo", kind, id)));
  }

  private Written[] read() {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(FILE))) {
      String written = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return json.read(written, Written[].class);
    } catch (IOException cause) {
      throw new UncheckedIOException("the demo's articles can't be read", cause);
    }
  }
}
