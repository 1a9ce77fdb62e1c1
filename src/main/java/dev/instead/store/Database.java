package dev.instead.store;

import dev.instead.config.DatabaseAddress;
import dev.instead.desk.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The open database: migrated, and ready to be written and read. Everything that hinders it is a {@link StoreException} that names the
 * database and the remedy.
 */
public abstract sealed class Database implements AutoCloseable
    permits SqliteDatabase, PostgresDatabase {
  private static final String TRY = "INSERT INTO delivery (key, answer, at) VALUES (?, '', 0)";
  private static final String TRIED = "DELETE FROM delivery WHERE key = ?";

  /** With the half that a write takes longer at worst, and what comes before it, within the 3 seconds that Slack waits. */
  private static final Duration TIME_LIMIT = Duration.ofMillis(1500);

  private static final int MAY_WAIT = 10_000;

  /** Long enough for a load balancer to notice, short enough to come back by itself. */
  private static final Duration RECENTLY = Duration.ofSeconds(10);

  private final WatchedWriter writer;
  private final Readers readers;

  Database(Writer writer, Readers readers) {
    this.writer = new WatchedWriter(writer);
    this.readers = readers;
  }

  /** Opens the database, and makes its tables; a file is created with its directories where there is none. */
  public static Database open(DatabaseAddress address) {
    return address.isPostgres()
        ? PostgresDatabase.open(address, PostgresDatabase.Limits.USUAL)
        : SqliteDatabase.open(address.url(), TIME_LIMIT, MAY_WAIT);
  }

  /**
   * Opens a database that needs no password.
   *
   * @param jdbcUrl {@code jdbc:sqlite:/path/instead.db}
   */
  public static Database open(String jdbcUrl) {
    return open(DatabaseAddress.of(jdbcUrl));
  }

  /**
   * @param limit how long a write waits for its turn, and a statement for another process
   * @param mayWait how many writes may wait
   */
  static Database open(String jdbcUrl, Duration limit, int mayWait) {
    return SqliteDatabase.open(jdbcUrl, limit, mayWait);
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

  /** From now on {@code watch} is told of each write. */
  public void tells(WriteWatch watch) {
    writer.tells(watch);
  }

  /** How many writes wait for their turn. */
  public int waiting() {
    return writer.waiting();
  }

  /** Whether anything was stored within {@code recently}. */
  public boolean storedWithin(Duration recently) {
    return writer.storedWithin(recently);
  }

  /** Stores something and takes it away again, all the way to the disk. */
  public void tryWriting() {
    String key = "trial:" + UUID.randomUUID();
    writer.write(sql -> sql.update(TRY, key) + sql.update(TRIED, key));
  }

  /** The processes that share it; empty where only one may use it. */
  public abstract Optional<Nodes> nodes();

  abstract Dialect dialect();

  /** Reads while nobody waits for it: it may take a minute, and when it takes longer or fails no request notices. */
  abstract <T> T readAtLeisure(Writer.Work<T> read);

  /** What was overwritten leaves no copy in the log that is written before the database itself. */
  abstract void settle();

  /** How long what was read may be remembered: another node may write meanwhile. */
  abstract Duration remembered();

  /** Finishes the writes that wait, then lets go of the database. */
  @Override
  public abstract void close();

  final Writer writer() {
    return writer;
  }

  final Readers readers() {
    return readers;
  }
}
