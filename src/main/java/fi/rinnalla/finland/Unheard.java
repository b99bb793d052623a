package fi.rinnalla.finland;

import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.Notice;
import fi.rinnalla.exchange.Sink;
import java.time.LocalDate;
import java.util.UUID;

/// Hears what has been told already, when a file is gone through again.
record Unheard(LocalDate today) implements Sink {

  @Override
  public void take(Draft draft) {}

  @Override
  public void notice(Notice notice) {}

  @Override
  public void refuse(Draft.Kind kind, UUID recordId, Notice why) {}

  @Override
  public void gone(Draft.Kind kind, UUID recordId) {}

  @Override
  public void covers(Draft.Kind... kinds) {}
}
