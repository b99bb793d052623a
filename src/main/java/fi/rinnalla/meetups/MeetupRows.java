package fi.rinnalla.meetups;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `meetups.meetup`.
@Component
class MeetupRows {
  private final JdbcClient jdbc;

  MeetupRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Meetup put(Meetup it) {
    Wish.Move move = it.wish() instanceof Wish.Move wanted ? wanted : null;
    jdbc.sql(
            """
            insert into meetups.meetup
              (id, host, host_name, lang, family_group, place, organization, areas, state, version, what, title,
               words, starts_at, minutes, ages, weekly_until, wish, wish_time, wish_start, answer,
               asked_at, ends_at)
            values (:id, :host, :name, :lang, :group, :place, :organization, :areas, :state, :version,
                    :what, :title, :words, :start, :minutes, :ages, :weekly, :wish, :time, :moved,
                    :answer, :asked, :end)
            on conflict (id) do update
              set host = :host, host_name = :name, family_group = :group, state = :state, version = :version,
                  weekly_until = :weekly, wish = :wish, wish_time = :time, wish_start = :moved,
                  answer = :answer, asked_at = :asked, ends_at = :end
            """)
        .param("id", it.id().value())
        .param("host", it.host() == null ? null : it.host().value(), Types.OTHER)
        .param("name", it.hostName())
        .param("lang", it.lang().code())
        .param("group", it.group() == null ? null : it.group().value(), Types.OTHER)
        .param("place", it.place().value())
        .param(
            "organization",
            it.organization() == null ? null : it.organization().value(),
            Types.OTHER)
        .param("areas", it.areas().stream().map(AreaCode::value).sorted().toArray(String[]::new))
        .param("state", it.state().code())
        .param("version", it.version())
        .param("what", it.plan().doing().code())
        .param("title", it.plan().title())
        .param("words", it.plan().words())
        .param("start", it.plan().start())
        .param("minutes", it.plan().minutes())
        .param("ages", it.plan().ages().code())
        .param("weekly", it.weeklyUntil(), Types.DATE)
        .param(
            "wish",
            switch (it.wish()) {
              case null -> null;
              case Wish.Weekly _ -> "weekly";
              case Wish.Move _ -> "move";
            },
            Types.VARCHAR)
        .param("time", move == null ? null : move.time(), Types.TIMESTAMP)
        .param("moved", move == null ? null : move.start(), Types.TIMESTAMP)
        .param("answer", it.answer())
        .param("asked", Timestamp.from(it.askedAt()))
        .param("end", Timestamp.from(it.endsAt()))
        .update();
    return it;
  }

  Optional<Meetup> find(MeetupId id) {
    return jdbc.sql("select * from meetups.meetup where id = :id")
        .param("id", id.value())
        .query(MeetupRows::meetup)
        .optional();
  }

  /// Held until the end of the transaction: of two who decide, the second sees what the first did.
  Optional<Meetup> hold(MeetupId id) {
    return jdbc.sql("select * from meetups.meetup where id = :id for update")
        .param("id", id.value())
        .query(MeetupRows::meetup)
        .optional();
  }

  /// Makes a person's proposals come one after the other, so that none slips past the bound.
  void queue(PersonId host) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('meetups'), hashtext(:host))")
        .param("host", host.toString())
        .query((_, _) -> host)
        .list();
  }

  /// Those that wait for an answer, the longest first.
  List<Meetup> waiting() {
    return jdbc.sql(
            """
            select * from meetups.meetup
             where state = 'waiting' or state = 'published' and wish is not null
             order by asked_at, id
            """)
        .query(MeetupRows::meetup)
        .list();
  }

  List<Meetup> of(PersonId host) {
    return jdbc.sql("select * from meetups.meetup where host = :host order by starts_at desc, id")
        .param("host", host.value())
        .query(MeetupRows::meetup)
        .list();
  }

  /// A group's latest.
  Optional<Meetup> lastOf(GroupId group) {
    return jdbc.sql(
            """
            select * from meetups.meetup where family_group = :group
             order by starts_at desc, id limit 1
            """)
        .param("group", group.value())
        .query(MeetupRows::meetup)
        .optional();
  }

  List<Meetup> in(Meetup.State state) {
    return jdbc.sql("select * from meetups.meetup where state = :state order by starts_at, id")
        .param("state", state.code())
        .query(MeetupRows::meetup)
        .list();
  }

  int proposedSince(PersonId host, Instant time) {
    return jdbc.sql(
            """
            select count(*) from meetups.meetup where host = :host and asked_at > :time
            """)
        .param("host", host.value())
        .param("time", Timestamp.from(time))
        .query(Integer.class)
        .single();
  }

  /// How many families the host has heard of, and when that was last told.
  record Told(int families, @Nullable LocalDate on) {}

  Told told(MeetupId id) {
    return jdbc.sql("select told, told_on from meetups.meetup where id = :id")
        .param("id", id.value())
        .query((row, _) -> new Told(row.getInt(1), row.getObject(2, LocalDate.class)))
        .single();
  }

  void tell(MeetupId id, int families, @Nullable LocalDate on) {
    jdbc.sql(
            "update meetups.meetup set told = :told, told_on = coalesce(:on, told_on) where id = :id")
        .param("id", id.value())
        .param("told", families)
        .param("on", on, Types.DATE)
        .update();
  }

  /// What ended before a time, with its board. A group's board is the group's, and stays.
  int forget(Instant endedBefore) {
    return jdbc.sql(
            """
            with gone as (
              delete from meetups.meetup where ends_at < :time returning id
            ), words as (
              delete from meetups.message where gathering in (select id from gone)
            ), alerts as (
              delete from meetups.alert where gathering in (select id from gone)
            )
            select count(*) from gone
            """)
        .param("time", Timestamp.from(endedBefore))
        .query(Integer.class)
        .single();
  }

  private static Meetup meetup(ResultSet row, int number) throws SQLException {
    UUID host = row.getObject("host", UUID.class);
    UUID organization = row.getObject("organization", UUID.class);
    UUID group = row.getObject("family_group", UUID.class);
    return new Meetup(
        new MeetupId(row.getObject("id", UUID.class)),
        host == null ? null : new PersonId(host),
        row.getString("host_name"),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        group == null ? null : new GroupId(group),
        new LocationId(row.getObject("place", UUID.class)),
        organization == null ? null : new OrganizationId(organization),
        Arrays.stream((String[]) row.getArray("areas").getArray())
            .map(AreaCode::new)
            .collect(Collectors.toSet()),
        Meetup.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("version"),
        new Plan(
            Plan.Doing.find(row.getString("what")).orElseThrow(),
            row.getString("title"),
            row.getString("words"),
            row.getObject("starts_at", LocalDateTime.class),
            row.getInt("minutes"),
            Plan.Ages.find(row.getString("ages")).orElseThrow()),
        row.getObject("weekly_until", LocalDate.class),
        wish(row),
        row.getString("answer"),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("ends_at").toInstant());
  }

  private static @Nullable Wish wish(ResultSet row) throws SQLException {
    return switch (row.getString("wish")) {
      case null -> null;
      case "weekly" -> new Wish.Weekly();
      default ->
          new Wish.Move(
              row.getObject("wish_time", LocalDateTime.class),
              row.getObject("wish_start", LocalDateTime.class));
    };
  }
}
