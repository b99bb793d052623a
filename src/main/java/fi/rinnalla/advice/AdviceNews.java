package fi.rinnalla.advice;

import fi.rinnalla.storage.Signals;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// That something is new in a talk or at a desk, wherever in the cluster it happened: ids, and
/// nothing of what is new.
@Component
public class AdviceNews {
  private final Signals signals;
  private final AdviceSettings settings;

  AdviceNews(Signals signals, AdviceSettings settings) {
    this.signals = signals;
    this.settings = settings;
  }

  /// @param desk the queue of a desk, or who sits there, isn't what it was
  /// @param seat somebody said something to whoever sits there
  /// @param missed anything may be new, for nothing was heard for a while
  public void listen(
      Consumer<UUID> chat, Consumer<UUID> desk, Consumer<UUID> seat, Runnable missed) {
    signals.listen(
        Conversation.CHANNEL,
        words -> {
          int space = words.indexOf(' ');
          UUID id = UUID.fromString(words.substring(space + 1));
          switch (words.substring(0, space)) {
            case "chat" -> chat.accept(id);
            case "seat" -> seat.accept(id);
            default -> desk.accept(id);
          }
        },
        missed);
  }

  /// After how long a page's stream is begun anew.
  public Duration streamLasts() {
    return settings.stream();
  }
}
