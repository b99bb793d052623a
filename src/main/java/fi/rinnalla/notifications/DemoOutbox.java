package fi.rinnalla.notifications;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the demonstration's letters go instead of to people: a list that anybody may read, so that
/// whoever tries Rinnalla can sign in without a mail server. Closed when letters really leave.
@Component
public class DemoOutbox {
  private static final int MOST = 100;

  private final LetterRows rows;
  private final NotificationsSettings settings;
  private final boolean open;
  private final Clock clock;

  DemoOutbox(
      LetterRows rows,
      NotificationsSettings settings,
      @Value("${rinnalla.demo:true}") boolean demo,
      Clock clock) {
    this.rows = rows;
    this.settings = settings;
    this.open = demo && !settings.smtp().isSetUp();
    this.clock = clock;
  }

  /// A letter as it is shown.
  public record Shown(
      String to,
      String lang,
      String subject,
      List<String> paragraphs,
      @Nullable String linkWords,
      @Nullable URI link,
      Instant at) {
    public Shown {
      paragraphs = List.copyOf(paragraphs);
    }

    static Shown of(Letter letter, Instant at) {
      Letter.Link link = letter.link();
      return new Shown(
          letter.to().value(),
          letter.lang().code(),
          letter.subject(),
          letter.paragraphs(),
          link == null ? null : link.words(),
          link == null ? null : link.address(),
          at);
    }
  }

  public boolean isOpen() {
    return open;
  }

  /// The newest first, of the last day.
  public List<Shown> letters() {
    return rows.shown(clock.instant().minus(settings.keepDemo()), MOST).stream()
        .map(shown -> Shown.of(shown.letter(), shown.at()))
        .toList();
  }

  /// How many wait for the morning or for their time.
  public int waiting() {
    return rows.waiting();
  }

  Carrier carrier() {
    return new Carrier() {
      @Override
      public boolean isOpen() {
        return open;
      }

      @Override
      public void carry(LetterId id, Letter letter, Instant now, BooleanSupplier held) {
        rows.show(id, letter, now);
      }
    };
  }
}
