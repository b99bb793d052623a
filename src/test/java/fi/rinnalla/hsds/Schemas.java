package fi.rinnalla.hsds;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/// The official schemas, which lie beside the project and are not ours to ship: the tests that ask
/// them are skipped where they are absent. They point at each other by relative addresses and have
/// none of their own, so they get one; and formats count, or a bad e-mail address would pass.
final class Schemas {
  private static final String BASE = "https://schemas.example/";

  private final SchemaRegistry registry;
  private final Map<String, Schema> read = new HashMap<>();

  private Schemas(UnaryOperator<String> files) {
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            it ->
                it.schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build())
                    .schemas(iri ->
                        iri.startsWith(BASE) ? files.apply(iri.substring(BASE.length())) : null));
  }

  static Schemas in(Path folder) {
    return new Schemas(file -> words(folder.resolve(file)));
  }

  /// By what makes the text of a file of its name.
  static Schemas by(UnaryOperator<String> files) {
    return new Schemas(files);
  }

  static Path folder(String path) {
    Path folder = Path.of(System.getProperty("rinnalla.shared", "../shared"), "spec", "hsds", path);
    Assumptions.assumeTrue(Files.exists(folder), "no shared schemas at " + folder);
    return folder;
  }

  List<Error> faults(String schema, JsonNode answer) {
    return read.computeIfAbsent(schema, it -> registry.getSchema(SchemaLocation.of(BASE + it)))
        .validate(answer);
  }

  private static String words(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
