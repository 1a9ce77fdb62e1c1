package dev.instead.store;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL for tests: one for all of this JVM, made when it is first asked for, that reaches the disk as a real one does; or the one
 * that {@code -Dpostgres=jdbc:postgresql://host/database} names, with {@code -Dpostgres.user} and {@code -Dpostgres.password}. Each test gets
 * a database of its own.
 */
public final class PostgresServer implements AutoCloseable {
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final String RUN = Long.toString(ProcessHandle.current().pid(), 36);
  private static @Nullable PostgresServer shared;
  private static Optional<String> whyNot = Optional.empty();

  private final String host;
  private final Optional<String> user;
  private final Optional<Secret> password;
  private @Nullable EmbeddedPostgres embedded;
  private @Nullable Path data;
  private @Nullable DatabaseAddress used;
  private @Nullable Database opened;

  private PostgresServer(
      @Nullable EmbeddedPostgres embedded,
      String host,
      Optional<String> user,
      Optional<Secret> password) {
    this.embedded = embedded;
    this.host = host;
    this.user = user;
    this.password = password;
  }

  /** The one of this JVM. */
  public static synchronized PostgresServer shared() {
    if (shared == null) {
      String named = System.getProperty("postgres");
      shared = named == null ? embedded(builder()) : external(named);
    }
    return shared;
  }

  /** Why there can't be one, if so. */
  static synchronized Optional<String> whyNot() {
    if (shared == null && whyNot.isEmpty()) {
      try {
        shared();
      } catch (RuntimeException e) {
        whyNot = Optional.of(String.valueOf(e.getMessage()));
      }
    }
    return whyNot;
  }

  /** One that may be stopped and started again; its data are in {@code folder}. */
  public static PostgresServer ownIn(Path folder) {
    Path data = folder.resolve("data");
    PostgresServer own = embedded(on(data));
    own.data = data;
    return own;
  }

  /** Stops it in the middle of its work. Whoever asks meanwhile finds nobody there. */
  public void stop() {
    try {
      there().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops all its processes where they are, as a machine without a processor to spare would, or lets them go on. */
  public void hangs(boolean hang) {
    try {
      ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
      List<String> kill = new ArrayList<>(List.of("kill", hang ? "-STOP" : "-CONT"));
      kill.add(Long.toString(postmaster.pid()));
      postmaster.descendants().forEach(process -> kill.add(Long.toString(process.pid())));
      new ProcessBuilder(kill).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long postmaster() throws IOException {
    try (Stream<String> lines =
        Files.lines(ownData().resolve("postmaster.pid"), StandardCharsets.US_ASCII)) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    }
  }

  /** Starts it again with the same data, in the same place. */
  public void startAgain() {
    try {
      embedded = on(ownData()).setPort(there().getPort()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty database: without tables. */
  public DatabaseAddress empty() {
    return make();
  }

  /** A database with its tables and nothing in them, used by one test after the other: making a new one takes a second. */
  public synchronized DatabaseAddress fresh() {
    if (used == null) {
      used = make();
      Database.open(used).close();
    } else {
      clear(used);
    }
    return used;
  }

  /** The store on {@link #fresh}, opened once for all tests of this JVM. */
  synchronized Database store() {
    DatabaseAddress address = fresh();
    if (opened == null) {
      opened = open(address);
    }
    return opened;
  }

  /** Where {@link #store} is. */
  synchronized DatabaseAddress address() {
    if (used == null) {
      throw new IllegalStateException("Nothing was opened yet");
    }
    return used;
  }

  /** What no bot may do: the events go too. */
  private static void clear(DatabaseAddress address) {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET LOCAL session_replication_role = replica");
      for (String table : StoreCopy.TABLES) {
        statement.execute("DELETE FROM " + table);
      }
      statement.execute("DELETE FROM node");
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection beside the store's. */
  public static Connection connect(DatabaseAddress address) throws SQLException {
    return PostgresDatabase.source(address, "").getConnection();
  }

  /** Opens the store with more patience for a machine that does much else, and less for nodes that are gone. */
  public static Database open(DatabaseAddress address) {
    return PostgresDatabase.open(
        address,
        new PostgresDatabase.Limits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(6),
            Duration.ofSeconds(2)));
  }

  @Override
  public void close() {
    stop();
  }

  private DatabaseAddress make() {
    String name = "t" + RUN + "_" + NAMES.incrementAndGet();
    try (Connection connection = connect(address("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return address(name);
  }

  private DatabaseAddress address(String database) {
    return new DatabaseAddress("jdbc:postgresql://" + host + "/" + database, user, password);
  }

  private Path ownData() {
    if (data == null) {
      throw new IllegalStateException("This PostgreSQL is not this test's own");
    }
    return data;
  }

  private static EmbeddedPostgres.Builder on(Path data) {
    return builder().setDataDirectory(data).setCleanDataDirectory(false);
  }

  private EmbeddedPostgres there() {
    if (embedded == null) {
      throw new IllegalStateException("This PostgreSQL is somebody else's");
    }
    return embedded;
  }

  private static PostgresServer external(String url) {
    String host = url.substring("jdbc:postgresql://".length(), url.lastIndexOf('/'));
    return new PostgresServer(
        null,
        host,
        Optional.ofNullable(System.getProperty("postgres.user")),
        Optional.ofNullable(System.getProperty("postgres.password")).map(Secret::new));
  }

  private static PostgresServer embedded(EmbeddedPostgres.Builder builder) {
    try {
      EmbeddedPostgres started = builder.start();
      return new PostgresServer(
          started, "127.0.0.1:" + started.getPort(), Optional.of("postgres"), Optional.empty());
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("PostgreSQL did not start: " + e.getMessage(), e);
    }
  }

  // What the library would set for speed would prove nothing.
  private static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "200");
  }
}
