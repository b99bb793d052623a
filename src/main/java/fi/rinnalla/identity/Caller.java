package fi.rinnalla.identity;

import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who asks: a visitor without a name, or a person with the roles they hold by now.
public final class Caller {
  private static final Caller VISITOR = new Caller(null, Level.NONE, List.of());

  private final @Nullable Person person;
  private final Level level;
  private final List<RoleHeld> held;

  private Caller(@Nullable Person person, Level level, List<RoleHeld> held) {
    this.person = person;
    this.level = level;
    this.held = List.copyOf(held);
  }

  public static Caller visitor() {
    return VISITOR;
  }

  static Caller of(Person person, Level level, List<RoleHeld> held) {
    return new Caller(person, level, held);
  }

  public boolean isVisitor() {
    return person == null;
  }

  /// The person, where the gate has made sure that there is one.
  public Person person() {
    return Objects.requireNonNull(person, "a visitor is no person");
  }

  public @Nullable UUID id() {
    return person == null ? null : person.id().value();
  }

  public Level level() {
    return level;
  }

  /// All that they hold, also what doesn't count at this session's level.
  public List<RoleHeld> held() {
    return held;
  }

  /// The roles that count now.
  public Set<Role> roles() {
    return rolesAt(level);
  }

  Set<Role> rolesAt(Level at) {
    EnumSet<Role> roles = EnumSet.of(Role.VISITOR);
    if (person != null) {
      roles.add(Role.PARENT);
      held.stream()
          .map(RoleHeld::role)
          .filter(role -> at.reaches(role.needs()))
          .forEach(roles::add);
    }
    return roles;
  }

  /// The organizations whose pages they keep. Advisers, navigators and others who work with
  /// families keep none: what they see is told apart by the one who does it.
  public Set<UUID> organizations() {
    return counting().stream()
        .filter(it -> Role.KEEPERS.contains(it.role()))
        .map(RoleHeld::organization)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /// The organizations for which they hold such a role.
  public Set<UUID> organizations(Role role) {
    return counting().stream()
        .filter(it -> it.role() == role)
        .map(RoleHeld::organization)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /// As they are inside one organization: to own one gives no owner's right in another.
  public Caller within(UUID organization) {
    return new Caller(
        person, level, held.stream().filter(it -> organization.equals(it.organization())).toList());
  }

  /// As they are over one area.
  public Caller within(AreaCode area) {
    return new Caller(person, level, held.stream().filter(it -> area.equals(it.area())).toList());
  }

  /// The areas that they look after.
  public Set<AreaCode> areas() {
    return counting().stream()
        .map(RoleHeld::area)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private List<RoleHeld> counting() {
    return held.stream().filter(it -> level.reaches(it.role().needs())).toList();
  }

  /// As the database is told.
  public Viewer viewer() {
    if (person == null) {
      throw new IllegalStateException("a visitor sees nothing closed");
    }
    Set<String> tasks =
        counting().stream()
            .filter(it -> it.area() != null)
            .map(it -> it.role() == Role.REGION_ADMIN ? "region" : it.role().name())
            .map(task -> task.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return Viewer.of(person.id().value(), organizations(), tasks);
  }
}
