package fi.rinnalla.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads a table row by row, whatever its encoding and whether commas, semicolons or tabs part its
/// columns. A row that can't be read ends the reading, for after a lost quotation mark nothing can
/// be trusted to stand in its own column.
final class CsvFile {
  private static final int LONGEST_FIELD = 1_000_000;
  private static final int HEADER = 64 * 1024;
  private static final int SHORT = 24;
  private static final int MOST_SHARED = 20_000;

  private CsvFile() {}

  /// A row; blank fields are null. The header is shared by all rows, and so are short words that
  /// come again and again, for tables of a hundred thousand rows wait in memory for their parents.
  record Row(Map<String, Integer> header, @Nullable String[] values, long line) {
    @Nullable String get(String column) {
      Integer at = header.get(column);
      return at == null || at >= values.length ? null : values[at];
    }

    String raw() {
      StringBuilder raw = new StringBuilder();
      header.forEach((column, at) -> {
        if (at < values.length && values[at] != null) {
          raw.append(column).append(": ").append(values[at]).append('\n');
        }
      });
      return raw.toString();
    }
  }

  /// @param naming makes a canonical column name of what the header says
  static void read(Path file, Sink sink, UnaryOperator<String> naming, Consumer<Row> reader)
      throws IOException {
    String name = file.getFileName().toString();
    try (Reader text = new BufferedReader(Decoded.open(file, sink), HEADER)) {
      try (CsvReader<CsvRecord> rows =
          CsvReader.builder()
              .fieldSeparator(separator(text))
              .skipEmptyLines(true)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .allowExtraCharsAfterClosingQuote(true)
              .maxBufferSize(4 * LONGEST_FIELD)
              .build(
                  CsvRecordHandler.builder()
                      .maxFields(500)
                      .maxFieldSize(LONGEST_FIELD)
                      .maxRecordSize(3 * LONGEST_FIELD)
                      .build(),
                  text)) {
        read(rows, name, sink, naming, reader);
      }
    } catch (CsvParseException malformed) {
      Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
      sink.notice(new FeedNotice.MalformedCsvRow(name + ": " + cause.getMessage()));
    }
  }

  private static void read(
      CsvReader<CsvRecord> rows,
      String name,
      Sink sink,
      UnaryOperator<String> naming,
      Consumer<Row> reader) {
    Map<String, Integer> header = null;
    Map<String, String> shared = new HashMap<>();
    for (CsvRecord row : rows) {
      if (header == null) {
        header = header(row, naming);
        continue;
      }
      @Nullable String[] values =
          new @Nullable String[Math.min(row.getFieldCount(), header.size() + 1)];
      boolean blank = true;
      for (int i = 0; i < values.length; i++) {
        String value = row.getField(i).replace("\u0000", "").strip();
        values[i] = value.isEmpty() ? null : share(shared, value);
        blank &= value.isEmpty();
      }
      if (row.getFieldCount() > header.size() && !blank) {
        sink.notice(
            new FeedNotice.HeaderContentsMismatch(
                "%s:%d".formatted(name, row.getStartingLineNumber())));
      }
      if (!blank) {
        reader.accept(new Row(header, values, row.getStartingLineNumber()));
      }
    }
  }

  private static Map<String, Integer> header(CsvRecord row, UnaryOperator<String> naming) {
    Map<String, Integer> header = new LinkedHashMap<>();
    for (int i = 0; i < row.getFieldCount(); i++) {
      String column =
          naming.apply(row.getField(i).replace("\ufeff", "").strip().toLowerCase(Locale.ROOT));
      header.putIfAbsent(column.isEmpty() ? "column " + i : column, i);
    }
    return header;
  }

  private static String share(Map<String, String> shared, String value) {
    if (value.length() > SHORT) {
      return value;
    }
    String before = shared.get(value);
    if (before != null) {
      return before;
    }
    if (shared.size() < MOST_SHARED) {
      shared.put(value, value);
    }
    return value;
  }

  private static char separator(Reader text) throws IOException {
    text.mark(HEADER);
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    for (int read = 0; read < HEADER - 1; read++) {
      int c = text.read();
      if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
        break;
      }
      switch (c) {
        case '"' -> quoted = !quoted;
        case ',' -> commas += quoted ? 0 : 1;
        case ';' -> semicolons += quoted ? 0 : 1;
        case '\t' -> tabs += quoted ? 0 : 1;
        default -> {}
      }
    }
    text.reset();
    if (tabs > commas && tabs > semicolons) {
      return '\t';
    }
    return semicolons > commas ? ';' : ',';
  }
}
