package fi.rinnalla.finland;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// PTV's interface on this computer, with objects of ours. It pages, and it fails as the real one
/// does: too busy, broken down, broken off midway, or slow.
final class StandInPtv implements AutoCloseable {
  private static final int PAGE = 2;

  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<String> keys = new CopyOnWriteArrayList<>();
  private final Map<String, Map<String, String>> objects = new ConcurrentHashMap<>();
  private final Map<String, List<String>> archived = new ConcurrentHashMap<>();
  private final Map<String, List<String>> changed = new ConcurrentHashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private @Nullable String key;
  private final HttpServer server;

  /// What goes wrong where an address has these words, so many times.
  private static final class Fault {
    final String where;
    final int status;
    int left;

    Fault(String where, int status, int left) {
      this.where = where;
      this.status = status;
      this.left = left;
    }
  }

  static final int BROKEN_OFF = -1;
  static final int SLOW = -2;

  StandInPtv() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void has(String kind, String id, String json) {
    objects.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put(id, json);
  }

  void lacks(String kind, String id) {
    objects.getOrDefault(kind, Map.of()).remove(id);
  }

  /// Some objects are not of the area: only who asks by their ids is told.
  void changes(String kind, String... ids) {
    changed.put(kind, List.of(ids));
  }

  void archives(String kind, String id) {
    archived.computeIfAbsent(kind, _ -> new ArrayList<>()).add(id);
  }

  void answers(String path, String json) {
    answers.put(path, json);
  }

  void wantsKey(String wanted) {
    key = wanted;
  }

  void fails(String where, int status, int times) {
    faults.add(new Fault(where, status, times));
  }

  void isWell() {
    faults.clear();
    asked.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String address = exchange.getRequestURI().toString();
    asked.add(address);
    keys.add(Objects.toString(exchange.getRequestHeaders().getFirst("x-api-key"), "none"));
    Fault fault = fault(address);
    String body = body(exchange.getRequestURI().getPath(), query(exchange));
    if (fault != null && fault.status == SLOW) {
      pause();
    }
    boolean refused = key != null && !key.equals(keys.getLast());
    int status =
        fault != null && fault.status > 0 ? fault.status : refused ? 401 : body == null ? 404 : 200;
    byte[] bytes = Objects.toString(body, "").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(
          bytes, 0, fault != null && fault.status == BROKEN_OFF ? bytes.length / 2 : bytes.length);
    } catch (IOException gone) {
      // Whoever asked has gone away, tired of waiting.
    }
  }

  private static void pause() {
    try {
      Thread.sleep(3000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Fault fault(String address) {
    for (Fault fault : faults) {
      if (address.contains(fault.where) && fault.left > 0) {
        fault.left--;
        return fault;
      }
    }
    return null;
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    Stream.of(Objects.toString(exchange.getRequestURI().getQuery(), "").split("&"))
        .filter(part -> part.contains("="))
        .forEach(part -> query.put(part.split("=", 2)[0], part.split("=", 2)[1]));
    return query;
  }

  private @Nullable String body(String path, Map<String, String> query) {
    if (answers.containsKey(path)) {
      return answers.get(path);
    }
    if (!path.startsWith("/api/v11/")) {
      return null;
    }
    String[] steps = path.substring("/api/v11/".length()).split("/");
    Map<String, String> all = objects.getOrDefault(steps[0], Map.of());
    String guids = query.get("guids");
    if (guids != null) {
      return Stream.of(guids.split(",")).map(all::get).filter(Objects::nonNull).toList().toString();
    }
    if (query.containsKey("status")) {
      boolean archive = query.get("status").equals("Archived");
      return page(ids(archive ? archived.getOrDefault(steps[0], List.of()) : List.of()), query);
    }
    if (query.containsKey("date")) {
      return page(ids(changed.getOrDefault(steps[0], List.of())), query);
    }
    return path.contains("/list/area/Municipality/code/106")
        ? page(List.copyOf(all.values()), query)
        : null;
  }

  private static List<String> ids(List<String> ids) {
    return ids.stream().map(id -> "{\"id\": \"%s\", \"name\": \"x\"}".formatted(id)).toList();
  }

  private static String page(List<String> items, Map<String, String> query) {
    int number = Integer.parseInt(query.getOrDefault("page", "1"));
    int from = Math.min((number - 1) * PAGE, items.size());
    List<String> some = items.subList(from, Math.min(from + PAGE, items.size()));
    return "{\"pageNumber\": %d, \"pageSize\": %d, \"pageCount\": %d, \"itemList\": %s}"
        .formatted(number, PAGE, (items.size() + PAGE - 1) / PAGE, items.isEmpty() ? "null" : some);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
