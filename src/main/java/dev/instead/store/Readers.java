package dev.instead.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Reads beside the writer, from a few read-only connections that are kept for the life of the program. */
final class Readers implements AutoCloseable {
  /** A query in Jdbi's fluent style. */
  interface Query<T> {
    T from(Handle handle);
  }

  private final HikariDataSource pool;
  private final Trouble trouble;
  private final Jdbi jdbi;
  private final Map<Connection, Statements> kept = new ConcurrentHashMap<>();

  Readers(HikariDataSource pool, Trouble trouble) {
    this.pool = pool;
    this.trouble = trouble;
    this.jdbi = Jdbi.create(pool);
  }

  <T> T read(Query<T> query) {
    try {
      return jdbi.withHandle(query::from);
    } catch (JdbiException failed) {
      Throwable cause =
          failed.getCause(); // Jdbi's own message quotes the values, which belong in no log
      throw cause == null
          ? trouble.say("a query failed: " + failed.getClass().getSimpleName())
          : trouble.of(cause);
    }
  }

  /** For the queries that every request makes: with statements that stay prepared. */
  <T> T readHot(Writer.Work<T> query) {
    try (Connection connection = pool.getConnection()) {
      return query.run(kept.computeIfAbsent(
          connection.unwrap(org.sqlite.SQLiteConnection.class), Statements::new));
    } catch (SQLException failed) {
      throw trouble.of(failed);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
