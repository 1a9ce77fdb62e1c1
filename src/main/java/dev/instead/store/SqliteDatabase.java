package dev.instead.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.instead.desk.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database in a file: one writer, and a few readers beside it. */
final class SqliteDatabase extends Database {
  private static final int READERS = 4;

  /** For readers to come to an end. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** No other process writes; this is for the memory alone. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final DatabaseFile file;
  private final Connection connection;

  private SqliteDatabase(DatabaseFile file, Connection connection, Writer writer, Readers readers) {
    super(writer, readers);
    this.file = file;
    this.connection = connection;
  }

  static SqliteDatabase open(String jdbcUrl, Duration limit, int mayWait) {
    Path path = DatabaseFile.path(jdbcUrl);
    DatabaseFile file = DatabaseFile.hold(path);
    Trouble trouble = new SqliteTrouble(path);
    try {
      file.make();
      return open(file, trouble, limit, mayWait);
    } catch (SQLException | RuntimeException unusable) {
      file.close();
      throw unusable instanceof StoreException told ? told : trouble.of(unusable);
    }
  }

  @Override
  public Optional<Nodes> nodes() {
    return Optional.empty();
  }

  @Override
  Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  <T> T readAtLeisure(Writer.Work<T> read) {
    return readers().readHot(read);
  }

  /** As far as nobody reads at this moment; what is left over goes with the next write that fills the log. */
  @Override
  void settle() {
    try (Connection other = source(file.path(), PATIENCE, false).getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException failed) {
      throw new SqliteTrouble(file.path()).of(failed);
    }
  }

  @Override
  Duration remembered() {
    return REMEMBERED;
  }

  @Override
  public void close() {
    try {
      writer().end();
      readers().close();
      connection.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (SQLException failed) {
      throw new SqliteTrouble(file.path()).of(failed);
    } finally {
      file.close();
    }
  }

  private static SqliteDatabase open(
      DatabaseFile file, Trouble trouble, Duration limit, int mayWait) throws SQLException {
    SQLiteDataSource source = source(file.path(), limit, false);
    Connection connection = source.getConnection();
    try {
      Migrations.run(source, "db/sqlite", trouble);
      beginNothingByItself(connection);
      Readers readers = Readers.ofSqlite(Connections.of(pool(file.path(), limit)), trouble);
      Writer writer =
          new SharedCommits(new Statements(connection, Dialect.SQLITE), trouble, limit, mayWait);
      return new SqliteDatabase(file, connection, writer, readers);
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
