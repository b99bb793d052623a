package fi.rinnalla.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A thing in a feed that has named fields, be it a JSON object or a row of a table with the rows
/// of other tables that point at it. Readers ask it by the names of the standard and of its elder
/// versions, so that one mapping serves all of them.
public interface Node {

  /// The first of the named fields that isn't blank.
  @Nullable String text(String... names);

  /// The things under a name: a JSON array, or the rows of that table.
  List<Node> list(String name);

  /// The one thing under a name: a nested object, or the row that this one points at.
  @Nullable Node one(String name);

  /// As the feed wrote it.
  String raw();
}
