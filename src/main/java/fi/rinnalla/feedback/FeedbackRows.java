package fi.rinnalla.feedback;

import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `feedback.round` and `feedback.sitting`.
@Component
class FeedbackRows {
  private final JdbcClient jdbc;
  private final Json json;

  FeedbackRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(Round round) {
    jdbc.sql(
            """
            insert into feedback.round
              (id, organization, partners, about, title, asks_more, learnt, asks_words, state)
            values (:id, :organization, :partners, :about, cast(:title as jsonb), :more, :learnt,
                    :words, 'open')
            """)
        .param("id", round.id())
        .param("organization", round.organization())
        .param("partners", round.partners().toArray(UUID[]::new))
        .param("about", round.about())
        .param("title", json.write(round.title()))
        .param("more", round.questions().more())
        .param("learnt", codes(round.questions().learnt()))
        .param("words", round.questions().words())
        .update();
  }

  /// A time that is there already stays as it is.
  void add(Sitting sitting, UUID organization) {
    jdbc.sql(
            """
            insert into feedback.sitting
              (id, round, organization, title, starts_at, ends_at, token)
            values (:id, :round, :organization, cast(:title as jsonb), :starts, :ends, :token)
            on conflict (round, starts_at) do nothing
            """)
        .param("id", sitting.id())
        .param("round", sitting.round())
        .param("organization", organization)
        .param("title", json.write(sitting.title()))
        .param("starts", Timestamp.from(sitting.startsAt()))
        .param("ends", Timestamp.from(sitting.endsAt()))
        .param("token", sitting.token())
        .update();
  }

  void remove(UUID sitting) {
    jdbc.sql("delete from feedback.sitting where id = :id").param("id", sitting).update();
  }

  void ask(UUID id, Text title, Collection<UUID> partners, Questions questions) {
    jdbc.sql(
            """
            update feedback.round
               set title = cast(:title as jsonb), partners = :partners, asks_more = :more,
                   learnt = :learnt, asks_words = :words
             where id = :id
            """)
        .param("id", id)
        .param("title", json.write(title))
        .param("partners", partners.toArray(UUID[]::new))
        .param("more", questions.more())
        .param("learnt", codes(questions.learnt()))
        .param("words", questions.words())
        .update();
  }

  /// Says that somebody answers now. Those who answer at once stand in a line here, and whoever
  /// sums up stands at its end.
  ///
  /// @return whether it is still open
  boolean lock(UUID id, boolean again) {
    return jdbc.sql(
                """
                update feedback.round set locked = true, again = again + :again
                 where id = :id and state = 'open'
                """)
            .param("id", id)
            .param("again", again ? 1 : 0)
            .update()
        > 0;
  }

  void summarise(UUID id, Figures figures, LocalDate on) {
    jdbc.sql(
            """
            update feedback.round
               set state = 'summarised', figures = cast(:figures as jsonb), summarised_on = :on
             where id = :id
            """)
        .param("id", id)
        .param("figures", json.write(figures))
        .param("on", on)
        .update();
  }

  void review(UUID id, Round.Decision decision, String minutes) {
    jdbc.sql(
            """
            update feedback.round
               set state = 'reviewed', decision = :decision, minutes = :minutes
             where id = :id
            """)
        .param("id", id)
        .param("decision", decision.code())
        .param("minutes", minutes)
        .update();
  }

  void publish(UUID id, boolean published) {
    jdbc.sql("update feedback.round set published = :published where id = :id")
        .param("id", id)
        .param("published", published)
        .update();
  }

  Optional<Round> find(UUID id) {
    return jdbc.sql("select * from feedback.round where id = :id")
        .param("id", id)
        .query(this::round)
        .optional();
  }

  /// Held until the end of the transaction.
  Optional<Round> hold(UUID id) {
    return jdbc.sql("select * from feedback.round where id = :id for update")
        .param("id", id)
        .query(this::round)
        .optional();
  }

  /// An organization's own rounds and those it is a partner in, the latest first.
  List<Round> of(UUID organization) {
    return jdbc.sql(
            """
            select r.* from feedback.round r
             where r.organization = :organization or :organization = any (r.partners)
             order by (select max(starts_at) from feedback.sitting s where s.round = r.id) desc
                      nulls first, r.id
            """)
        .param("organization", organization)
        .query(this::round)
        .list();
  }

  /// Those that are open though their first sitting was over before this.
  List<UUID> forgotten(Instant before) {
    return jdbc.sql(
            """
            select r.id from feedback.round r
             where r.state = 'open'
               and (select min(ends_at) from feedback.sitting s where s.round = r.id) < :before
            """)
        .param("before", Timestamp.from(before))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  List<Round> publishedAbout(Collection<UUID> about) {
    return jdbc.sql(
            """
            select * from feedback.round
             where published and about = any (:about)
             order by summarised_on desc, id
            """)
        .param("about", about.toArray(UUID[]::new))
        .query(this::round)
        .list();
  }

  boolean any() {
    return jdbc.sql("select exists (select from feedback.round)").query(Boolean.class).single();
  }

  List<Sitting> sittings(UUID round) {
    return jdbc.sql("select * from feedback.sitting where round = :round order by starts_at")
        .param("round", round)
        .query(this::sitting)
        .list();
  }

  Optional<Sitting> byToken(String token) {
    return jdbc.sql("select * from feedback.sitting where token = :token")
        .param("token", token)
        .query(this::sitting)
        .optional();
  }

  private Round round(ResultSet row, int number) throws SQLException {
    String figures = row.getString("figures");
    String decision = row.getString("decision");
    return new Round(
        row.getObject("id", UUID.class),
        row.getObject("organization", UUID.class),
        Set.of((UUID[]) row.getArray("partners").getArray()),
        row.getObject("about", UUID.class),
        json.read(row.getString("title"), Text.class),
        new Questions(
            row.getBoolean("asks_more"),
            learnt((String[]) row.getArray("learnt").getArray()),
            row.getBoolean("asks_words")),
        Round.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getBoolean("locked"),
        row.getInt("again"),
        figures == null ? null : json.read(figures, Figures.class),
        row.getObject("summarised_on", LocalDate.class),
        decision(decision),
        row.getString("minutes"),
        row.getBoolean("published"));
  }

  private static Round.@Nullable Decision decision(@Nullable String code) {
    return code == null ? null : Round.Decision.find(code).orElseThrow();
  }

  private Sitting sitting(ResultSet row, int number) throws SQLException {
    return new Sitting(
        row.getObject("id", UUID.class),
        row.getObject("round", UUID.class),
        json.read(row.getString("title"), Text.class),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getString("token"));
  }

  static String[] codes(Set<Learnt> learnt) {
    return learnt.stream().map(Learnt::code).toArray(String[]::new);
  }

  static Set<Learnt> learnt(String[] codes) {
    return Arrays.stream(codes).flatMap(it -> Learnt.find(it).stream()).collect(Collectors.toSet());
  }
}
