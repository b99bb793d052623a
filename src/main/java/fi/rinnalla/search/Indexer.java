package fi.rinnalla.search;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.CalendarChanged;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.DirectoryChanged;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Articles;
import fi.rinnalla.knowledge.KnowledgeChanged;
import fi.rinnalla.storage.ChangeLog.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Keeps this node's index level with the rooms: it follows their logs of changes, at once when
/// this process changed something and shortly after when another did. An index that is new or was
/// made by another analysis of words is built whole.
@Component
class Indexer {
  private static final Logger log = LoggerFactory.getLogger(Indexer.class);
  private static final int BATCH = 500;

  private final SearchSettings settings;
  private final ObjectProvider<SearchIndex> indexes;
  private final ServiceEntries serviceEntries;
  private final PlaceEntries placeEntries;
  private final EventEntries eventEntries;
  private final ArticleEntries articleEntries;
  private final Directory directory;
  private final Calendar calendar;
  private final Articles articles;

  private final Semaphore news = new Semaphore(0);
  private volatile @Nullable Thread follower;
  private volatile boolean rebuildWanted;

  Indexer(
      SearchSettings settings,
      ObjectProvider<SearchIndex> indexes,
      ServiceEntries serviceEntries,
      PlaceEntries placeEntries,
      EventEntries eventEntries,
      ArticleEntries articleEntries,
      Directory directory,
      Calendar calendar,
      Articles articles) {
    this.settings = settings;
    this.indexes = indexes;
    this.serviceEntries = serviceEntries;
    this.placeEntries = placeEntries;
    this.eventEntries = eventEntries;
    this.articleEntries = articleEntries;
    this.directory = directory;
    this.calendar = calendar;
    this.articles = articles;
  }

  @EventListener
  void start(ApplicationReadyEvent ready) {
    if (settings.follow() && follower == null) {
      follower = Thread.ofPlatform().name("indexer").daemon().start(this::follow);
    }
  }

