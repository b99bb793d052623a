package fi.rinnalla.families;

import fi.rinnalla.directory.OrganizationId;
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
class FamilyBelongings implements Belongings {
  private final FamilyRows families;
  private final ConsentRows consents;

  FamilyBelongings(FamilyRows families, ConsentRows consents) {
    this.families = families;
    this.consents = consents;
  }

  @Override
  public String room() {
    return "families";
  }

  @Override
  public Map<String, List<?>> of(PersonId person) {
    Map<String, List<?>> all = new LinkedHashMap<>();
    all.put("family", families.of(person).flatMap(families::find).stream().toList());
    all.put("consents", consents.of(person).stream().map(Said::of).toList());
    return all;
  }

  /// A consent without the one who asked, who is somebody else.
  private record Said(
      OrganizationId organization,
      String purpose,
      List<String> fields,
      String state,
      String channel,
      Instant asked,
      @Nullable Instant decided,
      @Nullable Instant until,
      @Nullable Instant ended) {
    static Said of(Consent it) {
      return new Said(
          it.organization(),
          it.purpose().code(),
          it.fields().stream().map(Consent.Disclosed::code).sorted().toList(),
          it.state().code(),
          it.channel().code(),
          it.askedAt(),
          it.decidedAt(),
          it.validUntil(),
          it.endedAt());
    }
  }
}
