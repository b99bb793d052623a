package fi.rinnalla.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a table row by row, whatever its encoding and whether commas, semicolons or tabs part its
/// columns. A row that can't be read ends the reading, for after a lost quotation mark nothing can
/// be trusted to stand in its own column.
final class CsvFile {
  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final int LONGEST_FIELD = 1_000_000;
  private static final int HEADER = 64 * 1024;
  private static final int SHORT = 24;
  private static final int MOST_SHARED = 20_000;

  /// Stands on a line of its own after the file. What comes after an unclosed quotation mark is
  /// inside its text, and so is this: then the reading is not what the file meant.
  private static final String END = "\u0003end\u0003";

  private CsvFile() {}

  /// A row; blank fields are null. The header is shared by all rows, and so are short words that
  /// come again and again, for tables of a hundred thousand rows wait in memory for their parents.
  ///
  /// @param place where it stands, as `events.csv:6`
  record Row(Map<String, Integer> header, @Nullable String[] values, String place) {
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
      char separator = separator(text);
      try (CsvReader<CsvRecord> rows =
          CsvReader.builder()
              .fieldSeparator(separator)
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
                  new ThenEnd(text))) {
        read(rows, name, separator, sink, naming, reader);
      }
    } catch (CsvParseException malformed) {
      Matcher line = LINE.matcher(String.valueOf(malformed.getMessage()));
      sink.notice(new FeedNotice.MalformedCsvRow(line.find() ? name + ":" + line.group(1) : name));
    }
  }

  private static void read(
      CsvReader<CsvRecord> rows,
      String name,
      char separator,
      Sink sink,
      UnaryOperator<String> naming,
      Consumer<Row> reader) {
    Map<String, Integer> header = null;
    Map<String, String> shared = new HashMap<>();
    for (CsvRecord row : rows) {
      if (row.getFieldCount() == 1 && row.getField(0).equals(END)) {
        break;
      }
      String place = name + ":" + row.getStartingLineNumber();
      int last = row.getFieldCount() - 1;
      int unclosed = row.getField(last).endsWith(END) ? last : -1;
      if (unclosed < 0 && header != null) {
        unclosed = swallowing(row, header.size(), separator);
      }
      if (unclosed >= 0) {
        sink.notice(new FeedNotice.UnclosedQuotation(name + ":" + lineOf(row, unclosed)));
        return;
      }
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
      if (hasMore(row, header.size())) {
        sink.notice(new FeedNotice.TooManyColumns(place));
      } else if (!blank) {
        reader.accept(new Row(header, values, place));
      }
    }
    if (header == null) {
      sink.notice(new FeedNotice.EmptyFile(name));
    }
  }

  /// Words beyond the last column; separators alone come from a spreadsheet's empty columns.
  private static boolean hasMore(CsvRecord row, int columns) {
    for (int i = columns; i < row.getFieldCount(); i++) {
      if (!row.getField(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /// Which field of a short row holds in its text a line with as many columns as the table has:
  /// rows that stood between a lost quotation mark and the next; -1 when none does.
  private static int swallowing(CsvRecord row, int columns, char separator) {
    if (columns < 3 || row.getFieldCount() >= columns) {
      return -1;
    }
    for (int i = 0; i < row.getFieldCount(); i++) {
      boolean swallowed =
          row.getField(i)
              .lines()
              .skip(1)
              .anyMatch(line -> line.chars().filter(c -> c == separator).count() == columns - 1);
      if (swallowed) {
        return i;
      }
    }
    return -1;
  }

  /// The line on which a field begins: a text before it in the same row may be of many lines.
  private static long lineOf(CsvRecord row, int field) {
    long line = row.getStartingLineNumber();
    for (int i = 0; i < field; i++) {
      line += row.getField(i).chars().filter(c -> c == '\n').count();
    }
    return line;
  }

  /// A text and then the end's own line.
  private static final class ThenEnd extends FilterReader {
    private final Reader end = new StringReader("\n" + END);
    private boolean over;

    ThenEnd(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] chars, int from, int most) throws IOException {
      int read = over ? -1 : super.read(chars, from, most);
      over = read < 0;
      return over ? end.read(chars, from, most) : read;
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
