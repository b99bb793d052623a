package fi.rinnalla.directory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fi.rinnalla.vocabulary.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table of reference data that ships with the release: `resources/reference/<name>.csv`.
final class ReferenceTable {

  private ReferenceTable() {}

  static List<NamedCsvRecord> read(String name) {
    try (InputStream in = ReferenceTable.class.getResourceAsStream("/reference/" + name + ".csv")) {
      if (in == null) {
        throw new IllegalStateException("the release lacks its reference table " + name);
      }
      return CsvReader.builder()
          .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
          .stream()
          .toList();
    } catch (IOException cause) {
      throw new UncheckedIOException("reading the reference table " + name, cause);
    }
  }

  static Text name(NamedCsvRecord row) {
    return new Text(row.getField("name_fi"), row.getField("name_sv"), row.getField("name_en"));
  }
}
