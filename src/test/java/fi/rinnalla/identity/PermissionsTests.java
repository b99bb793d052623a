package fi.rinnalla.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The table that rules.
class PermissionsTests {
  private final Permissions table = Permissions.load();

  @Test
  void whatIsNotWrittenIsDenied() {
    assertThat(table.relations(Role.VISITOR, Action.UPDATE, RecordType.EVENT)).isEmpty();
    assertThat(table.relations(Role.VISITOR, Action.READ, RecordType.ACCOUNT)).isEmpty();
  }

  @Test
  void aCellIsReadAsItStands() {
    assertThat(table.relations(Role.VISITOR, Action.READ, RecordType.EVENT))
        .isEqualTo(Set.of(Relation.PUBLISHED));
    assertThat(table.relations(Role.ORG_EDITOR, Action.DELETE, RecordType.EVENT))
        .isEqualTo(Set.of(Relation.ORGANIZATION));
    assertThat(table.relations(Role.AUDITOR, Action.READ, RecordType.LOOK))
        .isEqualTo(Set.of(Relation.ANY));
  }

  @Test
  void nobodyButTheAuditorReadsTheWholeLog() {
    for (Role role : EnumSet.complementOf(EnumSet.of(Role.AUDITOR))) {
      assertThat(table.relations(role, Action.READ, RecordType.LOOK)).doesNotContain(Relation.ANY);
    }
  }

  @Test
  void nobodyChangesTheLog() {
    for (Role role : Role.values()) {
      for (Action action : EnumSet.complementOf(EnumSet.of(Action.READ))) {
        assertThat(table.relations(role, action, RecordType.LOOK)).isEmpty();
      }
    }
  }

  @Test
  void aTableThatForgetsARecordOpensNoHouse() {
    assertThatThrownBy(() -> Permissions.read("| record | VISITOR |\n|--|--|\n| page | R |\n"))
        .hasMessageContaining("says nothing of");
  }

  @Test
  void aLetterThatMeansNothingIsRefused() {
    assertThatThrownBy(() -> Permissions.read("| record | VISITOR |\n|--|--|\n| page | XR |\n"))
        .hasMessageContaining("no action «X»");
  }
}
