package fi.rinnalla.funds;

import fi.rinnalla.funds.HobbyApplication.Asked;
import fi.rinnalla.funds.HobbyApplication.Decision;
import fi.rinnalla.funds.HobbyApplication.Reason;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyApplication.Terms;
import fi.rinnalla.funds.HobbyApplication.Word;
import fi.rinnalla.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row of an application before its words are opened.
record SealedApplication(UUID id, UUID person, byte[] words, byte[] serial, HobbyApplication bare) {

  static SealedApplication of(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID person = row.getObject("person", UUID.class);
    String word = row.getString("recommended");
    HobbyApplication bare =
        new HobbyApplication(
            new HobbyApplicationId(id),
            new FundId(row.getObject("fund", UUID.class)),
            new FundRoundId(row.getObject("round", UUID.class)),
            new PersonId(person),
            State.valueOf(upper(row.getString("state"))),
            HobbyWords.NONE,
            "",
            terms(row),
            asked(row),
            instant(row, "sent_at"),
            instant(row, "ended_at"),
            person(row, "recommender"),
            word == null ? null : Word.valueOf(upper(word)),
            decision(row),
            row.getObject("voucher", UUID.class));
    return new SealedApplication(id, person, row.getBytes("words"), row.getBytes("serial"), bare);
  }

  HobbyApplication with(HobbyWords opened, String secret) {
    return new HobbyApplication(
        bare.id(),
        bare.fund(),
        bare.round(),
        bare.person(),
        bare.state(),
        opened,
        secret,
        bare.terms(),
        bare.asked(),
        bare.sentAt(),
        bare.endedAt(),
        bare.recommender(),
        bare.recommended(),
        bare.decision(),
        bare.voucher());
  }

  private static @Nullable Terms terms(ResultSet row) throws SQLException {
    Integer cents = row.getObject("cents", Integer.class);
    LocalDate starts = row.getObject("starts", LocalDate.class);
    LocalDate ends = row.getObject("ends", LocalDate.class);
    return cents == null || starts == null || ends == null
        ? null
        : new Terms(cents, starts, ends, row.getBoolean("is_new"));
  }

  private static Set<Asked> asked(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("asked").getArray())
        .map(it -> Asked.valueOf(upper(it)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    PersonId by = person(row, "decided_by");
    Instant at = instant(row, "decided_at");
    String reason = row.getString("reason");
    return by == null || at == null
        ? null
        : new Decision(
            by,
            at,
            row.getObject("granted_cents", Integer.class),
            reason == null ? null : Reason.valueOf(upper(reason)));
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new PersonId(id);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
