package fi.rinnalla.funds;

import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Vouchers as rows: what the books keep.
@Component
class HobbyVoucherRows {
  private final JdbcClient jdbc;

  HobbyVoucherRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(HobbyVoucher it, String serial) {
    jdbc.sql(
            """
            insert into funds.voucher
              (id, fund, digest, state, cents, club, is_new, days, issued_on, valid_to, ends_on,
               accepted_by)
            values (:id, :fund, :digest, :state, :cents, :club, :new, :days, :issued, :valid,
                    :ends, :by)
            """)
        .param("id", it.id())
        .param("fund", it.fund().value())
        .param("digest", Sha256.of(serial))
        .param("state", it.state().code())
        .param("cents", it.cents())
        .param("club", it.club())
        .param("new", it.isNew())
        .param("days", it.days())
        .param("issued", it.issuedOn())
        .param("valid", it.validTo())
        .param("ends", it.endsOn())
        .param("by", it.acceptedBy().value())
        .update();
  }

  Optional<HobbyVoucher> find(UUID id) {
    return jdbc.sql("select * from funds.voucher where id = :id")
        .param("id", id)
        .query(HobbyVoucherRows::voucher)
        .optional();
  }

  Optional<HobbyVoucher> bySerial(String serial) {
    return jdbc.sql("select * from funds.voucher where digest = :digest")
        .param("digest", Sha256.of(serial))
        .query(HobbyVoucherRows::voucher)
        .optional();
  }

  List<HobbyVoucher> of(FundId fund) {
    return jdbc.sql("select * from funds.voucher where fund = :fund order by issued_on, id")
        .param("fund", fund.value())
        .query(HobbyVoucherRows::voucher)
        .list();
  }

  void to(UUID id, State state) {
    jdbc.sql("update funds.voucher set state = :state where id = :id")
        .param("state", state.code())
        .param("id", id)
        .update();
  }

  void redeem(UUID id, String invoice, LocalDate today) {
    jdbc.sql(
            """
            update funds.voucher set state = 'redeemed', invoice = :invoice, redeemed_on = :today
             where id = :id
            """)
        .param("invoice", invoice)
        .param("today", today)
        .param("id", id)
        .update();
  }

  void pay(UUID id, PersonId by, LocalDate today) {
    jdbc.sql(
            """
            update funds.voucher set state = 'paid', paid_by = :by, paid_on = :today where id = :id
            """)
        .param("by", by.value())
        .param("today", today)
        .param("id", id)
        .update();
  }

  void goesOn(UUID id, boolean yes) {
    jdbc.sql("update funds.voucher set goes_on = :yes where id = :id")
        .param("yes", yes)
        .param("id", id)
        .update();
  }

  List<HobbyVoucher> expired(LocalDate today) {
    return jdbc.sql(
            "select * from funds.voucher where state = 'voucher_issued' and valid_to < :today")
        .param("today", today)
        .query(HobbyVoucherRows::voucher)
        .list();
  }

  /// Those that end soon, each once.
  List<HobbyVoucher> endSoon(LocalDate before) {
    return jdbc.sql(
            """
            update funds.voucher set warned = true
             where state = 'voucher_issued' and not warned and valid_to <= :before returning *
            """)
        .param("before", before)
        .query(HobbyVoucherRows::voucher)
        .list();
  }

  /// Those whose term is over, each once.
  List<HobbyVoucher> termOver(LocalDate today) {
    return jdbc.sql(
            """
            update funds.voucher set asked = true
             where state in ('redeemed', 'paid') and not asked and ends_on <= :today returning *
            """)
        .param("today", today)
        .query(HobbyVoucherRows::voucher)
        .list();
  }

  void forgetIssuedBefore(LocalDate day) {
    jdbc.sql("delete from funds.voucher where issued_on < :day").param("day", day).update();
  }

  private static HobbyVoucher voucher(ResultSet row, int number) throws SQLException {
    return new HobbyVoucher(
        row.getObject("id", UUID.class),
        new FundId(row.getObject("fund", UUID.class)),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("cents"),
        row.getString("club"),
        row.getBoolean("is_new"),
        row.getInt("days"),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        new PersonId(row.getObject("accepted_by", UUID.class)),
        row.getString("invoice"),
        person(row.getObject("paid_by", UUID.class)),
        row.getObject("paid_on", LocalDate.class),
        row.getObject("goes_on", Boolean.class));
  }

  private static @Nullable PersonId person(@Nullable UUID id) {
    return id == null ? null : new PersonId(id);
  }
}
