package fi.rinnalla.search;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// A small load generator: some connections that are kept alive, each asking the next question as
/// soon as the last is answered. It writes HTTP/1.1 itself, for on the same two cores every cycle
/// the tool takes is taken from what it measures.
final class BenchLoad {
  private BenchLoad() {}

  /// What was measured; times in milliseconds. Answers for each second of the measured process's
  /// own processor time stay comparable on a machine that others use too.
  record Figures(double perSecond, double perCpuSecond, double p50, double p99, int failed) {}

  /// One question asked again and again from several threads.
  interface Asker extends AutoCloseable {
    /// Asks the numbered question. False when the answer was no good.
    boolean ask(int number) throws IOException;

    @Override
    default void close() throws IOException {}
  }

  /// Makes the asker of one thread.
  interface Askers {
    Asker open() throws IOException;
  }

  static Askers http(int port, List<String> targets) {
    List<byte[]> requests =
        targets.stream()
            .map(target ->
                ("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII))
            .toList();
    return () -> new Connection(port, requests);
  }

  static Figures run(Askers askers, ProcessHandle measured, int threads, double seconds)
      throws InterruptedException, IOException {
    double cpuBefore = cpuSeconds(measured);
    AtomicInteger next = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    long started = System.nanoTime();
    long end = started + (long) (seconds * 1e9);
    List<Future<long[]>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(() -> askUntil(end, askers, next, failed)));
      }
    }
    double took = (System.nanoTime() - started) / 1e9;
    List<long[]> all = new ArrayList<>();
    for (Future<long[]> one : running) {
      try {
        all.add(one.get());
      } catch (ExecutionException cause) {
        throw new IOException("the load stopped: " + cause.getCause(), cause);
      }
    }
    long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    double cpu = Math.max(0.01, cpuSeconds(measured) - cpuBefore);
    return new Figures(
        sorted.length / took, sorted.length / cpu, at(sorted, 0.5), at(sorted, 0.99), failed.get());
  }

  private static double cpuSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  private static long[] askUntil(long end, Askers askers, AtomicInteger next, AtomicInteger failed)
      throws IOException {
    long[] times = new long[1 << 16];
    int count = 0;
    try (Asker asker = askers.open()) {
      for (long from = System.nanoTime(); from < end; ) {
        if (!asker.ask(next.getAndIncrement() & Integer.MAX_VALUE)) {
          failed.incrementAndGet();
        }
        long to = System.nanoTime();
        if (count == times.length) {
          times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = to - from;
        from = to;
      }
    }
    return Arrays.copyOf(times, count);
  }

  private static double at(long[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))] / 1e6;
  }

  /// One kept-alive connection.
  private static final class Connection implements Asker {
    private final int port;
    private final List<byte[]> requests;
    private Socket socket;
    private InputStream in;

    Connection(int port, List<byte[]> requests) throws IOException {
      this.port = port;
      this.requests = requests;
      this.socket = connect(port);
      this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private static Socket connect(int port) throws IOException {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(20_000);
      return socket;
    }

    @Override
    public boolean ask(int number) throws IOException {
      socket.getOutputStream().write(requests.get(number % requests.size()));
      boolean good = line().startsWith("HTTP/1.1 200");
      long length = 0;
      boolean chunked = false;
      boolean last = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Long.parseLong(lower.substring(15).strip());
        } else if (lower.startsWith("transfer-encoding:")) {
          chunked = true;
        } else if (lower.equals("connection: close")) {
          last = true;
        }
      }
      if (chunked) {
        for (int chunk = size(); chunk > 0; chunk = size()) {
          in.skipNBytes(chunk + 2L);
        }
        line();
      } else {
        in.skipNBytes(length);
      }
      if (last) {
        socket.close();
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      }
      return good;
    }

    private int size() throws IOException {
      return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder(64);
      for (int letter = in.read(); letter != '\n'; letter = in.read()) {
        if (letter < 0) {
          throw new IOException("the server closed the connection");
        }
        if (letter != '\r') {
          line.append((char) letter);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
