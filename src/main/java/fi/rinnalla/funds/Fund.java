package fi.rinnalla.funds;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.util.Set;

/// Money for children's hobbies.
///
/// @param organization whose handlers decide
/// @param donor whose money it is
/// @param committedCents what is promised or paid
/// @param refusedCents what was accepted in principle and waits for money
/// @param areas where it is for; empty is everywhere
/// @param mostCents for one child in one year
public record Fund(
    FundId id,
    OrganizationId organization,
    Text name,
    String donor,
    long budgetCents,
    long committedCents,
    long refusedCents,
    int youngest,
    int oldest,
    Set<AreaCode> areas,
    int mostCents) {
  public static final int LONGEST_NAME = 100;
  public static final int OLDEST = 25;
  private static final int NEARLY_USED = 80;

  public Fund {
    areas = Set.copyOf(areas);
    if (name.isEmpty() || youngest < 0 || oldest < youngest || oldest > OLDEST || mostCents <= 0) {
      throw new IllegalArgumentException("no such fund");
    }
    if (budgetCents < 0 || committedCents < 0 || committedCents > budgetCents) {
      throw new IllegalArgumentException("a fund never promises more than it has");
    }
  }

  public Money budget() {
    return Cents.money(budgetCents);
  }

  public Money committed() {
    return Cents.money(committedCents);
  }

  public Money refused() {
    return Cents.money(refusedCents);
  }

  public Money left() {
    return Cents.money(budgetCents - committedCents);
  }

  public Money most() {
    return Cents.money(mostCents);
  }

  boolean has(int cents) {
    return cents <= budgetCents - committedCents;
  }

  /// Whether so much is used that its handlers should know.
  boolean isNearlyUsed(long committed) {
    return budgetCents > 0 && committed * 100 >= budgetCents * NEARLY_USED;
  }

  /// By years of birth, for the exact day isn't asked.
  public boolean suits(int birthYear, int year) {
    return year - birthYear >= youngest && year - birthYear <= oldest;
  }
}
