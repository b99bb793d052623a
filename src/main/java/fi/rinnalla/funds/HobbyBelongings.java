package fi.rinnalla.funds;

import fi.rinnalla.identity.Belongings;
import fi.rinnalla.identity.PersonId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is told to somebody who asks what this room keeps of them.
@Component
class HobbyBelongings implements Belongings {
  private final HobbyApplicationRows rows;

  HobbyBelongings(HobbyApplicationRows rows) {
    this.rows = rows;
  }

  @Override
  public String room() {
    return "funds";
  }

  @Override
  public Map<String, List<?>> of(PersonId person) {
    Map<String, List<?>> all = new LinkedHashMap<>();
    all.put("applications", rows.of(person).stream().map(Applied::of).toList());
    all.put(
        "recommendations",
        rows.recommendedBy(person).stream()
            .map(it -> it.recommended() == null ? "asked" : it.recommended().code())
            .toList());
    return all;
  }

  /// An application without whoever recommended or decided, who are somebody else.
  private record Applied(
      String state,
      HobbyWords words,
      @Nullable Instant sent,
      @Nullable Instant ended,
      @Nullable Integer grantedCents) {
    static Applied of(HobbyApplication it) {
      HobbyApplication.Decision decision = it.decision();
      return new Applied(
          it.state().code(),
          it.words(),
          it.sentAt(),
          it.endedAt(),
          decision == null ? null : decision.cents());
    }
  }
}
