package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.ConsentId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A family's matter, from the request to its end. One adult's: nobody else of the family sees it.
///
/// @param person whose it is
/// @param team the organization whose navigators have it
/// @param navigator who has it; null until somebody takes it
/// @param consent by which the team may know
/// @param needs what help is wished with
/// @param words the family's own, at most [#LONGEST_WORDS] letters
/// @param contact a number or an address, as [#reach] says
/// @param stops how many times it has been begun: finding the best help isn't always done in one
///   stop (seed 004)
public record HelpCase(
    HelpCaseId id,
    PersonId person,
    OrganizationId team,
    @Nullable AreaCode area,
    Source source,
    State state,
    Level level,
    @Nullable PersonId navigator,
    @Nullable ConsentId consent,
    Set<Need> needs,
    String words,
    Reach reach,
    String contact,
    Set<Hours> hours,
    @Nullable Outcome outcome,
    int stops,
    Instant askedAt,
    @Nullable Instant contactedAt,
    @Nullable Instant closedAt) {
  public static final int LONGEST_WORDS = 500;
  public static final int LONGEST_CONTACT = 120;

  public HelpCase {
    needs = Set.copyOf(needs);
    hours = Set.copyOf(hours);
    if ((state == State.CLOSED) != (outcome != null) || (outcome == null) != (closedAt == null)) {
      throw new IllegalArgumentException("a matter is closed with an outcome, and only then");
    }
  }

  /// Where it stands, in words: one that somebody has taken on waits for nobody.
  public String stage() {
    return state == State.NEW && navigator != null ? "taken" : state.code();
  }

  /// Who asked first.
  public enum Source {
    SELF,
    PROFESSIONAL,
    CHAT,
    EVENT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How far it has come.
  public enum State {
    NEW,
    CONTACTED,
    MAPPING,
    OPTIONS_GIVEN,
    REFERRED,
    SELF_GUIDED,
    SETTLED,
    CLOSED;

    /// On a matter that lives everything can follow but [#NEW]; a closed one is opened again as
    /// contacted.
    public boolean leadsTo(State next) {
      return this == CLOSED ? next == CONTACTED : next != NEW && next != this;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How closely a navigator walks beside.
  public enum Level {
    INFO,
    LIGHT,
    CLOSE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How the family wishes to be reached.
  public enum Reach {
    PHONE,
    EMAIL,
    /// On their own page here, and nowhere else.
    HERE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// When it is good to be reached.
  public enum Hours {
    MORNING,
    DAY,
    EVENING;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How it ended.
  public enum Outcome {
    GOT_HELP,
    PARTLY,
    DECLINED,
    LOST_CONTACT,
    /// The family took its consent back.
    WITHDRAWN;

    /// Those that a navigator may give.
    public static final Set<Outcome> GIVEN = EnumSet.range(GOT_HELP, LOST_CONTACT);

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isOpen() {
    return state != State.CLOSED;
  }

  /// Says nothing of anybody.
  @Override
  public String toString() {
    return "a matter";
  }
}
