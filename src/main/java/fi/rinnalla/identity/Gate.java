package fi.rinnalla.identity;

import fi.rinnalla.audit.Audit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one gate. Page, list, search, count, export, feed and attachment all ask it, with the same
/// words; the table behind it is `permissions.md`. What it lets through to a closed record it
/// writes down in the same transaction.
@Component
public class Gate {
  private final Permissions permissions = Permissions.load();
  private final Audit audit;

  Gate(Audit audit) {
    this.audit = audit;
  }

  /// Whether the door is of any use to the caller: what is asked before it is known which record is
  /// wanted.
  public boolean mayUse(Caller caller, Needs door) {
    return mayUse(caller.roles(), door);
  }

  /// Whether signing in more strongly would open what is shut now.
  public boolean mayUseAt(Level level, Caller caller, Needs door) {
    return mayUse(caller.rolesAt(level), door);
  }

  private boolean mayUse(Set<Role> roles, Needs door) {
    Set<Relation> given = permissions.relations(roles, door.action(), door.record()).keySet();
    return door.in().length == 0
        ? !given.isEmpty()
        : Arrays.stream(door.in()).anyMatch(given::contains);
  }

  /// Whether signing in more strongly would open more of such records than is open now.
  public boolean opensMoreAt(Level level, Caller caller, Action action, RecordType record) {
    return !permissions
        .relations(caller.roles(), action, record)
        .keySet()
        .containsAll(permissions.relations(caller.rolesAt(level), action, record).keySet());
  }

  /// The relations in which the caller may do this to such records: what a list or a count may be
  /// made of.
  public Set<Relation> relations(Caller caller, Action action, RecordType record) {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    relations.addAll(permissions.relations(caller.roles(), action, record).keySet());
    return relations;
  }

  public boolean may(Caller caller, Action action, RecordType record, Set<Relation> relations) {
    return allowing(caller, action, record, relations) != null;
  }

  /// Lets the caller through to one record, or throws [NoSuchRecord]. A closed record's opening is
  /// written down.
  ///
  /// @param relations how the caller stands to this record, as its room knows
  /// @param subject the person the record tells about, if one
  @Transactional
  public void open(
      Caller caller,
      Action action,
      RecordType record,
      String id,
      Set<Relation> relations,
      @Nullable UUID subject) {
    Map.Entry<Relation, Role> allowed = allowing(caller, action, record, relations);
    if (allowed == null) {
      throw new NoSuchRecord(record);
    }
    if (record.isClosed() || action != Action.READ) {
      audit.write(
          caller.id(),
          allowed.getValue().name(),
          action.code(),
          record.code(),
          id,
          subject,
          allowed.getKey().code());
    }
  }

  private Map.@Nullable Entry<Relation, Role> allowing(
      Caller caller, Action action, RecordType record, Set<Relation> relations) {
    for (Map.Entry<Relation, Role> given :
        permissions.relations(caller.roles(), action, record).entrySet()) {
      if (given.getKey() == Relation.ANY || relations.contains(given.getKey())) {
        return given;
      }
    }
    return null;
  }
}
