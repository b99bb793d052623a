package fi.rinnalla.referrals;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a navigator finds for a family, by the same search that everybody has: what fits the words
/// best comes first, and of what fits as well, the nearer and the one that has room.
@Component
public class Findings {
  private static final int SHOWN = 12;
  private static final int NEXT = 5;

  private final Finder finder;
  private final Directory directory;
  private final Calendar calendar;
  private final Areas areas;
  private final Clock clock;

  Findings(Finder finder, Directory directory, Calendar calendar, Areas areas, Clock clock) {
    this.finder = finder;
    this.directory = directory;
    this.calendar = calendar;
    this.areas = areas;
    this.clock = clock;
  }

  /// Something that was found.
  ///
  /// @param room how many places are free; empty when nobody has told
  public record Found(Results.Hit hit, OptionalInt room) {
    boolean isFull() {
      return room.isPresent() && room.getAsInt() == 0;
    }

    /// There is room, nobody has told, there is none.
    int roomOrder() {
      return isFull() ? 2 : room.isPresent() ? 0 : 1;
    }
  }

  /// @param postcode of the family when it is known, to tell how far it is
  public List<Found> search(String words, @Nullable AreaCode area, String postcode) {
    if (words.isBlank() || !finder.isReady()) {
      return List.of();
    }
    Query all = Query.all(clock.instant()).withWords(words).of(Set.of(Kind.SERVICE, Kind.EVENT));
    Query query = area == null ? all : all.in(new Query.Where.In(List.of(area), from(postcode)));
    List<Found> found = new ArrayList<>();
    for (Results.Hit hit : finder.find(query.page(1, SHOWN)).hits()) {
      found.add(new Found(hit, room(hit)));
    }
    // Sorting keeps the order of what is alike: the full ones go last, the rest stay by their fit.
    found.sort(Comparator.comparing(Found::isFull));
    return found;
  }

  /// What else there is of an option's kind where the family lives: those with room first, then
  /// those that haven't told, and of each the nearest.
  ///
  /// @param except records that the family has been offered
  public List<Found> like(
      Option option, @Nullable AreaCode area, String postcode, Set<UUID> except) {
    Set<String> themes = themes(option);
    if (!finder.isReady()) {
      return List.of();
    }
    Query of = Query.all(clock.instant()).of(Set.of(Kind.SERVICE, Kind.EVENT));
    Query all = themes.isEmpty() ? of.withWords(option.title().orEmpty(Lang.FI)) : of.about(themes);
    Query query = area == null ? all : all.in(new Query.Where.In(List.of(area), from(postcode)));
    return finder.find(query.page(1, SHOWN)).hits().stream()
        .filter(it -> !except.contains(it.card().key().id()))
        .map(it -> new Found(it, room(it)))
        .sorted(
            Comparator.comparingInt(Found::roomOrder)
                .thenComparing(
                    it -> it.hit().metres(), Comparator.nullsLast(Comparator.naturalOrder())))
        .limit(NEXT)
        .toList();
  }

  private Set<String> themes(Option option) {
    return option.kind() == Option.Kind.SERVICE
        ? directory
            .find(new ServiceId(option.record()))
            .map(
                it -> it.record().terms().stream().map(TermCode::value).collect(Collectors.toSet()))
            .orElse(Set.of())
        : Set.of();
  }

  private @Nullable Position from(String postcode) {
    return areas.findPostcode(postcode).map(Areas.Postcode::centre).orElse(null);
  }

  private OptionalInt room(Results.Hit hit) {
    if (hit.card().key().kind() != Kind.SERVICE) {
      return OptionalInt.empty();
    }
    return directory
        .find(new ServiceId(hit.card().key().id()))
        .map(it -> it.record().capacities())
        .filter(it -> !it.isEmpty())
        .map(it -> OptionalInt.of(it.stream().mapToInt(Service.Capacity::available).sum()))
        .orElse(OptionalInt.empty());
  }

  /// An option of a record that can be found by everybody; nothing of what can't.
  public Optional<Option> option(HelpCaseId its, Option.Kind kind, UUID record, String note) {
    return switch (kind) {
      case SERVICE ->
          directory
              .find(new ServiceId(record))
              .filter(it -> !it.isWithdrawn())
              .map(it ->
                  fresh(
                      its,
                      kind,
                      record,
                      it.slug(),
                      it.record().name(),
                      it.record().organization(),
                      note));
      case EVENT ->
          calendar
              .find(new EventId(record))
              .filter(it -> !it.isWithdrawn())
              .map(it ->
                  fresh(
                      its,
                      kind,
                      record,
                      it.slug(),
                      it.event().title(),
                      it.event().organizer(),
                      note));
    };
  }

  private Option fresh(
      HelpCaseId its,
      Option.Kind kind,
      UUID record,
      String slug,
      Text title,
      @Nullable OrganizationId organization,
      String note) {
    return new Option(
        new OptionId(UUID.randomUUID()),
        its,
        kind,
        record,
        slug,
        title,
        organization,
        note,
        Option.Choice.OPEN,
        clock.instant(),
        null);
  }
}
