package fi.rinnalla.exchange.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.Notice;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is to be mended in a feed, for whoever keeps it: a table for a spreadsheet, and a letter
/// that a worker of the region can send as it is.
final class NoticeReport {
  private static final int EXAMPLES = 3;

  /// Spreadsheets take what begins so for a formula (CWE-1236), and all values are a stranger's.
  private static final String FORMULA = "^(?=[=+\\-@\\t\\r])";

  private NoticeReport() {}

  /// RFC 4180, with the mark by which spreadsheets know UTF-8.
  static String table(Page page, Imports.Report report) {
    StringWriter text = new StringWriter();
    text.append('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("type", "severity", "record", "field", "value", "sentence");
      for (List<Notice> notices : report.notices().values()) {
        for (Notice one : notices) {
          csv.writeRecord(
              one.type(),
              one.severity().name(),
              cell(one.record()),
              cell(one.field()),
              cell(one.value()),
              cell(page.words(one.sentence())));
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String cell(@Nullable String value) {
    return Objects.toString(value, "").replaceFirst(FORMULA, "'");
  }

  static String letter(Page page, Imports.Report report, String address) {
    StringBuilder text = new StringBuilder();
    text.append(
        page.say(
            "sources.letter.begin",
            report.run().source(),
            page.date(Dates.day(report.run().startedAt()))));
    for (Map.Entry<String, List<Notice>> kind : report.notices().entrySet()) {
      List<Notice> notices = kind.getValue();
      int count = report.run().notices().getOrDefault(kind.getKey(), notices.size());
      text.append("\n\n• ").append(page.words(notices.getFirst().sentence()));
      text.append(" (").append(page.say("sources.notice_count", count)).append(')');
      List<String> records =
          notices.stream()
              .map(it -> Notice.excerpt(it.record()))
              .filter(it -> !it.isEmpty())
              .distinct()
              .limit(EXAMPLES)
              .toList();
      if (!records.isEmpty()) {
        text.append("\n  ").append(String.join(", ", records));
      }
    }
    return text.append("\n\n").append(page.say("sources.letter.end", address)).toString();
  }
}
