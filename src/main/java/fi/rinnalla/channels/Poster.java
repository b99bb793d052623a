package fi.rinnalla.channels;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// A place's week for its wall, in words as they are to be read.
///
/// @param week `Viikko 48 · 23.–29.11.2026`
/// @param address empty when the place tells none
/// @param days those that have something to tell
/// @param nothing what is said when nothing is held
/// @param scan what is said beside the QR code
/// @param page where the code leads
/// @param footer when it was made
/// @param more says how many more there are, when not even two sheets hold all
public record Poster(
    Lang lang,
    String place,
    String address,
    String week,
    List<Day> days,
    String nothing,
    String scan,
    URI page,
    String footer,
    Instant madeAt,
    More more) {

  /// Counts up when posters come to look otherwise.
  private static final int FORM = 1;

  private static final int DIGEST_BYTES = 16;

  public Poster {
    days = List.copyOf(days);
  }

  /// @param open when the place is open, in words; empty when it isn't told
  public record Day(String name, String open, List<Item> items) {
    public Day {
      items = List.copyOf(items);
    }
  }

  /// @param details for whom and at what price; may be empty
  /// @param language of the title, when nobody has translated it; else empty
  public record Item(String time, String title, String details, String language) {}

  /// `ja 12 muuta`.
  public interface More {
    String say(int left);
  }

  /// A digest of all that is on it.
  public String content() {
    List<Object> all = List.of(lang, place, address, week, days, nothing, scan, page, footer);
    return HexFormat.of().formatHex(Sha256.of("poster " + FORM + all), 0, DIGEST_BYTES);
  }

  int events() {
    return days.stream().mapToInt(day -> day.items().size()).sum();
  }
}
