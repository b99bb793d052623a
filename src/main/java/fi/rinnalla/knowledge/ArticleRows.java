package fi.rinnalla.knowledge;

import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Slug;
import fi.rinnalla.vocabulary.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of the articles.
@Component
class ArticleRows {
  private final JdbcClient jdbc;
  private final Json json;

  ArticleRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void put(Article it) {
    jdbc.sql(
            """
            insert into knowledge.article
              (id, tail, desk, organizations, areas, topic, question, answer, links, state,
               checked_on, changed_at)
            values (:id, :tail, :desk, :organizations, :areas, :topic, cast(:question as jsonb),
                    cast(:answer as jsonb), :links, :state, :checked, :changed)
            on conflict (id) do update
              set organizations = excluded.organizations, areas = excluded.areas,
                  topic = excluded.topic, question = excluded.question, answer = excluded.answer,
                  links = excluded.links, state = excluded.state,
                  checked_on = excluded.checked_on, changed_at = excluded.changed_at
            """)
        .param("id", it.id())
        .param("tail", Slug.tail(it.id()))
        .param("desk", it.desk())
        .param("organizations", it.organizations().toArray(UUID[]::new))
        .param("areas", it.areas().stream().map(AreaCode::value).sorted().toArray(String[]::new))
        .param("topic", it.topic())
        .param("question", json.write(it.question()))
        .param("answer", json.write(it.answer()))
        .param("links", it.links().stream().map(Article.Link::toString).toArray(String[]::new))
        .param("state", it.state().code())
        .param("checked", it.checkedOn(), Types.DATE)
        .param("changed", Timestamp.from(it.changedAt()))
        .update();
  }

  Optional<Article> find(UUID id) {
    return jdbc.sql("select * from knowledge.article where id = :id")
        .param("id", id)
        .query(this::article)
        .optional();
  }

  Optional<Article> hold(UUID id) {
    return jdbc.sql("select * from knowledge.article where id = :id for update")
        .param("id", id)
        .query(this::article)
        .optional();
  }

  Optional<Article> atTail(String tail) {
    return jdbc.sql("select * from knowledge.article where tail = :tail")
        .param("tail", tail)
        .query(this::article)
        .optional();
  }

  List<Article> of(UUID desk) {
    return jdbc.sql(
            """
            select * from knowledge.article where desk = :desk
             order by array_position(array['draft', 'published', 'retired'], state),
                      changed_at desc, id
            """)
        .param("desk", desk)
        .query(this::article)
        .list();
  }

  List<Article> list(Collection<UUID> ids) {
    return jdbc.sql("select * from knowledge.article where id = any (:ids) order by id")
        .param("ids", ids.toArray(UUID[]::new))
        .query(this::article)
        .list();
  }

  List<Article> published() {
    return jdbc.sql("select * from knowledge.article where state = 'published' order by id")
        .query(this::article)
        .list();
  }

  List<Article> common(int most) {
    return jdbc.sql(
            """
            select * from knowledge.article where state = 'published'
             order by helped_yes - helped_no desc, changed_at desc, id limit :most
            """)
        .param("most", most)
        .query(this::article)
        .list();
  }

  List<Article> common(UUID desk, int most) {
    return jdbc.sql(
            """
            select * from knowledge.article where state = 'published' and desk = :desk
             order by helped_yes - helped_no desc, changed_at desc, id limit :most
            """)
        .param("desk", desk)
        .param("most", most)
        .query(this::article)
        .list();
  }

  void helped(UUID article, boolean yes) {
    jdbc.sql(
            """
            update knowledge.article
               set helped_yes = helped_yes + :yes, helped_no = helped_no + 1 - :yes
             where id = :id and state = 'published'
            """)
        .param("yes", yes ? 1 : 0)
        .param("id", article)
        .update();
  }

  Map<UUID, Articles.Helped> helped(UUID desk) {
    Map<UUID, Articles.Helped> helped = new HashMap<>();
    jdbc.sql("select id, helped_yes, helped_no from knowledge.article where desk = :desk")
        .param("desk", desk)
        .query(row -> {
          helped.put(
              row.getObject(1, UUID.class), new Articles.Helped(row.getInt(2), row.getInt(3)));
        });
    return helped;
  }

  private Article article(ResultSet row, int number) throws SQLException {
    return new Article(
        row.getObject("id", UUID.class),
        row.getObject("desk", UUID.class),
        Set.of((UUID[]) row.getArray("organizations").getArray()),
        Arrays.stream((String[]) row.getArray("areas").getArray())
            .map(AreaCode::new)
            .collect(Collectors.toSet()),
        row.getString("topic"),
        json.read(row.getString("question"), Text.class),
        json.read(row.getString("answer"), Text.class),
        Arrays.stream((String[]) row.getArray("links").getArray())
            .flatMap(it -> Article.Link.find(it).stream())
            .toList(),
        Article.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("checked_on", LocalDate.class),
        row.getTimestamp("changed_at").toInstant());
  }
}
