package dev.instead.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.instead.desk.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The open database: migrated, with one writer and a few readers beside it. Everything that hinders it is a {@link StoreException} that
 * names the file and the remedy.
 */
public final class Database implements AutoCloseable {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(2);
  private static final int MAY_WAIT = 10_000;
  private static final int READERS = 4;

  /** Long enough for a load balancer to notice, short enough to come back by itself. */
  private static final Duration RECENTLY = Duration.ofSeconds(10);

  private final DatabaseFile file;
  private final Connection connection;
  private final Writer writer;
  private final Readers readers;

  private Database(DatabaseFile file, Connection connection, Writer writer, Readers readers) {
    this.file = file;
    this.connection = connection;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens the database, and creates it with its directories where there is none.
   *
   * @param jdbcUrl {@code jdbc:sqlite:/path/instead.db}
   */
  public static Database open(String jdbcUrl) {
    return open(jdbcUrl, TIME_LIMIT, MAY_WAIT);
  }

  /**
   * @param limit how long a write waits for its turn, and a statement for another process
   * @param mayWait how many writes may wait
   */
  static Database open(String jdbcUrl, Duration limit, int mayWait) {
    Path path = DatabaseFile.path(jdbcUrl);
    DatabaseFile file = DatabaseFile.hold(path);
    Trouble trouble = new Trouble(path);
    try {
      return open(file, trouble, limit, mayWait);
    } catch (SQLException | RuntimeException unusable) {
      file.close();
      throw unusable instanceof StoreException told ? told : trouble.of(unusable);
    }
  }

  /** Why nothing can be stored or read now, in words for operators; empty when all is well. */
  public Optional<String> whyUnusable() {
    Optional<String> failed =
        writer.failedWithin(RECENTLY).map(e -> String.valueOf(e.getMessage()));
    if (failed.isPresent()) {
      return failed;
    }
    try {
      readers.read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
      return Optional.empty();
    } catch (StoreException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Finishes the writes that wait, then lets go of the file. */
  @Override
  public void close() {
    try {
      writer.end();
      readers.close();
      connection.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (SQLException failed) {
      throw new Trouble(file.path()).of(failed);
    } finally {
      file.close();
    }
  }

  Writer writer() {
    return writer;
  }

  Readers readers() {
    return readers;
  }

  private static Database open(DatabaseFile file, Trouble trouble, Duration limit, int mayWait)
      throws SQLException {
    SQLiteDataSource source = source(file.path(), limit, false);
    Connection connection = source.getConnection();
    try {
      migrate(source, trouble);
      beginNothingByItself(connection);
      Readers readers = new Readers(pool(file.path(), limit), trouble);
      Writer writer = new Writer(new Statements(connection), trouble, limit, mayWait);
      return new Database(file, connection, writer, readers);
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  /** From here on the writer begins and ends transactions by statements of its own, and the driver none. */
  private static void beginNothingByItself(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("COMMIT");
    }
  }

  private static void migrate(SQLiteDataSource source, Trouble trouble) {
    try {
      Flyway flyway =
          Flyway.configure().dataSource(source).locations("classpath:db/sqlite").load();
      MigrationInfoService found = flyway.info();
      if (Arrays.stream(found.all())
          .map(MigrationInfo::getState)
          .anyMatch(Database::isFromTheFuture)) {
        throw trouble.say(
            "a newer version of Instead has written this database. Start that version, or restore the backup made before the upgrade.");
      }
      if (found.pending().length
          > 0) { // asking is quicker than migrating nothing, and it shows in the time to start
        flyway.migrate();
      }
    } catch (FlywayException failed) {
      throw trouble.of(failed);
    }
  }

  private static boolean isFromTheFuture(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
  }

  private static SQLiteDataSource source(Path path, Duration limit, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout(
        (int) limit.toMillis() / 2); // locked is known before the caller stops waiting
    config.enforceForeignKeys(true);
    config.setGetGeneratedKeys(false); // else the driver asks for the last key after each statement
    if (!readOnly) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
      config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    }
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + path);
    return source;
  }

  private static HikariDataSource pool(Path path, Duration limit) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store-readers");
    config.setDataSource(source(path, limit, true));
    config.setReadOnly(true);
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(limit.toMillis());
    config.setMaxLifetime(
        0); // a file's connection does not grow stale, and its prepared statements are worth
    // keeping
    config.setIdleTimeout(0);
    return new HikariDataSource(config);
  }
}
