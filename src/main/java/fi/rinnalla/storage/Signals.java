package fi.rinnalla.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// That something is new, told to every node of the cluster by PostgreSQL's NOTIFY. A signal
/// carries an id and nothing else: whoever hears it reads the rows, which are the truth. So a
/// signal that is lost costs time and nothing more, and when the line was cut each listener is told
/// to look at all it has.
///
/// A connection of the pool can't listen, for it is given back after each transaction; there is one
/// of its own for all channels of this node.
@Component
public class Signals implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Signals.class);
  private static final Pattern CHANNEL = Pattern.compile("[a-z_]{1,30}");
  private static final int LISTENS_FOR_MILLIS = 2_000;
  private static final int SILENT_TURNS = 15;
  private static final long AGAIN_MILLIS = 1_000;

  /// Who listens.
  ///
  /// @param missed called after the line was cut and is there again
  private record Listener(String channel, Consumer<String> heard, Runnable missed) {}

  private final JdbcConnectionDetails details;
  private final JdbcClient jdbc;
  private final boolean serves;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Thread ear;
  private volatile @Nullable Connection line;
  private volatile boolean running;

  Signals(
      JdbcConnectionDetails details,
      JdbcClient jdbc,
      @Value("${rinnalla.serves:true}") boolean serves) {
    this.details = details;
    this.jdbc = jdbc;
    this.serves = serves;
  }

  /// Tells every node, this one too, when the transaction that is going on has been committed.
  public void send(String channel, String id) {
    jdbc.sql("select pg_notify(:channel, :id)")
        .param("channel", checked(channel))
        .param("id", id)
        .query((_, _) -> channel)
        .list();
  }

  /// To be called while the house is being built.
  public void listen(String channel, Consumer<String> heard, Runnable missed) {
    listeners.add(new Listener(checked(channel), heard, missed));
  }

  private static String checked(String channel) {
    if (!CHANNEL.matcher(channel).matches()) {
      throw new IllegalArgumentException("a channel is a plain word");
    }
    return channel;
  }

  @Override
  public void start() {
    running = true;
    if (serves && !listeners.isEmpty()) {
      ear = Thread.ofPlatform().daemon().name("signals").start(this::listen);
    }
  }

  private void listen() {
    boolean cut = false;
    while (running) {
      try (Connection connection =
          DriverManager.getConnection(
              details.getJdbcUrl(), details.getUsername(), details.getPassword())) {
        line = connection;
        try (var statement = connection.createStatement()) {
          statement.execute("set role " + DatabaseRole.NAME);
          for (String channel : listeners.stream().map(Listener::channel).distinct().toList()) {
            statement.execute("listen " + channel);
          }
        }
        if (cut) {
          listeners.forEach(it -> safely(it.missed()));
        }
        hear(connection);
      } catch (SQLException fault) {
        if (running) {
          log.warn("signals are not heard just now: {}", fault.getSQLState());
          pause();
        }
      }
      cut = true;
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    int silent = 0;
    while (running) {
      PGNotification[] heard = postgres.getNotifications(LISTENS_FOR_MILLIS);
      for (PGNotification one : heard == null ? new PGNotification[0] : heard) {
        tell(one.getName(), one.getParameter());
      }
      silent = heard == null || heard.length == 0 ? silent + 1 : 0;
      // A line that was cut without a word is silent too, so now and then it is asked.
      if (silent >= SILENT_TURNS) {
        silent = 0;
        if (!connection.isValid(5)) {
          throw new SQLException("the line is dead", "08006");
        }
      }
    }
  }

  private void tell(String channel, String id) {
    listeners.stream()
        .filter(it -> it.channel().equals(channel))
        .forEach(it -> safely(() -> it.heard().accept(id)));
  }

  /// One listener's fault doesn't make the others deaf.
  private static void safely(Runnable told) {
    try {
      told.run();
    } catch (RuntimeException fault) {
      log.warn("a listener failed: {}", fault.getClass().getSimpleName());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(AGAIN_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
    Connection open = line;
    Thread listening = ear;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException _) {
        // It is gone already.
      }
    }
    if (listening != null) {
      listening.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
