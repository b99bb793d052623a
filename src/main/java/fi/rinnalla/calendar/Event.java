package fi.rinnalla.calendar;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something held at a time: once, or by a rule (tapahtuma). Terms of schema.org Event and RFC
/// 5545.
public record Event(
    EventId id,
    Kind kind,
    Status status,
    Text title,
    Text summary,
    Text description,
    @Nullable OrganizationId organizer,
    Text organizerName,
    List<OrganizationId> coHosts,
    @Nullable ServiceId service,
    Venue venue,
    EventRule rule,
    /// What differs at single times: moved, cancelled, renamed.
    List<OccurrenceChange> changes,
    AgeRange ages,
    List<String> languages,
    Price price,
    List<TermCode> terms,
    List<String> keywords,
    Registration registration,
    PracticalFacts facts,
    @Nullable String url,
    @Nullable Image image,
    Verification verification) {

  public Event {
    coHosts = List.copyOf(coHosts);
    changes = List.copyOf(changes);
    languages = List.copyOf(languages);
    terms = List.copyOf(terms);
    keywords = List.copyOf(keywords);
  }

  /// The same with other changes at single times.
  public Event with(List<OccurrenceChange> changed) {
    return new Event(
        id,
        kind,
        status,
        title,
        summary,
        description,
        organizer,
        organizerName,
        coHosts,
        service,
        venue,
        rule,
        changed,
        ages,
        languages,
        price,
        terms,
        keywords,
        registration,
        facts,
        url,
        image,
        verification);
  }

  public enum Kind {
    EVENT,
    /// The same people over many times: a club, a peer group.
    GROUP,
    COURSE,
    /// An open place one drops in to, week after week.
    MEETING_PLACE,
    ADVICE,
    VOLUNTEERING,
    /// Held by families themselves, with nobody's staff.
    MEETUP;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> find(String code) {
      for (Kind kind : values()) {
        if (kind.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /// schema.org EventStatusType.
  public enum Status {
    SCHEDULED,
    CANCELLED,
    POSTPONED,
    RESCHEDULED
  }

  /// Where it is held: a location of the directory, or what the feed says in words. The position
  /// and the address here are only for a venue that the directory doesn't know.
  public record Venue(
      @Nullable LocationId location,
      Text name,
      Text address,
      @Nullable String postalCode,
      @Nullable AreaCode area,
      @Nullable Position position,
      @Nullable String onlineUrl) {

    public static Venue at(LocationId location) {
      return new Venue(location, Text.none(), Text.none(), null, null, null, null);
    }

    public boolean isOnline() {
      return onlineUrl != null;
    }

    /// Whether its words name a town already, so that nobody says it twice.
    public boolean names(Text town) {
      return Stream.of(Lang.values())
          .flatMap(lang -> Stream.ofNullable(town.in(lang)))
          .map(it -> Pattern.compile("(?<!\\p{L})" + Pattern.quote(it) + "(?!\\p{L})"))
          .anyMatch(it ->
              Stream.of(Lang.values())
                  .flatMap(lang -> Stream.of(name.orEmpty(lang), address.orEmpty(lang)))
                  .anyMatch(words -> it.matcher(words).find()));
    }
  }

  /// What it costs. Unknown is not free.
  public record Price(@Nullable Money amount, Text words) {
    public static final Price UNKNOWN = new Price(null, Text.none());

    public boolean isFree() {
      return amount != null && amount.isFree();
    }
  }

  /// Whether and where one signs up.
  public record Registration(Need need, @Nullable String url, @Nullable Integer capacity) {
    public static final Registration UNKNOWN = new Registration(Need.UNKNOWN, null, null);

    public enum Need {
      UNKNOWN,
      NONE,
      RECOMMENDED,
      REQUIRED;

      public static Optional<Need> find(String code) {
        for (Need need : values()) {
          if (need.name().equalsIgnoreCase(code.strip())) {
            return Optional.of(need);
          }
        }
        return Optional.empty();
      }
    }
  }

  /// A picture elsewhere, with the words that stand for it.
  public record Image(String url, Text alt, @Nullable String licence, @Nullable String author) {}
}
