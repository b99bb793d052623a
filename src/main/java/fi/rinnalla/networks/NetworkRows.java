package fi.rinnalla.networks;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.ConsentId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vault.SubjectKey;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `networks.network`, its members and the times that were proposed.
@Component
class NetworkRows {
  private static final String NAME = "networks.network.name";
  private static final String WHERE = "networks.network.meets_where";
  private static final String CONTACT = "networks.network.contact";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  NetworkRows(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /// @return false when the same form came before: two presses make one network
  boolean add(Network it, String callerSecret) {
    SubjectKey key = vault.key(it.person().value());
    UUID id = it.id().value();
    int added =
        jdbc.sql(
                """
                insert into networks.network
                  (id, person, area, worker, name, contact, caller_digest, assembled_at, until)
                values (:id, :person, :area, :worker, :name, :contact, :digest, :assembled, :until)
                on conflict (id) do nothing
                """)
            .param("id", id)
            .param("person", it.person().value())
            .param("area", it.area().value())
            .param("worker", it.worker().value())
            .param("name", key.seal(NAME, id, it.name()))
            .param("contact", key.seal(CONTACT, id, it.contact()))
            .param("digest", callerSecret.isEmpty() ? null : Sha256.of(callerSecret))
            .param("assembled", Timestamp.from(it.assembledAt()))
            .param("until", Timestamp.from(it.until()))
            .update();
    if (added > 0) {
      for (Instant time : it.meetings().keySet()) {
        jdbc.sql("insert into networks.meeting values (:id, :time)")
            .param("id", id)
            .param("time", Timestamp.from(time))
            .update();
      }
    }
    return added > 0;
  }

  void add(Member it, String secret) {
    jdbc.sql(
            """
            insert into networks.member
              (id, network, function, organization, person, consent, state, digest, invited_at)
            values (:id, :network, :function, :organization, :person, :consent, 'invited', :digest,
                    :now)
            """)
        .param("id", it.id())
        .param("network", it.network().value())
        .param("function", it.function().code())
        .param("organization", it.organization().value())
        .param("person", it.person().value())
        .param("consent", it.consent().value())
        .param("digest", Sha256.of(secret))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  Optional<Network> find(NetworkId id) {
    return all("n.id = :it", id.value()).stream().findFirst();
  }

  Optional<Network> hold(NetworkId id) {
    jdbc.sql("select id from networks.network where id = :id for update")
        .param("id", id.value())
        .query(UUID.class)
        .list();
    return find(id);
  }

  List<Network> of(PersonId person) {
    return all("n.person = :it", person.value());
  }

  /// Those that somebody is asked into and still in.
  List<Network> with(PersonId member) {
    return all("n.id in (select network from networks.member where person = :it)", member.value());
  }

  Optional<Network> by(ConsentId consent) {
    return all("n.id in (select network from networks.member where consent = :it)", consent.value())
        .stream()
        .findFirst();
  }

  List<Network> in(Collection<AreaCode> areas, Instant since) {
    return jdbc
        .sql(
            """
            select id from networks.network where area = any (:areas) and assembled_at > :since
             order by assembled_at desc
            """)
        .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
        .param("since", Timestamp.from(since))
        .query((row, _) -> new NetworkId(row.getObject("id", UUID.class)))
        .list()
        .stream()
        .flatMap(it -> find(it).stream())
        .toList();
  }

  Optional<UUID> member(String secret) {
    return jdbc.sql("select id from networks.member where digest = :digest")
        .param("digest", Sha256.of(secret))
        .query(UUID.class)
        .optional();
  }

  Optional<Network> ofMember(UUID member) {
    return all("n.id in (select network from networks.member where id = :it)", member).stream()
        .findFirst();
  }

  Optional<NetworkId> called(String secret) {
    return jdbc.sql("select id from networks.network where caller_digest = :digest")
        .param("digest", Sha256.of(secret))
        .query((row, _) -> new NetworkId(row.getObject(1, UUID.class)))
        .optional();
  }

  void to(Member it, Member.State state) {
    jdbc.sql("update networks.member set state = :state, answered_at = :now where id = :id")
        .param("state", state.code())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", it.id())
        .update();
  }

  void show(NetworkId id) {
    jdbc.sql(
            """
            update networks.member set shown_at = :now where network = :id and shown_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id.value())
        .update();
  }

  /// Members who were asked before then and haven't answered, with their networks.
  List<Network> silent(Instant before) {
    return jdbc
        .sql(
            """
            select distinct network from networks.member
             where state = 'invited' and invited_at < :before
            """)
        .param("before", Timestamp.from(before))
        .query((row, _) -> new NetworkId(row.getObject(1, UUID.class)))
        .list()
        .stream()
        .flatMap(it -> find(it).stream())
        .filter(it -> !it.isOver())
        .toList();
  }

  /// Whether a member's silence is news: it is told once, whoever comes first.
  boolean silenced(Member it, Instant before) {
    return jdbc.sql(
                """
                update networks.member set state = 'no_answer'
                 where id = :id and state = 'invited' and invited_at < :before
                """)
            .param("id", it.id())
            .param("before", Timestamp.from(before))
            .update()
        == 1;
  }

  void agree(Network its, Network.Meeting on) {
    UUID id = its.id().value();
    jdbc.sql("update networks.network set meets_at = :at, meets_where = :where where id = :id")
        .param("at", Timestamp.from(on.at()))
        .param("where", vault.key(its.person().value()).seal(WHERE, id, on.where()))
        .param("id", id)
        .update();
  }

  /// Those that have a meeting in a span of time.
  List<Network> meeting(Instant from, Instant until) {
    return jdbc
        .sql(
            """
            select id from networks.network
             where meets_at >= :from and meets_at < :until and dissolved_at is null
            """)
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .query((row, _) -> new NetworkId(row.getObject(1, UUID.class)))
        .list()
        .stream()
        .flatMap(it -> find(it).stream())
        .toList();
  }

  void suits(NetworkId id, UUID who, Set<Instant> times) {
    jdbc.sql("delete from networks.suits where network = :id and who = :who")
        .param("id", id.value())
        .param("who", who)
        .update();
    for (Instant time : times) {
      jdbc.sql(
              """
              insert into networks.suits
              select network, starts_at, :who from networks.meeting
               where network = :id and starts_at = :time
              """)
          .param("id", id.value())
          .param("who", who)
          .param("time", Timestamp.from(time))
          .update();
    }
  }

  void dissolve(NetworkId id) {
    jdbc.sql(
            """
            update networks.network set dissolved_at = :now, name = '', contact = '',
                                        meets_at = null, meets_where = null
             where id = :id and dissolved_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id.value())
        .update();
  }

  int forget() {
    return jdbc.sql("delete from networks.network where until <= :now")
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// Whoever leaves takes the networks around them along, and leaves those around others.
  void delete(PersonId person) {
    jdbc.sql("delete from networks.network where person = :person")
        .param("person", person.value())
        .update();
    jdbc.sql("delete from networks.member where person = :person")
        .param("person", person.value())
        .update();
  }

  private List<Network> all(String where, UUID it) {
    return jdbc
        .sql("select n.* from networks.network n where " + where + " order by n.assembled_at desc")
        .param("it", it)
        .query((row, _) -> network(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// Without its key a network is nothing.
  private Optional<Network> network(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID person = row.getObject("person", UUID.class);
    Optional<SubjectKey> key = vault.find(person);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Instant until = row.getTimestamp("until").toInstant();
    return Optional.of(
        new Network(
            new NetworkId(id),
            new PersonId(person),
            new PersonId(row.getObject("worker", UUID.class)),
            new AreaCode(row.getString("area")),
            key.get().open(NAME, id, row.getBytes("name")),
            key.get().open(CONTACT, id, row.getBytes("contact")),
            row.getTimestamp("assembled_at").toInstant(),
            until,
            row.getTimestamp("dissolved_at") != null || !until.isAfter(clock.instant()),
            members(id),
            meetings(id),
            agreed(key.get(), id, row)));
  }

  private static Network.@Nullable Meeting agreed(SubjectKey key, UUID id, ResultSet row)
      throws SQLException {
    Timestamp at = row.getTimestamp("meets_at");
    return at == null
        ? null
        : new Network.Meeting(at.toInstant(), key.open(WHERE, id, row.getBytes("meets_where")));
  }

  private List<Member> members(UUID network) {
    return jdbc.sql(
            """
            select * from networks.member where network = :id
             order by function, state <> 'replaced', invited_at
            """)
        .param("id", network)
        .query((row, _) ->
            new Member(
                row.getObject("id", UUID.class),
                new NetworkId(network),
                Function.valueOf(row.getString("function").toUpperCase(Locale.ROOT)),
                new OrganizationId(row.getObject("organization", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                new ConsentId(row.getObject("consent", UUID.class)),
                Member.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("shown_at") != null))
        .list();
  }

  private Map<Instant, Set<UUID>> meetings(UUID network) {
    Map<Instant, Set<UUID>> all = new TreeMap<>();
    jdbc.sql(
            """
            select m.starts_at, s.who from networks.meeting m
              left join networks.suits s using (network, starts_at) where m.network = :id
            """)
        .param("id", network)
        .query(row -> {
          Set<UUID> who =
              all.computeIfAbsent(row.getTimestamp("starts_at").toInstant(), _ -> new HashSet<>());
          UUID one = row.getObject("who", UUID.class);
          if (one != null) {
            who.add(one);
          }
        });
    return all;
  }
}
