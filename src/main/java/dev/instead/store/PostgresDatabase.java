package dev.instead.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.instead.config.DatabaseAddress;
import dev.instead.desk.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL, which several nodes may share. */
final class PostgresDatabase extends Database {
  private static final int WRITERS = 8;
  private static final int READERS = 4;

  /** With the one that says that this node is there, and the one for what is read at leisure. */
  static final int CONNECTIONS = WRITERS + READERS + 2;

  private static final int MAY_WAIT = 2_000;

  /** The oldest that still gets fixes; the statements need 11. */
  private static final int OLDEST = 14;

  /** Another node's news is seen this late, where it is remembered at all. */
  private static final Duration REMEMBERED = Duration.ofSeconds(15);

  private static final Duration LEISURE = Duration.ofSeconds(60);

  /** Nobody waits for an answer while the bot starts, and a busy machine takes seconds for its first login. */
  private static final Duration START = Duration.ofSeconds(30);

  private final DatabaseAddress address;
  private final Trouble trouble;
  private final Nodes nodes;

  /**
   * How long anything may take. Together a request waits no longer than the platforms do.
   *
   * @param connection until one is free
   * @param statement until the server gives it up; longer than the second after which it looks for deadlocks
   * @param silence until the server is thought to hang
   * @param seen until a node that says nothing is thought to be gone
   */
  record Limits(Duration connection, Duration statement, Duration silence, Duration seen) {
    static final Limits USUAL = new Limits(
        Duration.ofSeconds(1),
        Duration.ofMillis(1200),
        Duration.ofMillis(1500),
        Duration.ofSeconds(10));
  }

  private PostgresDatabase(
      DatabaseAddress address, Trouble trouble, Writer writer, Readers readers, Duration seen) {
    super(writer, readers);
    this.address = address;
    this.trouble = trouble;
    this.nodes = new Nodes(writer, seen);
  }

  static PostgresDatabase open(DatabaseAddress address, Limits limits) {
    Trouble trouble = new PostgresTrouble(address.place());
    PGSimpleDataSource patient = source(address, "-c lock_timeout=30s");
    patient.setLoginTimeout((int) START.toSeconds());
    try (Connection connection = patient.getConnection()) {
      check(connection, trouble);
    } catch (SQLException unusable) {
      throw trouble.of(unusable);
    }
    Migrations.run(patient, "db/postgresql", trouble);
    try {
      return opened(address, limits, trouble);
    } catch (HikariPool.PoolInitializationException unusable) {
      throw trouble.of(unusable);
    }
  }

  private static PostgresDatabase opened(DatabaseAddress address, Limits limits, Trouble trouble) {
    Outage outage = new Outage();
    HikariConfig reading = pool(address, limits, " -c default_transaction_read_only=on");
    reading.setMaximumPoolSize(READERS);
    HikariConfig writing = pool(address, limits, "");
    writing.setMaximumPoolSize(WRITERS);
    writing.setAutoCommit(false);
    PostgresDatabase opened = new PostgresDatabase(
        address,
        trouble,
        new Transactions(connections(writing, outage, limits), trouble, MAY_WAIT),
        Readers.ofPostgres(connections(reading, outage, limits), trouble),
        limits.seen());
    opened.nodes.seen();
    return opened;
  }

  private static Connections connections(HikariConfig pool, Outage outage, Limits limits) {
    return new PostgresConnections(new HikariDataSource(pool), outage, limits.silence());
  }

  @Override
  Dialect dialect() {
    return Dialect.POSTGRES;
  }

  /** On a connection of its own: one of the pool would be taken for dead after its {@link Limits#silence}, and the server with it. */
  @Override
  <T> T readAtLeisure(Writer.Work<T> read) {
    PGSimpleDataSource patient = source(
        address, "-c default_transaction_read_only=on -c statement_timeout=" + LEISURE.toMillis());
    patient.setSocketTimeout((int) LEISURE.plusSeconds(5).toSeconds());
    try (Connection connection = patient.getConnection()) {
      return read.run(new Statements(connection, Dialect.POSTGRES));
    } catch (SQLException failed) {
      throw trouble.of(failed);
    }
  }

  /** The server looks after its log itself. */
  @Override
  void settle() {}

  @Override
  Duration remembered() {
    return REMEMBERED;
  }

  @Override
  public Optional<Nodes> nodes() {
    return Optional.of(nodes);
  }

  @Override
  public void close() {
    try {
      nodes.leave();
      writer().end();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      readers().close();
    }
  }

  private static void check(Connection connection, Trouble trouble) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT current_setting('server_encoding'), current_setting('server_version_num')::int / 10000")) {
      row.next();
      if (!row.getString(1).equals("UTF8")) {
        throw trouble.say("the database keeps text as " + row.getString(1)
            + ", which has no room for all languages. Make one with ENCODING 'UTF8'.");
      }
      if (row.getInt(2) < OLDEST) {
        throw trouble.say("this is PostgreSQL " + row.getInt(2) + "; use " + OLDEST + " or newer.");
      }
    }
  }

  private static HikariConfig pool(DatabaseAddress address, Limits limits, String options) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    // Nothing here is worth the time it takes to start helpers, whatever the server guesses of rows
    // that wait.
    config.setDataSource(source(
        address,
        "-c statement_timeout=%1$d -c lock_timeout=%1$d -c idle_in_transaction_session_timeout=5s -c max_parallel_workers_per_gather=0%2$s"
            .formatted(limits.statement().toMillis(), options)));
    config.setMinimumIdle(1);
    config.setConnectionTimeout(limits.connection().toMillis());
    config.setValidationTimeout(limits.connection().toMillis() / 2);
    config.setInitializationFailTimeout(START.toMillis());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }

  /** @param options for the server, as its command line has them */
  static PGSimpleDataSource source(DatabaseAddress address, String options) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(address.url());
    } catch (IllegalArgumentException notAUrl) {
      throw new StoreException(
          "INSTEAD_DATABASE_URL can't be read. Write jdbc:postgresql://host/database.", notAUrl);
    }
    address.user().ifPresent(source::setUser);
    address.password().ifPresent(secret -> source.setPassword(secret.reveal()));
    source.setApplicationName("instead");
    source.setOptions(options);
    source.setConnectTimeout(2);
    source.setLoginTimeout(2);
    source.setTcpKeepAlive(true);
    return source;
  }
}
