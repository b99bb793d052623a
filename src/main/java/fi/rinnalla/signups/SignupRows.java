package fi.rinnalla.signups;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `signups.signup`.
@Component
class SignupRows {
  private final JdbcClient jdbc;

  SignupRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param secret what the form's address has
  void add(Signup signup, String secret) {
    jdbc.sql(
            """
            insert into signups.signup
              (id, slot, event, organization, person, aim, state, adults, children, name, lang,
               hold, until, made_at)
            values (:id, :slot, :event, :organization, :person, :aim, :state, :adults, :children,
                    :name, :lang, :hold, :until, :made)
            """)
        .param("id", signup.id().value())
        .param("slot", signup.slot().value())
        .param("event", signup.event().value())
        .param("organization", signup.organization().value())
        .param("person", person(signup), Types.OTHER)
        .param("aim", signup.aim().code())
        .param("state", signup.state().code())
        .param("adults", signup.party().adults())
        .param("children", signup.party().ages().toArray(Integer[]::new))
        .param("name", signup.name())
        .param("lang", signup.lang().code())
        .param("hold", Sha256.of(secret))
        .param("until", timestamp(signup.until()))
        .param("made", Timestamp.from(signup.madeAt()))
        .update();
  }

  void put(Signup signup) {
    jdbc.sql(
            """
            update signups.signup
               set person = :person, aim = :aim, state = :state, adults = :adults,
                   children = :children, name = :name, lang = :lang, until = :until,
                   turn = :turn, passed_over = :passed
             where id = :id
            """)
        .param("id", signup.id().value())
        .param("person", person(signup), Types.OTHER)
        .param("aim", signup.aim().code())
        .param("state", signup.state().code())
        .param("adults", signup.party().adults())
        .param("children", signup.party().ages().toArray(Integer[]::new))
        .param("name", signup.name())
        .param("lang", signup.lang().code())
        .param("until", timestamp(signup.until()))
        .param("turn", signup.turn(), Types.INTEGER)
        .param("passed", signup.passedOver())
        .update();
  }

  /// The turn after all that were given for the slot, which is held.
  int nextTurn(SlotId slot) {
    return jdbc.sql("select coalesce(max(turn), 0) + 1 from signups.signup where slot = :slot")
        .param("slot", slot.value())
        .query(Integer.class)
        .single();
  }

  void markPassedOver(SignupId id) {
    jdbc.sql("update signups.signup set passed_over = true where id = :id")
        .param("id", id.value())
        .update();
  }

  void delete(SignupId id) {
    jdbc.sql("delete from signups.signup where id = :id").param("id", id.value()).update();
  }

  Optional<Signup> find(SignupId id) {
    return jdbc.sql("select * from signups.signup where id = :id")
        .param("id", id.value())
        .query(SignupRows::signup)
        .optional();
  }

  Optional<Signup> byHold(String secret) {
    return jdbc.sql("select * from signups.signup where hold = :hold")
        .param("hold", Sha256.of(secret))
        .query(SignupRows::signup)
        .optional();
  }

  /// The slot's that are not over, those who queue in their order.
  List<Signup> alive(SlotId slot) {
    return jdbc.sql(
            """
            select * from signups.signup
             where slot = :slot and state not in ('cancelled', 'lapsed')
             order by turn nulls first, made_at, id
            """)
        .param("slot", slot.value())
        .query(SignupRows::signup)
        .list();
  }

  List<Signup> alive(EventId event) {
    return jdbc.sql(
            """
            select * from signups.signup
             where event = :event and state not in ('cancelled', 'lapsed') order by id
            """)
        .param("event", event.value())
        .query(SignupRows::signup)
        .list();
  }

  /// What a slot's organizer sees, in the order of signing up.
  List<Signup> listed(SlotId slot) {
    return jdbc.sql(
            """
            select * from signups.signup
             where slot = :slot and state not in ('held', 'unconfirmed', 'watching', 'lapsed')
             order by turn nulls first, made_at, id
            """)
        .param("slot", slot.value())
        .query(SignupRows::signup)
        .list();
  }

  /// A person's, whose forms are filled.
  List<Signup> of(PersonId person) {
    return jdbc.sql(
            """
            select * from signups.signup where person = :person and state <> 'held'
             order by made_at desc
            """)
        .param("person", person.value())
        .query(SignupRows::signup)
        .list();
  }

  /// The person's for a slot that is alive.
  Optional<Signup> of(PersonId person, SlotId slot, boolean word) {
    return jdbc.sql(
            """
            select * from signups.signup
             where person = :person and slot = :slot and (aim = 'word') = :word
               and state in ('confirmed', 'waiting', 'offered', 'watching')
            """)
        .param("person", person.value())
        .param("slot", slot.value())
        .param("word", word)
        .query(SignupRows::signup)
        .optional();
  }

  /// The slots where a hold, a link or an offer has run out.
  List<SlotId> withSomethingOver(Instant now) {
    return jdbc.sql(
            """
            select distinct slot from signups.signup
             where until <= :now and state in ('held', 'unconfirmed', 'offered')
            """)
        .param("now", Timestamp.from(now))
        .query((row, _) -> new SlotId(row.getObject(1, UUID.class)))
        .list();
  }

  private static @Nullable UUID person(Signup signup) {
    return signup.person() == null ? null : signup.person().value();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static Signup signup(ResultSet row, int number) throws SQLException {
    UUID person = row.getObject("person", UUID.class);
    return new Signup(
        new SignupId(row.getObject("id", UUID.class)),
        new SlotId(row.getObject("slot", UUID.class)),
        new EventId(row.getObject("event", UUID.class)),
        new OrganizationId(row.getObject("organization", UUID.class)),
        person == null ? null : new PersonId(person),
        Signup.Aim.valueOf(row.getString("aim").toUpperCase(Locale.ROOT)),
        Signup.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        new Party(
            row.getInt("adults"), Arrays.asList((Integer[]) row.getArray("children").getArray())),
        row.getString("name"),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        instant(row.getTimestamp("until")),
        row.getTimestamp("made_at").toInstant(),
        row.getObject("turn", Integer.class),
        row.getBoolean("passed_over"));
  }
}
