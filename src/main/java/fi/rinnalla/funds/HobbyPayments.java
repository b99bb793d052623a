package fi.rinnalla.funds;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.Consents;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a club sees behind a serial: a place that is paid for. Whose money it is, and that it is
/// support, isn't told by any word here.
@Component
public class HobbyPayments {
  public static final int LONGEST_INVOICE = 40;
  private static final Pattern INVOICE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_-]*");
  private static final int REFERENCE = 8;

  private final HobbyVoucherRows rows;
  private final HobbyApplicationRows applications;
  private final FundRows funds;
  private final Consents consents;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  HobbyPayments(
      HobbyVoucherRows rows,
      HobbyApplicationRows applications,
      FundRows funds,
      Consents consents,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.applications = applications;
    this.funds = funds;
    this.consents = consents;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// @param reference what the invoice refers to
  /// @param name the child's, as it was told; empty when it isn't known any more
  /// @param payer whom the invoice is for
  /// @param invoice its number, when it was told
  public record PaidPlace(
      String reference,
      Money sum,
      String club,
      String name,
      @Nullable LocalDate starts,
      LocalDate ends,
      LocalDate validTo,
      OrganizationId payer,
      boolean good,
      boolean paid,
      @Nullable String invoice) {}

  /// What became of telling the invoice.
  public enum Outcome {
    DONE,
    /// No number, or none that invoices have.
    NO_INVOICE,
    NOT_GOOD
  }

  /// Nothing when there is none, or it is over.
  @Transactional
  public Optional<PaidPlace> find(Caller caller, String serial) {
    return house.step(() ->
        rows.bySerial(serial)
            .filter(it -> it.state() != State.RETURNED && it.state() != State.EXPIRED)
            .map(it -> {
              open(caller, Action.READ, it);
              return place(it, serial);
            }));
  }

  @Transactional
  public Outcome redeem(Caller caller, String serial, String invoice) {
    String number = invoice.strip();
    return house.step(() -> {
      HobbyVoucher found = rows.bySerial(serial).orElse(null);
      if (found == null) {
        return Outcome.NOT_GOOD;
      }
      funds.hold(found.fund());
      HobbyVoucher it = rows.find(found.id()).orElseThrow();
      if (!it.isGood(Dates.day(clock.instant()))) {
        return Outcome.NOT_GOOD;
      }
      if (number.length() > LONGEST_INVOICE || !INVOICE.matcher(number).matches()) {
        return Outcome.NO_INVOICE;
      }
      open(caller, Action.UPDATE, it);
      rows.redeem(it.id(), number, Dates.day(clock.instant()));
      applications.byVoucher(it.id()).ifPresent(one -> applications.to(one, State.REDEEMED));
      return Outcome.DONE;
    });
  }

  private PaidPlace place(HobbyVoucher it, String serial) {
    Optional<HobbyApplication> application = applications.byVoucher(it.id());
    HobbyApplication.Terms terms = application.map(HobbyApplication::terms).orElse(null);
    return new PaidPlace(
        serial.substring(0, REFERENCE),
        it.sum(),
        it.club(),
        application.filter(this::isConsented).map(one -> one.words().nickname()).orElse(""),
        terms == null ? null : terms.starts(),
        it.endsOn(),
        it.validTo(),
        funds.find(it.fund()).orElseThrow().organization(),
        it.isGood(Dates.day(clock.instant())),
        it.state() == State.PAID,
        it.invoice());
  }

  private boolean isConsented(HobbyApplication one) {
    return consents.about(one.id().value()).stream().anyMatch(it -> it.isGiven(clock.instant()));
  }

  private void open(Caller caller, Action action, HobbyVoucher it) {
    gate.open(caller, action, RecordType.VOUCHER, it.id().toString(), Set.of(), null);
  }
}
