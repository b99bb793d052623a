package fi.rinnalla.meetups;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `meetups.family_group`.
@Component
class GroupRows {
  private final JdbcClient jdbc;

  GroupRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  FamilyGroup put(FamilyGroup it) {
    jdbc.sql(
            """
            insert into meetups.family_group
              (id, lang, name_fi, name_sv, name_en, ages, words, place, organization, areas,
               begun_from, state, version, answer, asked_at, busy_until, hostless_since, warned_at,
               over_at)
            values (:id, :lang, :fi, :sv, :en, :ages, :words, :place, :organization, :areas, :from,
                    :state, :version, :answer, :asked, :busy, :hostless, :warned, :over)
            on conflict (id) do update
              set state = :state, version = :version, answer = :answer, busy_until = :busy,
                  hostless_since = :hostless, warned_at = :warned, over_at = :over
            """)
        .param("id", it.id().value())
        .param("lang", it.lang().code())
        .param("fi", it.name().fi(), Types.VARCHAR)
        .param("sv", it.name().sv(), Types.VARCHAR)
        .param("en", it.name().en(), Types.VARCHAR)
        .param("ages", it.ages().code())
        .param("words", it.words())
        .param("place", it.place().value())
        .param(
            "organization",
            it.organization() == null ? null : it.organization().value(),
            Types.OTHER)
        .param("areas", it.areas().stream().map(AreaCode::value).sorted().toArray(String[]::new))
        .param("from", it.from().value())
        .param("state", it.state().code())
        .param("version", it.version())
        .param("answer", it.answer())
        .param("asked", Timestamp.from(it.askedAt()))
        .param("busy", Timestamp.from(it.busyUntil()))
        .param("hostless", time(it.hostlessSince()), Types.TIMESTAMP)
        .param("warned", time(it.warnedAt()), Types.TIMESTAMP)
        .param("over", time(it.overAt()), Types.TIMESTAMP)
        .update();
    return it;
  }

  private static @Nullable Timestamp time(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  Optional<FamilyGroup> find(GroupId id) {
    return jdbc.sql("select * from meetups.family_group where id = :id")
        .param("id", id.value())
        .query(GroupRows::group)
        .optional();
  }

  /// Held until the end of the transaction: of two who change it, the second sees what the first
  /// did.
  Optional<FamilyGroup> hold(GroupId id) {
    return jdbc.sql("select * from meetups.family_group where id = :id for update")
        .param("id", id.value())
        .query(GroupRows::group)
        .optional();
  }

  /// In the order in which they were asked for.
  List<FamilyGroup> in(FamilyGroup.State state) {
    return jdbc.sql("select * from meetups.family_group where state = :state order by asked_at, id")
        .param("state", state.code())
        .query(GroupRows::group)
        .list();
  }

  /// Those that somebody belongs to, the latest first.
  List<FamilyGroup> of(PersonId person) {
    return jdbc.sql(
            """
            select it.* from meetups.family_group it
              join meetups.member m on m.family_group = it.id
             where m.person = :person order by it.asked_at desc, it.id
            """)
        .param("person", person.value())
        .query(GroupRows::group)
        .list();
  }

  /// The one that a meet-up has become or wants to become.
  Optional<FamilyGroup> from(MeetupId meetup) {
    return jdbc.sql(
            """
            select * from meetups.family_group
             where begun_from = :meetup and state in ('proposed', 'active', 'hidden')
            """)
        .param("meetup", meetup.value())
        .query(GroupRows::group)
        .optional();
  }

  /// The ids of its meet-ups that are ahead, for everybody to see or waiting for an answer.
  List<MeetupId> meetups(GroupId id) {
    return jdbc.sql(
            """
            select id from meetups.meetup
             where family_group = :id and state in ('waiting', 'published', 'hidden')
             order by starts_at, id
            """)
        .param("id", id.value())
        .query((row, _) -> new MeetupId(row.getObject(1, UUID.class)))
        .list();
  }

  /// As [#meetups(GroupId)], of many groups: whose each is.
  Map<MeetupId, GroupId> meetups(Collection<GroupId> ids) {
    return jdbc
        .sql(
            """
            select id, family_group from meetups.meetup
             where family_group = any(:ids) and state in ('waiting', 'published', 'hidden')
            """)
        .param("ids", ids.stream().map(GroupId::value).toArray(UUID[]::new))
        .query((row, _) ->
            Map.entry(
                new MeetupId(row.getObject(1, UUID.class)),
                new GroupId(row.getObject(2, UUID.class))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The end of the last of its times that were not cancelled.
  Optional<Instant> lastTime(GroupId id) {
    return jdbc.sql(
            """
            select max(ends_at) as last from meetups.meetup
             where family_group = :id and state in ('published', 'hidden', 'ended')
            """)
        .param("id", id.value())
        .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  /// What was over before a time, with its members and its board.
  int forget(Instant overBefore) {
    return jdbc.sql(
            """
            with gone as (
              delete from meetups.family_group where over_at < :time returning id
            ), words as (
              delete from meetups.message where gathering in (select id from gone)
            ), alerts as (
              delete from meetups.alert where gathering in (select id from gone)
            )
            select count(*) from gone
            """)
        .param("time", Timestamp.from(overBefore))
        .query(Integer.class)
        .single();
  }

  private static FamilyGroup group(ResultSet row, int number) throws SQLException {
    UUID organization = row.getObject("organization", UUID.class);
    return new FamilyGroup(
        new GroupId(row.getObject("id", UUID.class)),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        new Text(row.getString("name_fi"), row.getString("name_sv"), row.getString("name_en")),
        Plan.Ages.find(row.getString("ages")).orElseThrow(),
        row.getString("words"),
        new LocationId(row.getObject("place", UUID.class)),
        organization == null ? null : new OrganizationId(organization),
        Arrays.stream((String[]) row.getArray("areas").getArray())
            .map(AreaCode::new)
            .collect(Collectors.toSet()),
        new MeetupId(row.getObject("begun_from", UUID.class)),
        FamilyGroup.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("version"),
        row.getString("answer"),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("busy_until").toInstant(),
        instant(row, "hostless_since"),
        instant(row, "warned_at"),
        instant(row, "over_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
