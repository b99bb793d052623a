package fi.rinnalla.visits;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `visits.visit` and what partners say to them.
@Component
class VisitRows {
  private final JdbcClient jdbc;
  private final Json json;

  VisitRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void put(Visit visit, VisitSeries series) {
    jdbc.sql(
            """
            insert into visits.visit
              (id, series, organization, location, partners, starts_at, ends_at, first_at, topic,
               contact, contributions, state, reason, told, version)
            values (:id, :series, :organization, :location, :partners, :starts, :ends, :first,
                    cast(:topic as jsonb), :contact, cast(:contributions as jsonb), :state,
                    cast(:reason as jsonb), :told, :version)
            on conflict (id) do update
              set partners = excluded.partners, starts_at = excluded.starts_at,
                  ends_at = excluded.ends_at, first_at = excluded.first_at,
                  topic = excluded.topic, contact = excluded.contact,
                  contributions = excluded.contributions, state = excluded.state,
                  reason = excluded.reason, told = excluded.told, version = excluded.version
            """)
        .param("id", visit.id())
        .param("series", series.id())
        .param("organization", series.organization())
        .param("location", series.location().value())
        .param("partners", visit.partners().toArray(UUID[]::new))
        .param("starts", Timestamp.from(visit.startsAt()))
        .param("ends", Timestamp.from(visit.endsAt()))
        .param("first", timestamp(visit.firstAt()))
        .param("topic", json.write(visit.topic()))
        .param("contact", visit.contact())
        .param("contributions", json.write(visit.contributions().toArray(Contribution[]::new)))
        .param("state", visit.state().code())
        .param("reason", json.write(visit.reason()))
        .param("told", visit.told().stream().map(Visit.Channel::code).toArray(String[]::new))
        .param("version", visit.version())
        .update();
    jdbc.sql("delete from visits.answer where visit = :visit and partner <> all (:partners)")
        .param("visit", visit.id())
        .param("partners", visit.partners().toArray(UUID[]::new))
        .update();
    visit.answers().forEach(it -> put(visit.id(), it, series.organization()));
  }

  private void put(UUID visit, PartnerAnswer answer, UUID organization) {
    jdbc.sql(
            """
            insert into visits.answer
              (visit, partner, organization, answer, words, proposed_at, reminded)
            values (:visit, :partner, :organization, :answer, :words, :proposed, :reminded)
            on conflict (visit, partner) do update
              set answer = excluded.answer, words = excluded.words,
                  proposed_at = excluded.proposed_at, reminded = excluded.reminded
            """)
        .param("visit", visit)
        .param("partner", answer.partner())
        .param("organization", organization)
        .param("answer", answer.answer().code())
        .param("words", answer.words())
        .param("proposed", timestamp(answer.proposed()))
        .param("reminded", answer.reminded())
        .update();
  }

  Optional<Visit> find(UUID id) {
    return visits("id = :id", "id", id).stream().findFirst();
  }

  List<Visit> of(UUID series) {
    return visits("series = :series", "series", series);
  }

  /// Those to come of a place that families know of.
  List<Visit> ahead(LocationId location, Instant now, int most) {
    return with(
        jdbc.sql(
                """
                select * from visits.visit
                 where location = :location and first_at is not null and ends_at > :now
                 order by starts_at limit :most
                """)
            .param("location", location.value())
            .param("now", Timestamp.from(now))
            .param("most", most)
            .query(this::visit)
            .list());
  }

  /// Those that begin between the two and aren't cancelled.
  List<Visit> starting(Instant after, Instant until) {
    return with(
        jdbc.sql(
                """
                select * from visits.visit
                 where state <> 'cancelled' and starts_at > :after and starts_at <= :until
                 order by starts_at
                """)
            .param("after", Timestamp.from(after))
            .param("until", Timestamp.from(until))
            .query(this::visit)
            .list());
  }

  void link(byte[] digest, UUID visit, UUID partner, Instant until) {
    jdbc.sql(
            """
            insert into visits.link (digest, visit, partner, until)
            values (:digest, :visit, :partner, :until)
            """)
        .param("digest", digest)
        .param("visit", visit)
        .param("partner", partner)
        .param("until", Timestamp.from(until))
        .update();
  }

  /// A visit, and whose answer is asked.
  record Linked(UUID visit, UUID partner) {}

  Optional<Linked> byLink(byte[] digest, Instant now) {
    return jdbc.sql(
            "select visit, partner from visits.link where digest = :digest and until > :now")
        .param("digest", digest)
        .param("now", Timestamp.from(now))
        .query((row, _) -> new Linked(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .optional();
  }

  /// @return how many links had grown too old
  int forgetLinks(Instant now) {
    return jdbc.sql("delete from visits.link where until <= :now")
        .param("now", Timestamp.from(now))
        .update();
  }

  private List<Visit> visits(String where, String name, Object value) {
    return with(
        jdbc.sql("select * from visits.visit where " + where + " order by starts_at, id")
            .param(name, value)
            .query(this::visit)
            .list());
  }

  private List<Visit> with(List<Visit> bare) {
    Map<UUID, List<PartnerAnswer>> answers = answers(bare.stream().map(Visit::id).toList());
    return bare.stream()
        .map(it ->
            new Visit(
                it.id(),
                it.series(),
                it.startsAt(),
                it.endsAt(),
                it.firstAt(),
                it.topic(),
                it.contact(),
                it.contributions(),
                it.state(),
                it.reason(),
                it.told(),
                told(it.answers(), answers.getOrDefault(it.id(), List.of())),
                it.version()))
        .toList();
  }

  private static List<PartnerAnswer> told(List<PartnerAnswer> asked, List<PartnerAnswer> said) {
    return asked.stream()
        .map(it ->
            said.stream().filter(one -> one.partner().equals(it.partner())).findFirst().orElse(it))
        .toList();
  }

  private Map<UUID, List<PartnerAnswer>> answers(Collection<UUID> visits) {
    Map<UUID, List<PartnerAnswer>> answers = new HashMap<>();
    jdbc.sql("select * from visits.answer where visit = any (:visits)")
        .param("visits", visits.toArray(UUID[]::new))
        .query((row, _) ->
            answers
                .computeIfAbsent(row.getObject("visit", UUID.class), _ -> new ArrayList<>())
                .add(answer(row)))
        .list();
    return answers;
  }

  private static PartnerAnswer answer(ResultSet row) throws SQLException {
    return new PartnerAnswer(
        row.getObject("partner", UUID.class),
        PartnerAnswer.Answer.valueOf(row.getString("answer").toUpperCase(Locale.ROOT)),
        row.getString("words"),
        instant(row.getTimestamp("proposed_at")),
        row.getObject("reminded", Integer.class));
  }

  private Visit visit(ResultSet row, int number) throws SQLException {
    return new Visit(
        row.getObject("id", UUID.class),
        row.getObject("series", UUID.class),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        instant(row.getTimestamp("first_at")),
        json.read(row.getString("topic"), Text.class),
        row.getString("contact"),
        List.of(json.read(row.getString("contributions"), Contribution[].class)),
        Visit.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        json.read(row.getString("reason"), Text.class),
        Arrays.stream((String[]) row.getArray("told").getArray())
            .flatMap(it -> Visit.Channel.find(it).stream())
            .collect(Collectors.toSet()),
        // One partner reads its own answer only, but sees who else is asked.
        Arrays.stream((UUID[]) row.getArray("partners").getArray())
            .map(PartnerAnswer::waiting)
            .toList(),
        row.getInt("version"));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
