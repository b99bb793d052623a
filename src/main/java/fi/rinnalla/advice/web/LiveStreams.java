package fi.rinnalla.advice.web;

import fi.rinnalla.advice.AdviceNews;
import fi.rinnalla.advice.VisitorChats;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The pages that are open on this node. None of them holds a thread or a connection to the
/// database; those are taken for the moment of a look.
@Component
class LiveStreams implements SmartLifecycle {
  /// One visitor's tabs.
  private static final int MOST_OF_A_CHAT = 5;

  /// A thousand pages that look at once would take every connection to the database from those who
  /// send a form: they take turns, and half of the connections stay for others.
  private static final int MOST_READS = 8;

  private static final int RETRY_FROM_MILLIS = 1_000;
  private static final int RETRY_TO_MILLIS = 4_000;

  private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
  private final Semaphore reads = new Semaphore(MOST_READS, true);
  private final VisitorChats chats;
  private final Duration lasts;
  private volatile boolean running = true;

  LiveStreams(AdviceNews news, VisitorChats chats) {
    this.chats = chats;
    this.lasts = news.streamLasts();
    news.listen(
        chat -> stir(it -> chat.equals(it.chat())),
        desk -> stir(it -> desk.equals(it.desk())),
        desk -> stir(it -> desk.equals(it.desk()) && !it.isVisitors()),
        () -> stir(_ -> true));
  }

  private void stir(Predicate<LiveStream> whom) {
    open.stream().filter(whom).forEach(LiveStream::stir);
  }

  SseEmitter open(
      @Nullable UUID chat, @Nullable UUID desk, boolean visitors, LiveStream.Look look) {
    SseEmitter emitter = new SseEmitter(lasts.toMillis());
    LiveStream stream = new LiveStream(chat, desk, visitors, emitter, look, reads);
    emitter.onCompletion(() -> open.remove(stream));
    emitter.onTimeout(emitter::complete);
    emitter.onError(_ -> open.remove(stream));
    makeRoom(chat);
    // First heard of, then looked: nothing falls between.
    open.add(stream);
    try {
      // Not all at once after a restart.
      long retry = ThreadLocalRandom.current().nextInt(RETRY_FROM_MILLIS, RETRY_TO_MILLIS);
      emitter.send(SseEmitter.event().reconnectTime(retry).comment(""));
    } catch (IOException _) {
      open.remove(stream);
    }
    stream.stir();
    if (!running) {
      emitter.complete();
    }
    return emitter;
  }

  private void makeRoom(@Nullable UUID chat) {
    if (chat != null) {
      List<LiveStream> same = open.stream().filter(it -> chat.equals(it.chat())).toList();
      same.stream()
          .limit(Math.max(0, same.size() - MOST_OF_A_CHAT + 1))
          .forEach(it -> it.emitter().complete());
    }
  }

  /// How many pages are open here.
  int count() {
    return open.size();
  }

  @Scheduled(fixedDelayString = "${rinnalla.advice.beat:20s}")
  void beat() {
    chats.seen(
        open.stream()
            .filter(LiveStream::isVisitors)
            .map(LiveStream::chat)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
    open.forEach(it -> Thread.ofVirtual().name("advice-beat").start(it::beat));
  }

  @Override
  public void start() {
    running = true;
  }

  /// Ends every stream before the server stops taking requests, so that it needn't wait for them;
  /// browsers come back to whichever node there is and go on where they were.
  @Override
  public void stop() {
    running = false;
    open.forEach(it -> it.emitter().complete());
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
