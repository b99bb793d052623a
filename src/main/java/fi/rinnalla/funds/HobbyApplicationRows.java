package fi.rinnalla.funds;

import fi.rinnalla.funds.HobbyApplication.Asked;
import fi.rinnalla.funds.HobbyApplication.Reason;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyApplication.Terms;
import fi.rinnalla.funds.HobbyApplication.Word;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vault.SubjectKey;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Applications as rows, their words sealed with the parent's key.
@Component
class HobbyApplicationRows {
  private static final String WORDS = "funds.application.words";
  private static final String SERIAL = "funds.application.serial";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Json json;

  HobbyApplicationRows(JdbcClient jdbc, Vault vault, Json json) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.json = json;
  }

  void begin(HobbyApplication it, Instant now) {
    SubjectKey key = vault.key(it.person().value());
    jdbc.sql(
            """
            insert into funds.application (id, fund, round, person, state, words, serial, made_at)
            values (:id, :fund, :round, :person, 'draft', :words, '', :now)
            """)
        .param("id", it.id().value())
        .param("fund", it.fund().value())
        .param("round", it.round().value())
        .param("person", it.person().value())
        .param("words", key.seal(WORDS, it.id().value(), json.write(it.words())))
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<HobbyApplication> find(HobbyApplicationId id) {
    return one("where id = ?", id.value());
  }

  /// Held until the end of the transaction; its fund, when money is at stake, is held before it.
  Optional<HobbyApplication> hold(HobbyApplicationId id) {
    return one("where id = ? for update", id.value());
  }

  Optional<HobbyApplication> byLink(String secret) {
    return one("where link = ?", Sha256.of(secret));
  }

  Optional<HobbyApplication> byVoucher(UUID voucher) {
    return one("where voucher = ?", voucher);
  }

  List<HobbyApplication> of(PersonId person) {
    return many("where person = ? order by made_at desc", person.value());
  }

  List<HobbyApplication> recommendedBy(PersonId person) {
    return many(
        "where recommender = ? and state <> 'withdrawn' order by sent_at desc", person.value());
  }

  /// All that was sent.
  List<HobbyApplication> of(FundId fund) {
    return many("where fund = ? and state <> 'draft' order by sent_at", fund.value());
  }

  /// In the order in which money is offered to them.
  List<HobbyApplication> waiting(FundId fund) {
    return many("where fund = ? and state = 'waitlisted' order by place", fund.value());
  }

  /// Those whose term went by before there was money.
  List<HobbyApplication> waitedInVain(LocalDate today) {
    return many("where state = 'waitlisted' and ends < ?", today);
  }

  void write(HobbyApplication it, HobbyWords words) {
    jdbc.sql("update funds.application set words = :words where id = :id")
        .param(
            "words", vault.key(it.person().value()).seal(WORDS, it.id().value(), json.write(words)))
        .param("id", it.id().value())
        .update();
  }

  void terms(HobbyApplicationId id, Terms terms) {
    jdbc.sql(
            """
            update funds.application
               set cents = :cents, starts = :starts, ends = :ends, is_new = :new
             where id = :id
            """)
        .param("cents", terms.cents())
        .param("starts", terms.starts())
        .param("ends", terms.ends())
        .param("new", terms.isNew())
        .param("id", id.value())
        .update();
  }

  /// @throws IllegalStateException when it doesn't stand so that this could follow
  void to(HobbyApplication it, State next) {
    set(it, it.state().to(next));
  }

  private void set(HobbyApplication it, State next) {
    jdbc.sql("update funds.application set state = :state where id = :id")
        .param("state", next.code())
        .param("id", it.id().value())
        .update();
  }

  void send(HobbyApplication it, Instant now) {
    jdbc.sql("update funds.application set state = :state, sent_at = :now where id = :id")
        .param("state", it.state().to(State.SUBMITTED).code())
        .param("now", Timestamp.from(now))
        .param("id", it.id().value())
        .update();
  }

  /// A new letter's link, which makes a former one useless, and a former word too.
  void link(HobbyApplicationId id, String secret) {
    jdbc.sql(
            """
            update funds.application
               set link = :link, recommender = null, recommended = null, recommended_at = null
             where id = :id
            """)
        .param("link", Sha256.of(secret))
        .param("id", id.value())
        .update();
  }

  void bind(HobbyApplicationId id, PersonId recommender) {
    jdbc.sql("update funds.application set recommender = :recommender where id = :id")
        .param("recommender", recommender.value())
        .param("id", id.value())
        .update();
  }

  void recommend(HobbyApplicationId id, Word word, Instant now) {
    jdbc.sql(
            """
            update funds.application
               set recommended = :word, recommended_at = :now,
                   said_by = array_append(said_by, recommender)
             where id = :id
            """)
        .param("word", word.code())
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  /// Without the word that was said of it; whoever said it may say one anew.
  void unsay(HobbyApplicationId id) {
    jdbc.sql(
            "update funds.application set recommended = null, recommended_at = null where id = :id")
        .param("id", id.value())
        .update();
  }

  /// How many drafts a professional has begun since then.
  int begunBy(PersonId professional, Instant since) {
    return jdbc.sql(
            """
            select count(*) from funds.application
             where recommender = :professional and made_at > :since
               and (sent_at is null or :professional = any (said_by))
            """)
        .param("professional", professional.value())
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /// Whether somebody has said a word of it, also one that counts no more.
  boolean hasSaid(HobbyApplicationId id, PersonId person) {
    return jdbc.sql(
            "select exists (select from funds.application where id = :id and :person = any (said_by))")
        .param("id", id.value())
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  void ask(HobbyApplication it, Set<Asked> asked) {
    jdbc.sql("update funds.application set state = :state, asked = :asked where id = :id")
        .param("state", it.state().to(State.ADDITIONAL_INFORMATION_REQUESTED).code())
        .param("asked", asked.stream().map(Asked::code).sorted().toArray(String[]::new))
        .param("id", it.id().value())
        .update();
  }

  void reject(HobbyApplication it, PersonId by, Reason reason, Instant now) {
    jdbc.sql(
            """
            update funds.application
               set state = :state, decided_by = :by, decided_at = :now, ended_at = :now,
                   reason = :reason
             where id = :id
            """)
        .param("state", it.state().to(State.REJECTED).code())
        .param("by", by.value())
        .param("reason", reason.code())
        .param("now", Timestamp.from(now))
        .param("id", it.id().value())
        .update();
  }

  /// Accepted in principle.
  void decide(HobbyApplicationId id, PersonId by, int cents, Instant now) {
    jdbc.sql(
            """
            update funds.application
               set decided_by = :by, decided_at = :now, granted_cents = :cents
             where id = :id
            """)
        .param("by", by.value())
        .param("cents", cents)
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  void queue(HobbyApplication it) {
    jdbc.sql(
            """
            update funds.application set state = :state, place = nextval('funds.queue')
             where id = :id
            """)
        .param("state", it.state().to(State.WAITLISTED).code())
        .param("id", it.id().value())
        .update();
  }

  /// Accepted, and the voucher at once.
  void issue(HobbyApplication it, UUID voucher, String serial) {
    SubjectKey key = vault.key(it.person().value());
    jdbc.sql(
            """
            update funds.application set state = :state, voucher = :voucher, serial = :serial
             where id = :id
            """)
        .param("state", it.state().to(State.ACCEPTED).to(State.VOUCHER_ISSUED).code())
        .param("voucher", voucher)
        .param("serial", key.seal(SERIAL, it.id().value(), serial))
        .param("id", it.id().value())
        .update();
  }

  /// Over; of what was taken back no words stay.
  void end(HobbyApplication it, State how, Instant now) {
    jdbc.sql(
            """
            update funds.application
               set state = :state, ended_at = :now, recommender = null, link = null,
                   words = case when :bare then ''::bytea else words end
             where id = :id
            """)
        .param("state", it.state().to(how).code())
        .param("bare", how == State.WITHDRAWN)
        .param("now", Timestamp.from(now))
        .param("id", it.id().value())
        .update();
  }

  void delete(HobbyApplicationId id) {
    jdbc.sql("delete from funds.application where id = :id").param("id", id.value()).update();
  }

  /// @param refused what came to nothing before this goes
  /// @param termOver of what was promised, whose term ended before this goes
  void forget(Instant refused, LocalDate termOver) {
    jdbc.sql(
            """
            delete from funds.application
             where (state in ('rejected', 'withdrawn') and ended_at < :refused)
                or (state = 'draft' and made_at < :refused)
                or (state in ('voucher_issued', 'redeemed', 'paid', 'expired', 'returned')
                    and ends < :over)
            """)
        .param("refused", Timestamp.from(refused))
        .param("over", termOver)
        .update();
  }

  private Optional<HobbyApplication> one(String where, Object parameter) {
    return many(where, parameter).stream().findFirst();
  }

  private List<HobbyApplication> many(String where, Object parameter) {
    List<SealedApplication> rows =
        jdbc.sql("select * from funds.application " + where)
            .param(parameter)
            .query(SealedApplication::of)
            .list();
    Map<UUID, SubjectKey> keys = vault.all(persons(rows));
    return rows.stream().map(row -> opened(row, keys.get(row.person()))).toList();
  }

  private static Set<UUID> persons(Collection<SealedApplication> rows) {
    return rows.stream().map(SealedApplication::person).collect(Collectors.toSet());
  }

  private HobbyApplication opened(SealedApplication row, @Nullable SubjectKey key) {
    String words = key == null ? "" : key.open(WORDS, row.id(), row.words());
    return row.with(
        words.isEmpty() ? HobbyWords.NONE : json.read(words, HobbyWords.class),
        key == null ? "" : key.open(SERIAL, row.id(), row.serial()));
  }
}
