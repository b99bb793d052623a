package fi.rinnalla.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Holds what a reader gives, for tests.
final class Basket implements Sink {
  final List<Draft> drafts = new ArrayList<>();
  final List<Notice> notices = new ArrayList<>();

  @Override
  public void take(Draft draft) {
    drafts.add(draft);
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public void refuse(Draft.Kind kind, UUID recordId, Notice why) {
    notices.add(why);
  }

  @Override
  public void gone(Draft.Kind kind, UUID recordId) {}

  @Override
  public LocalDate today() {
    return LocalDate.of(2026, 11, 24);
  }

  @Override
  public void covers(Draft.Kind... kinds) {}

  List<String> types() {
    return notices.stream().map(Notice::type).toList();
  }
}
