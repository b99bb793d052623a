package fi.rinnalla.families;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Lang;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An adult's word that one organization may know some things of them for one purpose (GDPR article
/// 6 (1) a and 9 (2) a). It is as easy to take back as to give (article 7 (3)), and what it said is
/// kept by the version of its wording (article 7 (1)).
///
/// @param person whose word it is; each adult of a family speaks for themself
/// @param organization who may know
/// @param fields what they may know
/// @param matter which matter of the asking room it is about
/// @param wording which version of the words was shown or read aloud
/// @param askedBy who asked; null when the person began it themself
/// @param attestedBy who heard or has it on paper; null when it was given here
/// @param decidedAt when it was given or refused
/// @param validUntil until when it holds
/// @param endedAt when it ceased to hold
public record Consent(
    ConsentId id,
    PersonId person,
    OrganizationId organization,
    Purpose purpose,
    Set<Disclosed> fields,
    UUID matter,
    int wording,
    Lang lang,
    Channel channel,
    State state,
    @Nullable PersonId askedBy,
    @Nullable PersonId attestedBy,
    Instant askedAt,
    @Nullable Instant decidedAt,
    @Nullable Instant validUntil,
    @Nullable Instant endedAt) {
  /// The words as they are shown now: `consents.wording.1…` of the messages. A word of them that
  /// changes is a new version, and the old ones stay.
  public static final int WORDING = 1;

  public Consent {
    fields = Set.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("a consent that lets nothing be known");
    }
  }

  /// What it is for.
  public enum Purpose {
    /// A navigator's team keeps their matter.
    NAVIGATION,
    /// They are referred to a service of the organization.
    REFERRAL,
    /// Someone of the organization joins the network around them.
    NETWORK_MEMBER,
    /// Support for a child's hobby is applied for.
    HOBBY_APPLICATION;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What an organization may know.
  public enum Disclosed {
    /// What they wish to be called.
    NAME,
    /// How they are reached, and when.
    CONTACT,
    /// In which part of the region they live.
    AREA,
    /// Children's nicknames and years of birth.
    CHILDREN,
    /// What they need, in the words of a list.
    NEEDS,
    /// What they said in their own words.
    WORDS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How it was given.
  public enum Channel {
    IN_APP,
    /// Said aloud to somebody who attests it.
    ORAL_ATTESTED,
    /// Signed on paper, which stays with whoever attests it.
    PAPER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Where it stands. Nobody else's word overrides it: there is no emergency state, for an
  /// emergency is a telephone call.
  public enum State {
    REQUESTED,
    GIVEN,
    REFUSED,
    /// Nobody answered.
    LAPSED,
    WITHDRAWN,
    /// Its time is out.
    EXPIRED,
    /// A newer one about the same stands for it.
    SUPERSEDED;

    public boolean leadsTo(State next) {
      return switch (this) {
        case REQUESTED -> EnumSet.of(GIVEN, REFUSED, LAPSED, SUPERSEDED).contains(next);
        case GIVEN -> EnumSet.of(WITHDRAWN, EXPIRED, SUPERSEDED).contains(next);
        case REFUSED, LAPSED, WITHDRAWN, EXPIRED, SUPERSEDED -> false;
      };
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isGiven(Instant now) {
    return state == State.GIVEN && validUntil != null && now.isBefore(validUntil);
  }

  /// @throws IllegalStateException when it doesn't stand so that this could follow
  Consent given(Instant now, Instant until) {
    return to(State.GIVEN, channel, attestedBy, now, until, null);
  }

  /// Confirms here what was said aloud: the same word, given again by the person themself.
  Consent confirmed() {
    return new Consent(
        id,
        person,
        organization,
        purpose,
        fields,
        matter,
        wording,
        lang,
        Channel.IN_APP,
        state,
        askedBy,
        attestedBy,
        askedAt,
        decidedAt,
        validUntil,
        endedAt);
  }

  Consent refused(Instant now) {
    return to(State.REFUSED, channel, attestedBy, now, null, now);
  }

  Consent ended(State how, Instant now) {
    return to(how, channel, attestedBy, decidedAt, validUntil, now);
  }

  private Consent to(
      State next,
      Channel by,
      @Nullable PersonId attester,
      @Nullable Instant decided,
      @Nullable Instant until,
      @Nullable Instant end) {
    if (!state.leadsTo(next)) {
      throw new IllegalStateException("a consent that is " + state + " can't be " + next);
    }
    return new Consent(
        id,
        person,
        organization,
        purpose,
        fields,
        matter,
        wording,
        lang,
        by,
        next,
        askedBy,
        attester,
        askedAt,
        decided,
        until,
        end);
  }
}
