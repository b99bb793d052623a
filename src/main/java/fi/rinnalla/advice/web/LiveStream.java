package fi.rinnalla.advice.web;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open page. It is told that something is new, looks itself what, and sends each thing once
/// and in order: however often it is told meanwhile, one look goes on at a time.
final class LiveStream {

  /// What looks and sends.
  interface Look {
    /// @return false when the page has nothing more to hear
    boolean send(LiveStream to) throws IOException;
  }

  private final @Nullable UUID chat;
  private final @Nullable UUID desk;
  private final boolean visitors;
  private final SseEmitter emitter;
  private final Look look;
  private final Semaphore reads;
  private final AtomicInteger told = new AtomicInteger();

  /// @param chat whose messages it shows
  /// @param desk whose queue it shows
  /// @param visitors whether it is a visitor's, whose open page is a sign of life
  /// @param reads so many pages may read at once
  LiveStream(
      @Nullable UUID chat,
      @Nullable UUID desk,
      boolean visitors,
      SseEmitter emitter,
      Look look,
      Semaphore reads) {
    this.chat = chat;
    this.desk = desk;
    this.visitors = visitors;
    this.emitter = emitter;
    this.look = look;
    this.reads = reads;
  }

  @Nullable UUID chat() {
    return chat;
  }

  @Nullable UUID desk() {
    return desk;
  }

  boolean isVisitors() {
    return visitors;
  }

  SseEmitter emitter() {
    return emitter;
  }

  /// Something may be new.
  void stir() {
    if (told.getAndIncrement() == 0) {
      Thread.ofVirtual().name("advice-stream").start(this::look);
    }
  }

  private void look() {
    int seen;
    do {
      seen = told.get();
      try {
        if (!look.send(this)) {
          emitter.complete();
          return;
        }
      } catch (IOException | IllegalStateException _) {
        // The browser is gone; it comes back by itself and says what it had last.
        emitter.complete();
        return;
      } catch (RuntimeException fault) {
        // The browser tries again, and then it may go well.
        emitter.completeWithError(fault);
        return;
      }
    } while (told.addAndGet(-seen) != 0);
  }

  /// Reads what is new when its turn comes. What is read is sent afterwards, so that a slow line
  /// keeps nobody's turn.
  <T> T read(Supplier<T> what) {
    reads.acquireUninterruptibly();
    try {
      return what.get();
    } finally {
      reads.release();
    }
  }

  /// A message, by whose number a browser that was away goes on.
  void message(int number, String html) throws IOException {
    emitter.send(SseEmitter.event().id(String.valueOf(number)).name("message").data(html));
  }

  void part(String name, String html) throws IOException {
    emitter.send(SseEmitter.event().name(name).data(html));
  }

  /// So that nothing between takes the line for dead.
  void beat() {
    try {
      emitter.send(SseEmitter.event().comment(""));
    } catch (IOException | IllegalStateException _) {
      emitter.complete();
    }
  }
}
