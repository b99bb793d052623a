package fi.rinnalla.funds;

import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.vocabulary.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// What may be told of a fund to whoever gave the money: numbers, and none so small that somebody
/// could be found behind it.
///
/// @param committed nothing while it would tell the grant of one of a few
/// @param refused nothing while it would tell the sum of one of a few who wait
/// @param supported places that were promised and not given back
/// @param begun of them, those of a child who began
/// @param unused vouchers that ran out or were given back
/// @param waiting who waits for money
/// @param goOn of those who were asked and said, whose child goes on
public record FundFigures(
    Money budget,
    Optional<Money> committed,
    Optional<Money> refused,
    Count supported,
    Part begun,
    Optional<Money> mean,
    OptionalInt days,
    Count unused,
    Count waiting,
    Part goOn) {
  /// Below this nobody is told how many.
  public static final int FEWEST = 5;

  /// A number that may be told, or the word that it is small.
  public record Count(int number) {
    public boolean isHidden() {
      return number > 0 && number < FEWEST;
    }
  }

  /// So many of so many.
  public record Part(int number, int whole) {
    public boolean isHidden() {
      return whole < FEWEST
          || (number > 0 && number < FEWEST)
          || (whole - number > 0 && whole - number < FEWEST);
    }
  }

  static FundFigures of(Fund fund, List<HobbyVoucher> vouchers, int waiting) {
    List<HobbyVoucher> used =
        vouchers.stream()
            .filter(it -> it.state() != State.EXPIRED && it.state() != State.RETURNED)
            .toList();
    Count supported = new Count(used.size());
    Count waits = new Count(waiting);
    boolean few = used.size() < FEWEST;
    long sum = used.stream().mapToLong(HobbyVoucher::cents).sum();
    int days = used.stream().mapToInt(HobbyVoucher::days).sum();
    List<Boolean> said = used.stream().map(HobbyVoucher::goesOn).filter(Objects::nonNull).toList();
    return new FundFigures(
        fund.budget(),
        told(fund.committed(), supported),
        told(fund.refused(), waits),
        supported,
        new Part((int) used.stream().filter(HobbyVoucher::isNew).count(), used.size()),
        few ? Optional.empty() : Optional.of(Cents.money(sum / used.size())),
        few ? OptionalInt.empty() : OptionalInt.of(days / used.size()),
        new Count(vouchers.size() - used.size()),
        waits,
        new Part((int) said.stream().filter(it -> it).count(), said.size()));
  }

  private static Optional<Money> told(Money sum, Count of) {
    return of.isHidden() ? Optional.empty() : Optional.of(sum);
  }
}
