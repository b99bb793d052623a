package fi.rinnalla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.signin.Ways;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Where the first wall was forgotten, PostgreSQL still lets nobody through. Nothing here asks the
/// gate: it is as if it had been taken away.
@HouseTest
class SecondWallTests {
  /// The open tables: what they hold is public, or tells of nobody. Every other table is closed.
  private static final Set<String> OPEN_SCHEMAS =
      Set.of("directory", "calendar", "knowledge", "exchange");

  private static final Set<String> OPEN_TABLES =
      Set.of(
          // Where the chain ends: a number and a digest.
          "audit.head",
          // Read before anybody is anybody; the secret in the cookie is what guards it.
          "signin.session",
          "signin.session_attributes");

  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired People people;
  @Autowired TransactionTemplate transaction;

  @Test
  void everyClosedTableHasItsWall() {
    List<@Nullable String> bare =
        jdbc.sql(
                """
                select n.nspname || '.' || c.relname
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p')
                   and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                   and n.nspname not like 'pg_toast%'
                   and c.relname <> 'flyway_schema_history'
                   and not (c.relrowsecurity and c.relforcerowsecurity)
                """)
            .query(String.class)
            .list();

    assertThat(bare)
        .filteredOn(table -> table != null && !OPEN_SCHEMAS.contains(table.replaceAll("\\..*", "")))
        .isSubsetOf(OPEN_TABLES);
  }

  @Test
  void theHouseOwnsNoTableAndIsNeverLetPast() {
    assertThat(jdbc.sql("select current_user = 'rinnalla_app'").query(Boolean.class).single())
        .isTrue();
    assertThat(
            jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single())
        .isFalse();
    assertThat(
            jdbc.sql("select count(*) from pg_class where relowner = current_user::regrole")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void nobodySeesNobody() {
    someone();

    assertThat(jdbc.sql("select count(*) from identity.person").query(Integer.class).single())
        .isZero();
  }

  @Test
  void onePersonSeesOneself() throws Exception {
    PersonId aino = someone();
    someone();

    assertThat(as(aino, Set.of()).run(() -> count("identity.person"))).isEqualTo(1);
  }

  @Test
  void colleaguesSeeEachOtherAndNotTheNextOffice() throws Exception {
    UUID office = UUID.randomUUID();
    PersonId eero = someone();
    PersonId olga = someone();
    PersonId stranger = someone();
    Viewer.house(() -> {
      people.give(eero, Role.ORG_EDITOR, office, null, null);
      people.give(olga, Role.ORG_OWNER, office, null, null);
      people.give(stranger, Role.ORG_EDITOR, UUID.randomUUID(), null, null);
      return office;
    });

    assertThat(as(eero, Set.of(office)).run(() -> count("identity.person"))).isEqualTo(2);
    assertThat(as(eero, Set.of(office)).run(() -> count("identity.role_held"))).isEqualTo(2);
  }

  @Test
  void whoHasWhichWaysInIsOnesOwn() throws Exception {
    PersonId aino = someone();
    PersonId other = someone();
    List.of(aino, other)
        .forEach(it -> {
          Ways.aPasskey(house, jdbc, it);
          Ways.anAccount(house, jdbc, it);
        });

    assertThat(count("signin.passkey") + count("signin.outside")).isZero();
    assertThat(as(aino, Set.of()).run(() -> count("signin.passkey"))).isOne();
    assertThat(as(aino, Set.of()).run(() -> count("signin.outside"))).isOne();
    int taken =
        as(aino, Set.of())
            .run(() -> transaction.execute(_ -> jdbc.sql("delete from signin.passkey").update()));
    assertThat(taken).as("only the house takes one away, after asking how one came in").isZero();
  }

  @Test
  void nobodyChangesAnother() throws Exception {
    PersonId aino = someone();
    PersonId other = someone();

    int changed =
        as(aino, Set.of())
            .run(() ->
                transaction.execute(_ ->
                    jdbc.sql("update identity.person set name = 'x' where id = :id")
                        .param("id", other.value())
                        .update()));

    assertThat(changed).isZero();
  }

  @Test
  void nobodyGivesOneselfARole() {
    PersonId aino = someone();
    Caller caller = Viewer.house(() -> people.caller(aino, Level.STRONG)).orElseThrow();

    assertThatThrownBy(() ->
            as(aino, Set.of())
                .run(() -> {
                  people.give(aino, Role.ORG_OWNER, UUID.randomUUID(), null, caller);
                  return aino;
                }))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void aConnectionNeverCarriesOnesEyesToAnother() throws Exception {
    PersonId aino = someone();
    PersonId eero = someone();
    AtomicInteger wrong = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all =
          java.util.stream.IntStream.range(0, 400)
              .<Future<?>>mapToObj(number ->
                  threads.submit(() -> {
                    PersonId one = number % 2 == 0 ? aino : eero;
                    if (number % 5 == 0) {
                      wrong.addAndGet(count("identity.person"));
                    } else if (!as(one, Set.of()).run(() -> names(one)).equals(List.of(one))) {
                      wrong.incrementAndGet();
                    }
                    return null;
                  }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(wrong).hasValue(0);
  }

  private List<PersonId> names(PersonId any) {
    return transaction.execute(_ ->
        jdbc.sql("select id from identity.person")
            .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
            .list());
  }

  private static Viewer as(PersonId person, Set<UUID> organizations) {
    return Viewer.of(person.value(), organizations, Set.of());
  }

  private int count(String table) {
    return transaction.execute(
        _ -> jdbc.sql("select count(*) from " + table).query(Integer.class).single());
  }

  private PersonId someone() {
    return Viewer.house(() ->
            people.add(new Person(new PersonId(UUID.randomUUID()), "n", null, Lang.FI, false)))
        .id();
  }
}
