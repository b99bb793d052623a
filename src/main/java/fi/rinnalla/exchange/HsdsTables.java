package fi.rinnalla.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The tables of an HSDS package, under the names of version 3 whichever version wrote them. The
/// four great tables are read as streams; those whose rows belong to theirs wait in memory.
final class HsdsTables {
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    alias("organizations", "organization");
    alias("locations", "location");
    alias("services", "service");
    alias(
        "service_at_locations",
        "service_at_location",
        "services_at_location",
        "services_at_locations");
    alias("addresses", "address", "physical_addresses", "physical_address");
    alias("postal_addresses", "postal_address");
    alias("phones", "phone");
    alias("contacts", "contact");
    alias("schedules", "schedule", "regular_schedules", "regular_schedule");
    alias("holiday_schedules", "holiday_schedule");
    alias("languages", "language");
    alias("accessibility", "accessibility_for_disabilities");
    alias(
        "attributes",
        "attribute",
        "service_attributes",
        "service_taxonomy",
        "service_taxonomies",
        "other_attributes");
    // In versions 1 and 2 a "taxonomy" is what version 3 calls a term.
    alias("taxonomy_terms", "taxonomy_term", "taxonomy");
    alias("cost_options", "cost_option");
    alias("capacities", "service_capacity", "service_capacities");
    alias("units", "unit");
    alias("service_areas", "service_area");
    alias("required_documents", "required_document");
    alias("organization_identifiers", "organization_identifier");
    alias("eligibility", "eligibilities");
    alias("events", "event");
  }

  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, List<CsvFile.Row>> rows = new HashMap<>();
  private final Map<String, Map<String, List<CsvFile.Row>>> byColumn = new HashMap<>();
  private final Sink sink;

  HsdsTables(List<Path> csvFiles, Sink sink) {
    this.sink = sink;
    for (Path file : csvFiles) {
      String name =
          file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.csv$", "");
      files.putIfAbsent(NAMES.getOrDefault(name, name), file);
    }
  }

  boolean has(String table) {
    return files.containsKey(table);
  }

  @Nullable Path file(String table) {
    return files.get(table);
  }

  /// Reads a table row by row; nothing when the package has no such table.
  void forEach(String table, Consumer<Node> reader) throws IOException {
    Path file = files.get(table);
    if (file != null) {
      CsvFile.read(
          file, sink, UnaryOperator.identity(), row -> reader.accept(new Thing(table, row)));
    }
  }

  private List<CsvFile.Row> rows(String table) {
    return rows.computeIfAbsent(
        table,
        _ -> {
          List<CsvFile.Row> read = new ArrayList<>();
          Path file = files.get(table);
          if (file != null) {
            try {
              CsvFile.read(file, sink, UnaryOperator.identity(), read::add);
            } catch (IOException fault) {
              sink.notice(new FeedNotice.ReadingStopped(file.getFileName().toString()));
            }
          }
          return read;
        });
  }

  private List<CsvFile.Row> pointingAt(String table, String column, String id) {
    return byColumn
        .computeIfAbsent(
            table + "." + column,
            _ -> {
              Map<String, List<CsvFile.Row>> index = new HashMap<>();
              for (CsvFile.Row row : rows(table)) {
                String value = row.get(column);
                if (value != null) {
                  index.computeIfAbsent(value, _ -> new ArrayList<>(1)).add(row);
                }
              }
              return index;
            })
        .getOrDefault(id, List.of());
  }

  private static void alias(String name, String... formerNames) {
    NAMES.put(name, name);
    for (String former : formerNames) {
      NAMES.put(former, name);
    }
  }

  /// A row with the rows of other tables that point at it.
  private final class Thing implements Node {
    private final String table;
    private final CsvFile.Row row;

    Thing(String table, CsvFile.Row row) {
      this.table = table;
      this.row = row;
    }

    @Override
    public @Nullable String text(String... names) {
      for (String name : names) {
        String value = row.get(name);
        if (value != null) {
          return value;
        }
      }
      return null;
    }

    @Override
    public List<Node> list(String name) {
      String id = row.get("id");
      if (id == null) {
        return List.of();
      }
      List<Node> things = new ArrayList<>();
      for (CsvFile.Row one : pointingAt(name, link(), id)) {
        things.add(new Thing(name, one));
      }
      if (name.equals("attributes")) {
        for (CsvFile.Row one : pointingAt(name, "link_id", id)) {
          things.add(new Thing(name, one));
        }
      }
      return things;
    }

    @Override
    public @Nullable Node one(String name) {
      String id = text(name + "_id", name.equals("taxonomy_term") ? "taxonomy_id" : name + "_id");
      if (id == null) {
        return null;
      }
      String of = NAMES.getOrDefault(name, name);
      List<CsvFile.Row> found = pointingAt(of, "id", id);
      return found.isEmpty() ? null : new Thing(of, found.getFirst());
    }

    @Override
    public String raw() {
      return row.raw();
    }

    /// The column by which other tables point at rows of this one.
    private String link() {
      return switch (table) {
        case "service_at_locations" -> "service_at_location_id";
        case "addresses" -> "address_id";
        default -> table.substring(0, table.length() - 1) + "_id";
      };
    }
  }
}
