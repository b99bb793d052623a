package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.ConsentId;
import fi.rinnalla.identity.PersonId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A family that is referred to a service, in the codes of FHIR Task (R4, `Task.status`).
///
/// @param organization who receives it
/// @param consent by which the organization may know; a referral never outlives it
/// @param reason why it was refused, put off, cancelled or failed; or what came of it
public record Referral(
    ReferralId id,
    HelpCaseId helpCase,
    OptionId option,
    OrganizationId organization,
    PersonId person,
    ConsentId consent,
    State state,
    @Nullable Reason reason,
    Instant requestedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt) {

  public Referral {
    if (state.needsReason() && reason == null) {
      throw new IllegalArgumentException("a referral that is " + state + " says why");
    }
  }

  /// Where it stands.
  public enum State {
    REQUESTED,
    ACCEPTED,
    IN_PROGRESS,
    /// Waiting: for room, or for the family.
    ON_HOLD,
    REJECTED,
    COMPLETED,
    FAILED,
    CANCELLED,
    /// Never should have been.
    ENTERED_IN_ERROR;

    private static final Set<State> OPEN = EnumSet.of(REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD);

    public boolean isOpen() {
      return OPEN.contains(this);
    }

    boolean needsReason() {
      return this == REJECTED || this == ON_HOLD || this == FAILED || this == CANCELLED;
    }

    public boolean leadsTo(State next) {
      return switch (this) {
        case REQUESTED ->
            EnumSet.of(ACCEPTED, REJECTED, ON_HOLD, CANCELLED, ENTERED_IN_ERROR).contains(next);
        case ACCEPTED ->
            EnumSet.of(IN_PROGRESS, ON_HOLD, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR)
                .contains(next);
        case IN_PROGRESS ->
            EnumSet.of(ON_HOLD, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR).contains(next);
        case ON_HOLD ->
            EnumSet.of(ACCEPTED, IN_PROGRESS, REJECTED, FAILED, CANCELLED, ENTERED_IN_ERROR)
                .contains(next);
        case REJECTED, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR -> false;
      };
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Why, or with what (FHIR `Task.statusReason`, `Task.businessStatus`).
  public enum Reason {
    AT_CAPACITY,
    NOT_ELIGIBLE,
    AREA,
    OTHER,
    WAITLIST,
    CLIENT_ACTION,
    GOT_HELP,
    COULD_NOT_CONTACT,
    NO_LONGER_INTERESTED,
    REFERRED_ELSEWHERE,
    FAMILY,
    REQUESTER,
    NO_ANSWER,
    CONSENT_WITHDRAWN;

    /// Those with which an organization may do this.
    public static Set<Reason> of(State next) {
      return switch (next) {
        case REJECTED -> EnumSet.of(AT_CAPACITY, NOT_ELIGIBLE, AREA, OTHER);
        case ON_HOLD -> EnumSet.of(WAITLIST, CLIENT_ACTION);
        case COMPLETED -> EnumSet.of(GOT_HELP, REFERRED_ELSEWHERE);
        case FAILED -> EnumSet.of(COULD_NOT_CONTACT, NO_LONGER_INTERESTED, NOT_ELIGIBLE, OTHER);
        case ACCEPTED, IN_PROGRESS, REQUESTED, CANCELLED, ENTERED_IN_ERROR ->
            EnumSet.noneOf(Reason.class);
      };
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @throws IllegalStateException when it doesn't stand so that this could follow
  Referral to(State next, @Nullable Reason why, Instant now) {
    if (!state.leadsTo(next)) {
      throw new IllegalStateException("a referral that is " + state + " can't be " + next);
    }
    return new Referral(
        id,
        helpCase,
        option,
        organization,
        person,
        consent,
        next,
        why,
        requestedAt,
        answeredAt == null ? now : answeredAt,
        next.isOpen() ? null : now);
  }
}
