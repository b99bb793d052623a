package fi.rinnalla.advice.web;

import fi.rinnalla.advice.Figures;
import fi.rinnalla.advice.SmallNumbers;
import fi.rinnalla.pages.Page;

/// A month's figures as a table for a spreadsheet: what, of which, how many. What is hidden on the
/// page is empty here.
final class FiguresTable {
  /// By it a spreadsheet knows the letters.
  private static final char MARK = '\uFEFF';

  private final Page page;
  private final StringBuilder written = new StringBuilder().append(MARK);

  private FiguresTable(Page page) {
    this.page = page;
  }

  static String of(Page page, Figures figures) {
    FiguresTable table = new FiguresTable(page);
    table.line(
        page.say("advice.figures.what"),
        page.say("advice.figures.of"),
        page.say("advice.figures.count"));
    table.count("contacts", "", figures.contacts());
    table.count("answered", "", figures.answered());
    table.count("unanswered", "", figures.unanswered());
    table.count("outside", "", figures.outside());
    table.count("led", "", figures.led());
    table.count("help", "", figures.help());
    table.count("questions", "", figures.questions());
    table.count("questions_answered", "", figures.questionsAnswered());
    table.count("questions_late", "", figures.questionsLate());
    table.line(
        page.say("advice.figures.wait"),
        "",
        figures.medianWait().isEmpty() ? "" : page.say("advice.figures." + figures.medianWait()));
    for (Figures.Line it : figures.topics()) {
      String topic = it.code().isEmpty() ? "advice.topic_none" : "advice.topic." + it.code();
      table.count("topics", page.say(topic), it.count());
    }
    for (Figures.Line it : figures.languages()) {
      table.count("languages", it.code(), it.count());
    }
    for (Figures.Hour hour : figures.hours()) {
      for (int day = 0; day < hour.days().size(); day++) {
        String when =
            page.say("advice.day." + (day + 1)) + " " + hour.hour() + "–" + (hour.hour() + 1);
        table.count("hours", when, hour.days().get(day).count());
      }
    }
    return table.written.toString();
  }

  private void count(String what, String of, int count) {
    line(
        page.say("advice.figures." + what),
        of,
        count == SmallNumbers.HIDDEN ? "" : String.valueOf(count));
  }

  private void line(String what, String of, String count) {
    written.append(quoted(what)).append(';').append(quoted(of)).append(';').append(quoted(count));
    written.append("\r\n");
  }

  private static String quoted(String words) {
    return words.matches("[^\";\r\n]*") ? words : '"' + words.replace("\"", "\"\"") + '"';
  }
}
