package fi.rinnalla.storage;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// For whom the database is asked. Every transaction tells PostgreSQL, and row-level security on
/// the closed tables lets through what this viewer may see and nothing more: the second wall, which
/// stands also where the first was forgotten. Nobody is the viewer unless somebody was named, and
/// nobody sees no closed row.
///
/// @param person who is signed in
/// @param organizations those whose workspace the person belongs to
/// @param tasks what else the person was trusted with, such as `region` or `auditor`
/// @param house the house itself: sign-in, reminders, retention
public record Viewer(
    @Nullable UUID person, Set<UUID> organizations, Set<String> tasks, boolean house) {
  private static final ScopedValue<Viewer> CURRENT = ScopedValue.newInstance();
  private static final Viewer HOUSE = new Viewer(null, Set.of(), Set.of(), true);

  public Viewer {
    organizations = Set.copyOf(organizations);
    tasks = Set.copyOf(tasks);
  }

  public static Viewer of(UUID person, Set<UUID> organizations, Set<String> tasks) {
    return new Viewer(person, organizations, tasks, false);
  }

  static @Nullable Viewer current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /// Does the work for this viewer: every transaction begun in it is theirs.
  public <T> T run(Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }

  /// Does what no person asks for: looking up who signs in, sending reminders, deleting what has
  /// been kept long enough.
  public static <T> T house(Supplier<T> work) {
    return ScopedValue.where(CURRENT, HOUSE).call(work::get);
  }
}
