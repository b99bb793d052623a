package fi.rinnalla.hsds;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tables of a package, one for each kind of object, with the standard's columns and our
/// profile's. A text has a column for each of our languages: `name`, `name_sv`, `name_en`. The
/// first is the standard's own and is never empty when any language has words; so a text without
/// Finnish stands in it in the language it has.
final class Tables implements AutoCloseable {
  /// By schema: the file, and the columns. `*` marks a text, `#` a number.
  private static final Map<String, Table> ALL = new LinkedHashMap<>();

  record Table(String schema, String file, List<String> columns) {}

  static {
    table(
        "organization",
        "organizations",
        "id name* alternate_name* description* email website parent_organization_id kind area_code assured_date");
    table(
        "organization_identifier",
        "organization_identifiers",
        "id organization_id identifier_scheme identifier_type identifier");
    table(
        "location",
        "locations",
        "id location_type url organization_id name* alternate_name* description* transportation* latitude# longitude# external_identifier area_code visibility approximate_position assured_date");
    table(
        "address",
        "addresses",
        "id location_id address_1* city* state_province* postal_code country address_type");
    table("accessibility", "accessibility", "id location_id description* features");
    table(
        "service",
        "services",
        "id organization_id name* alternate_name* description* url email status application_process* fees_description* eligibility_description* minimum_age# maximum_age# assured_date alert* last_modified summary* access deliveries door* floor prams* how_it_goes* snack* snack_price# who_you_meet* features");
    table("service_at_location", "service_at_location", "id service_id location_id description*");
    table(
        "schedule",
        "schedules",
        "id service_id location_id service_at_location_id valid_from valid_to dtstart timezone# until freq interval# byday bymonthday description* opens_at closes_at attending_type notes* exceptions time_zone");
    table(
        "phone",
        "phones",
        "id location_id service_id organization_id contact_id service_at_location_id number extension# type description*");
    table(
        "contact",
        "contacts",
        "id organization_id service_id service_at_location_id location_id title* department* email");
    table("language", "languages", "id service_id location_id phone_id name* code");
    table("service_area", "service_areas", "id service_id name* area_code");
    table("cost_option", "cost_options", "id service_id option* currency amount#");
    table("required_document", "required_documents", "id service_id document*");
    table("unit", "units", "id name*");
    table(
        "service_capacity",
        "service_capacity",
        "id service_id unit_id available# maximum# updated");
    table("attribute", "attributes", "id link_id taxonomy_term_id link_type link_entity");
    table("taxonomy", "taxonomies", "id name* description* uri");
    table(
        "taxonomy_term",
        "taxonomy_terms",
        "id code name* description* parent_id taxonomy* taxonomy_id term_uri");
  }

  private final Path folder;
  private final Map<String, CsvWriter> writers = new LinkedHashMap<>();

  /// What several records share is written once.
  private final Set<Object> once = new HashSet<>();

  Tables(Path folder) throws IOException {
    this.folder = folder;
    for (Table table : ALL.values()) {
      CsvWriter writer =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .build(path(table), StandardCharsets.UTF_8);
      writer.writeRecord(header(table));
      writers.put(table.schema(), writer);
    }
  }

  private static void table(String schema, String file, String columns) {
    ALL.put(schema, new Table(schema, file + ".csv", List.of(columns.split(" "))));
  }

  static List<Table> all() {
    return List.copyOf(ALL.values());
  }

  Path path(Table table) {
    return folder.resolve(table.file());
  }

  /// A thing and all that is nested in it, each in its own table.
  void add(Thing thing) {
    Table table = ALL.get(thing.schema());
    CsvWriter writer = writers.get(thing.schema());
    if (table == null || writer == null) {
      throw new IllegalArgumentException("no table of " + thing.schema());
    }
    boolean shared = Set.of("unit", "taxonomy_term", "taxonomy").contains(thing.schema());
    if (!shared || once.add(Parts.id(thing))) {
      writer.writeRecord(row(table, thing));
    }
    thing
        .fields()
        .values()
        .forEach(value -> {
          if (value instanceof Thing nested) {
            add(nested);
          } else if (value instanceof List<?> list) {
            list.forEach(one -> add((Thing) one));
          }
        });
  }

  private static List<String> header(Table table) {
    List<String> header = new ArrayList<>();
    for (String column : table.columns()) {
      if (column.endsWith("*")) {
        String name = plain(column);
        header.addAll(List.of(name, name + "_sv", name + "_en"));
      } else {
        header.add(plain(column));
      }
    }
    return header;
  }

  private static List<String> row(Table table, Thing thing) {
    List<String> row = new ArrayList<>();
    for (String column : table.columns()) {
      Object value = value(thing, plain(column));
      if (column.endsWith("*")) {
        Text text = value instanceof Text words ? words : Text.fi(written(value));
        row.add(text.orEmpty(Lang.FI));
        row.add(empty(text.sv()));
        row.add(empty(text.en()));
      } else {
        row.add(empty(written(value)));
      }
    }
    return row;
  }

  /// A table can't tell an empty text from none, and the standard wants a description of these.
  private static @Nullable Object value(Thing thing, String name) {
    Object value = thing.fields().get(name);
    boolean described =
        !name.equals("description")
            || !Set.of("organization", "taxonomy_term").contains(thing.schema());
    return described || (value != null && !value.equals("")) ? value : thing.fields().get("name");
  }

  private static @Nullable String written(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Text text -> text.orEmpty(Lang.FI);
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  private static String empty(@Nullable String words) {
    return words == null ? "" : words;
  }

  static String plain(String column) {
    return column.replaceAll("[*#]$", "");
  }

  /// The description of the package: a Tabular Data Package of the Frictionless specifications.
  static Map<String, Object> description(String profile) {
    List<Map<String, Object>> resources = new ArrayList<>();
    for (Table table : ALL.values()) {
      List<Map<String, Object>> fields = new ArrayList<>();
      for (String name : header(table)) {
        boolean number = table.columns().contains(name + "#");
        fields.add(Map.of("name", name, "type", number ? "number" : "string"));
      }
      Map<String, Object> resource = new LinkedHashMap<>();
      resource.put("profile", "tabular-data-resource");
      resource.put("name", table.schema());
      resource.put("path", table.file());
      resource.put("format", "csv");
      resource.put("mediatype", "text/csv");
      resource.put("encoding", "utf-8");
      resource.put("schema", schema(table, fields));
      resources.add(resource);
    }
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("name", "human-services-data");
    description.put("profile", "tabular-data-package");
    description.put("hsds_version", "3.1");
    description.put("hsds_profile", profile);
    description.put("resources", resources);
    return description;
  }

  private static Map<String, Object> schema(Table table, List<Map<String, Object>> fields) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", fields);
    schema.put("primaryKey", "id");
    List<Map<String, Object>> keys = new ArrayList<>();
    for (String column : table.columns()) {
      String to = column.endsWith("_id") ? column.substring(0, column.length() - 3) : "";
      String pointed =
          to.equals("parent_organization")
              ? "organization"
              : to.equals("parent") ? table.schema() : to;
      if (ALL.containsKey(pointed)) {
        keys.add(
            Map.of(
                "fields",
                column,
                "reference",
                Map.of("resource", pointed.equals(table.schema()) ? "" : pointed, "fields", "id")));
      }
    }
    if (!keys.isEmpty()) {
      schema.put("foreignKeys", keys);
    }
    return schema;
  }

  @Override
  public void close() {
    for (CsvWriter writer : writers.values()) {
      try {
        writer.close();
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }
  }
}
