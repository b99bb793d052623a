package fi.rinnalla.funds;

import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A parent's application for one child's hobby.
///
/// @param serial of the voucher's link; empty when there is none
/// @param terms what is applied for; null while it is being written
/// @param asked what the handler wants to know more of
/// @param recommender who may recommend: whoever began the draft with the parent, or has opened
///   their letter's link; null before
/// @param recommended what they said; null until they have
public record HobbyApplication(
    HobbyApplicationId id,
    FundId fund,
    FundRoundId round,
    PersonId person,
    State state,
    HobbyWords words,
    String serial,
    @Nullable Terms terms,
    Set<Asked> asked,
    @Nullable Instant sentAt,
    @Nullable Instant endedAt,
    @Nullable PersonId recommender,
    @Nullable Word recommended,
    @Nullable Decision decision,
    @Nullable UUID voucher) {

  public HobbyApplication {
    asked = Set.copyOf(asked);
    if (state.isHandled() && terms == null) {
      throw new IllegalArgumentException("nothing was applied for");
    }
  }

  /// What is applied for.
  ///
  /// @param isNew the child begins; otherwise it would have to stop
  public record Terms(int cents, LocalDate starts, LocalDate ends, boolean isNew) {
    public Terms {
      if (cents <= 0 || ends.isBefore(starts)) {
        throw new IllegalArgumentException("no such terms");
      }
    }

    public Money sum() {
      return Cents.money(cents);
    }
  }

  /// @param cents what was granted; null when it was refused
  public record Decision(
      PersonId by, Instant at, @Nullable Integer cents, @Nullable Reason reason) {}

  /// What a professional says. There is no room for why.
  public enum Word {
    /// Has seen the need: stands for all papers.
    NEED_SEEN,
    NOT_NOW,
    NOT_KNOWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a handler may ask more of.
  public enum Asked {
    FEE_RECEIPT,
    CLUB,
    TERM,
    RECOMMENDER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Why not.
  public enum Reason {
    NOT_IN_TERMS,
    NOT_RECOMMENDED,
    NO_MONEY,
    NOT_ANSWERED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Where it stands; the words are those of Helsinki's Kesäseteli.
  public enum State {
    DRAFT,
    SUBMITTED,
    ADDITIONAL_INFORMATION_REQUESTED,
    ADDITIONAL_INFORMATION_PROVIDED,
    RECOMMENDED,
    ACCEPTED,
    REJECTED,
    /// Accepted in principle; there is no money now.
    WAITLISTED,
    WITHDRAWN,
    VOUCHER_ISSUED,
    REDEEMED,
    PAID,
    EXPIRED,
    RETURNED;

    private static final Set<State> UNDECIDED =
        EnumSet.of(
            SUBMITTED,
            ADDITIONAL_INFORMATION_REQUESTED,
            ADDITIONAL_INFORMATION_PROVIDED,
            RECOMMENDED,
            WAITLISTED);

    public boolean leadsTo(State next) {
      return switch (this) {
        case DRAFT -> next == SUBMITTED || next == WITHDRAWN;
        case SUBMITTED ->
            EnumSet.of(ADDITIONAL_INFORMATION_REQUESTED, RECOMMENDED, REJECTED, WITHDRAWN)
                .contains(next);
        case ADDITIONAL_INFORMATION_REQUESTED ->
            EnumSet.of(ADDITIONAL_INFORMATION_PROVIDED, REJECTED, WITHDRAWN).contains(next);
        case ADDITIONAL_INFORMATION_PROVIDED ->
            EnumSet.of(ADDITIONAL_INFORMATION_REQUESTED, RECOMMENDED, REJECTED, WITHDRAWN)
                .contains(next);
        case RECOMMENDED ->
            EnumSet.of(ADDITIONAL_INFORMATION_REQUESTED, ACCEPTED, REJECTED, WAITLISTED, WITHDRAWN)
                .contains(next);
        case WAITLISTED -> EnumSet.of(ACCEPTED, REJECTED, WITHDRAWN).contains(next);
        case ACCEPTED -> next == VOUCHER_ISSUED || next == WITHDRAWN;
        case VOUCHER_ISSUED -> EnumSet.of(REDEEMED, EXPIRED, RETURNED).contains(next);
        case REDEEMED -> next == PAID || next == RETURNED;
        case REJECTED, WITHDRAWN, PAID, EXPIRED, RETURNED -> false;
      };
    }

    /// @throws IllegalStateException when it doesn't stand so that this could follow
    State to(State next) {
      if (!leadsTo(next)) {
        throw new IllegalStateException("an application that is " + this + " can't be " + next);
      }
      return next;
    }

    /// Whether somebody still has to say yes or no, or money has to come.
    public boolean isUndecided() {
      return UNDECIDED.contains(this);
    }

    /// Whether it has money, or had.
    public boolean isPromised() {
      return EnumSet.of(VOUCHER_ISSUED, REDEEMED, PAID, EXPIRED, RETURNED).contains(this);
    }

    boolean isHandled() {
      return isUndecided() || isPromised() || this == ACCEPTED || this == REJECTED;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static HobbyApplication draft(
      HobbyApplicationId id, FundRound round, PersonId person, HobbyWords words) {
    return new HobbyApplication(
        id,
        round.fund(),
        round.id(),
        person,
        State.DRAFT,
        words,
        "",
        null,
        Set.of(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /// Without its words, for whoever may not know them any more.
  HobbyApplication without() {
    return new HobbyApplication(
        id,
        fund,
        round,
        person,
        state,
        HobbyWords.NONE,
        "",
        terms,
        asked,
        sentAt,
        endedAt,
        recommender,
        recommended,
        decision,
        voucher);
  }

  /// Says nothing of anybody.
  @Override
  public String toString() {
    return "application " + id + ", " + state.code();
  }
}
