package fi.rinnalla.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The table of `permissions.md`: who may do what to which record in which relation. The file says
/// how it is read; a cell that can't be read stops the house from opening.
final class Permissions {
  private record Cell(Role role, Action action, RecordType record) {}

  private final Map<Cell, Set<Relation>> cells = new HashMap<>();

  private Permissions() {}

  static Permissions load() {
    try (InputStream file =
        Objects.requireNonNull(Permissions.class.getResourceAsStream("/permissions.md"))) {
      return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException cause) {
      throw new UncheckedIOException("the permissions can't be read", cause);
    }
  }

  static Permissions read(String markdown) {
    Permissions permissions = new Permissions();
    List<List<String>> rows =
        markdown
            .lines()
            .filter(line -> line.startsWith("|") && !line.startsWith("|-"))
            .map(line ->
                Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList())
            .toList();
    List<String> head = rows.getFirst();
    EnumSet<RecordType> told = EnumSet.noneOf(RecordType.class);
    for (List<String> row : rows.subList(1, rows.size())) {
      RecordType record = RecordType.valueOf(row.getFirst().toUpperCase(Locale.ROOT));
      if (!told.add(record)) {
        throw new IllegalStateException("permissions.md has two rows of " + record.code());
      }
      for (int column = 1; column < head.size() - 1; column++) {
        Role role = Role.valueOf(head.get(column));
        permissions.add(role, record, row.get(column));
      }
    }
    if (told.size() < RecordType.values().length) {
      throw new IllegalStateException(
          "permissions.md says nothing of " + EnumSet.complementOf(told));
    }
    return permissions;
  }

  private void add(Role role, RecordType record, String cell) {
    for (String grant : cell.isEmpty() ? new String[0] : cell.split(" +")) {
      Relation relation = relation(grant.charAt(grant.length() - 1));
      String letters = relation == Relation.ANY ? grant : grant.substring(0, grant.length() - 1);
      for (char letter : letters.toCharArray()) {
        cells
            .computeIfAbsent(
                new Cell(role, action(letter, record), record), _ -> EnumSet.noneOf(Relation.class))
            .add(relation);
      }
    }
  }

  private static Relation relation(char letter) {
    return Arrays.stream(Relation.values())
        .filter(relation -> relation.letter() == letter)
        .findFirst()
        .orElse(Relation.ANY);
  }

  private static Action action(char letter, RecordType record) {
    return Arrays.stream(Action.values())
        .filter(action -> action.letter() == letter)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "permissions.md: no action «" + letter + "» on " + record.code()));
  }

  /// In which relations this role may do this to such a record; none when it may not at all.
  Set<Relation> relations(Role role, Action action, RecordType record) {
    return cells.getOrDefault(new Cell(role, action, record), Set.of());
  }

  /// As [#relations], by whichever role gives the right.
  Map<Relation, Role> relations(Set<Role> roles, Action action, RecordType record) {
    Map<Relation, Role> given = new EnumMap<>(Relation.class);
    for (Role role : roles) {
      relations(role, action, record).forEach(relation -> given.putIfAbsent(relation, role));
    }
    return given;
  }
}
