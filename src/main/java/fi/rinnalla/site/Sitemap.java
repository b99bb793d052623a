package fi.rinnalla.site;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.FreshnessRule;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.search.EntryKey;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.ChangeMark;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every page that may be found, for search engines: each in three languages, with when it last
/// changed. Made beforehand, soon after something was published and each new day, never while
/// somebody waits (but for the first who asks).
@Component
public class Sitemap {
  /// What the protocol lets one file have.
  private static final int MOST_ADDRESSES = 50_000;

  private static final int MOST_BYTES = 50 * 1024 * 1024;
  private static final int AT_ONCE = 500;

  private static final List<Route> PAGES =
      List.of(
          Route.HOME,
          Route.SEARCH,
          Route.ASK,
          Route.MEET,
          Route.HOBBY_SUPPORT,
          Route.EMBED_IT,
          Route.API,
          Route.SOURCES,
          Route.ACCESSIBILITY,
          Route.PRIVACY);

  private final Finder finder;
  private final Directory directory;
  private final Calendar calendar;
  private final Areas areas;
  private final FreshnessRule freshness;
  private final SiteAddress site;
  private final Clock clock;
  private final boolean serves;
  private volatile @Nullable Made made;

  Sitemap(
      Finder finder,
      Directory directory,
      Calendar calendar,
      Areas areas,
      FreshnessRule freshness,
      SiteAddress site,
      Clock clock,
      @Value("${rinnalla.serves:true}") boolean serves) {
    this.finder = finder;
    this.directory = directory;
    this.calendar = calendar;
    this.areas = areas;
    this.freshness = freshness;
    this.site = site;
    this.clock = clock;
    this.serves = serves;
  }

  /// One file of it, packed.
  public record File(byte[] packed) {
    public void writeTo(OutputStream out) throws IOException {
      SitemapFiles.unpack(packed, out);
    }
  }

  /// @param first the only part, or what tells where the parts are
  record Files(File first, List<File> parts) {
    Files {
      parts = List.copyOf(parts);
    }
  }

  /// What it was made of.
  private record Of(ChangeMark directory, ChangeMark calendar, LocalDate day, boolean ready) {}

  private record Made(Of of, Files files) {}

  /// The file to begin at.
  public File first() {
    return made().files().first();
  }

  /// @param number from 1
  public Optional<File> part(int number) {
    List<File> parts = made().files().parts();
    return number < 1 || number > parts.size()
        ? Optional.empty()
        : Optional.of(parts.get(number - 1));
  }

  private Made made() {
    Made now = made;
    return now == null ? follow(now()) : now;
  }

  /// A command beside the server has no index of its own.
  @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
  void follow() {
    if (serves) {
      follow(now());
    }
  }

  private synchronized Made follow(Of now) {
    Made before = made;
    if (before != null && before.of().equals(now)) {
      return before;
    }
    Made after = new Made(now, write(new SitemapFiles(site, MOST_ADDRESSES, MOST_BYTES)));
    made = after;
    return after;
  }

  private Of now() {
    return new Of(
        directory.lastChange(),
        calendar.lastChange(),
        Dates.day(clock.instant()),
        finder.isReady());
  }

  Files write(SitemapFiles files) {
    PAGES.forEach(route -> files.add(route, "", null));
    for (Results.Count town :
        finder
            .find(Query.all(clock.instant()).page(1, 1))
            .facets()
            .getOrDefault(Results.Facet.MUNICIPALITY, List.of())) {
      areas
          .find(new AreaCode(town.value()))
          .ifPresent(area -> files.add(Route.AREA, areas.slug(area), null));
    }
    directory.forEachOrganization(organization -> {
      var kind = organization.record().organizationKind();
      if (!organization.isWithdrawn() && freshness.now(kind, organization.since()).isFound()) {
        files.add(Route.ORGANIZATION, organization.slug(), organization.changedAt());
      }
    });
    List<EntryKey> keys = new ArrayList<>();
    finder.forEach(clock.instant(), card -> keys.add(card.key()));
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      add(files, keys.subList(from, Math.min(from + AT_ONCE, keys.size())));
    }
    return files.written();
  }

  /// What is found; when it was changed its own room knows.
  private void add(SitemapFiles files, List<EntryKey> keys) {
    directory
        .services(
            keys.stream()
                .filter(it -> it.kind() == Kind.SERVICE)
                .map(it -> new ServiceId(it.id()))
                .toList())
        .forEach(it -> add(files, Kind.SERVICE, it));
    directory
        .locations(
            keys.stream()
                .filter(it -> it.kind() == Kind.PLACE)
                .map(it -> new LocationId(it.id()))
                .toList())
        .forEach(it -> add(files, Kind.PLACE, it));
    calendar
        .list(
            keys.stream()
                .filter(it -> it.kind() == Kind.EVENT)
                .map(it -> new EventId(it.id()))
                .toList())
        .stream()
        .filter(it -> !it.isWithdrawn())
        .forEach(it -> files.add(Route.EVENT, it.slug(), it.changedAt()));
  }

  private static void add(SitemapFiles files, Kind kind, Listing<?> listing) {
    if (!listing.isWithdrawn()) {
      files.add(kind.route(), listing.slug(), listing.changedAt());
    }
  }
}