  @EventListener
  void stop(ContextClosedEvent closed) throws InterruptedException {
    Thread running = follower;
    if (running != null) {
      running.interrupt();
      running.join(Duration.ofSeconds(10));
      follower = null;
    }
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(DirectoryChanged changed) {
    news.release();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(CalendarChanged changed) {
    news.release();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(KnowledgeChanged changed) {
    news.release();
  }

  /// Opening hours are in the index for some weeks ahead, so the window is moved on each night.
  @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Helsinki")
  void rebuildTonight() {
    rebuildWanted = true;
    news.release();
  }

  private void follow() {
    SearchIndex index = indexes.getObject();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (rebuildWanted || index.followed().isEmpty()) {
          rebuildWanted = false;
          rebuild(index);
        }
        catchUp(index);
        if (news.tryAcquire(settings.look().toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failed) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        log.error("the index could not follow; trying again shortly", failed);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(2));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Builds a whole new index beside the live one and switches to it.
  void rebuild(SearchIndex index) {
    long started = System.nanoTime();
    // Marked before reading: what changes meanwhile is read once more afterwards.
    SearchIndex.Followed followed =
        new SearchIndex.Followed(
            directory.lastChange(), calendar.lastChange(), articles.lastChange());
    try (SearchIndex.Rebuild rebuild = index.rebuild()) {
      inBatches(
          directory::forEachService,
          (List<Listing<Service>> batch) -> rebuild.add(serviceEntries.of(batch)));
      inBatches(
          directory::forEachLocation,
          (List<Listing<Location>> batch) -> rebuild.add(placeEntries.of(batch)));
      inBatches(
          calendar::forEach, (List<EventListing> batch) -> rebuild.add(eventEntries.of(batch)));
      inBatches(
          articles::forEachPublished,
          (List<Article> batch) -> rebuild.add(articleEntries.of(batch)));
      rebuild.commit(followed);
    }
    log.info("the index was built in {} ms", (System.nanoTime() - started) / 1_000_000);
  }

  private static <T> void inBatches(Consumer<Consumer<T>> source, Consumer<List<T>> sink) {
    List<T> batch = new ArrayList<>(BATCH);
    source.accept(one -> {
      batch.add(one);
      if (batch.size() == BATCH) {
        sink.accept(List.copyOf(batch));
        batch.clear();
      }
    });
    sink.accept(List.copyOf(batch));
  }

  /// Takes in what has changed since the index last looked. Answers with whether there was
  /// anything.
  boolean catchUp(SearchIndex index) {
    boolean any = false;
    while (true) {
      SearchIndex.Followed from = index.followed().orElseThrow();
      List<Change> directoryChanges = directory.changesAfter(from.directory(), BATCH);
      List<Change> calendarChanges = calendar.changesAfter(from.calendar(), BATCH);
      List<Change> articleChanges = articles.changesAfter(from.knowledge(), BATCH);
      if (directoryChanges.isEmpty() && calendarChanges.isEmpty() && articleChanges.isEmpty()) {
        return any;
      }
      any = true;
      SearchIndex.Followed to =
          new SearchIndex.Followed(
              directoryChanges.isEmpty() ? from.directory() : directoryChanges.getLast().mark(),
              calendarChanges.isEmpty() ? from.calendar() : calendarChanges.getLast().mark(),
              articleChanges.isEmpty() ? from.knowledge() : articleChanges.getLast().mark());
      Touched touched = touched(directoryChanges, calendarChanges, articleChanges);
      apply(index, touched, to);
    }
  }

  /// The ids whose entries may look different now.
  private record Touched(
      Set<ServiceId> services,
      Set<LocationId> locations,
      Set<EventId> events,
      Set<UUID> articles) {}

  private Touched touched(
      List<Change> directoryChanges, List<Change> calendarChanges, List<Change> articleChanges) {
    Touched touched =
        new Touched(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    for (Change change : directoryChanges) {
      touch(
          touched,
          RecordKind.valueOf(change.kind().toUpperCase(java.util.Locale.ROOT)),
          change.id());
    }
    calendarChanges.forEach(change -> touched.events().add(new EventId(change.id())));
    articleChanges.forEach(change -> touched.articles().add(change.id()));
    return touched;
  }

  private void touch(Touched touched, RecordKind kind, UUID id) {
    switch (kind) {
      case SERVICE -> touched.services().add(new ServiceId(id));
      case LOCATION -> {
        LocationId location = new LocationId(id);
        touched.locations().add(location);
        directory
            .servicesAt(List.of(location))
            .forEach(it -> touched.services().add(it.record().service()));
        calendar.at(location).forEach(it -> touched.events().add(it.event().id()));
      }
      case SERVICE_AT_LOCATION ->
          directory
              .servicesAtLocations(List.of(new ServiceAtLocationId(id)))
              .forEach(it -> touched.services().add(it.record().service()));
      case ORGANIZATION -> {
        OrganizationId organization = new OrganizationId(id);
        directory.servicesOf(organization).forEach(it -> touched.services().add(it.record().id()));
        directory
            .locationsOf(organization)
            .forEach(it -> touched.locations().add(it.record().id()));
        calendar.of(organization).forEach(it -> touched.events().add(it.event().id()));
      }
    }
  }

  private void apply(SearchIndex index, Touched touched, SearchIndex.Followed to) {
    List<Entry> put = new ArrayList<>();
    put.addAll(serviceEntries.of(directory.services(touched.services())));
    put.addAll(placeEntries.of(directory.locations(touched.locations())));
    put.addAll(eventEntries.of(calendar.list(touched.events())));
    put.addAll(articleEntries.of(articles.list(touched.articles())));
    Set<EntryKey> gone = new HashSet<>();
    touched.services().forEach(id -> gone.add(new EntryKey(Kind.SERVICE, id.value())));
    touched.locations().forEach(id -> gone.add(new EntryKey(Kind.PLACE, id.value())));
    touched.events().forEach(id -> gone.add(new EntryKey(Kind.EVENT, id.value())));
    touched.articles().forEach(id -> gone.add(new EntryKey(Kind.ARTICLE, id)));
    put.forEach(entry -> gone.remove(entry.key()));
    index.apply(put, gone, to);
  }
}
