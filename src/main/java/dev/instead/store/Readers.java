package dev.instead.store;

import dev.instead.desk.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Reads beside the writer, from a few read-only connections that are kept for long. */
final class Readers implements AutoCloseable {
  /** A query in Jdbi's fluent style. */
  interface Query<T> {
    T from(Handle handle);
  }

  /** Finds or makes the statements of a connection. */
  private interface Prepared {
    Statements of(Connection connection) throws SQLException;
  }

  private interface Read<T> {
    T now() throws SQLException;
  }

  private final Connections connections;
  private final Trouble trouble;
  private final Jdbi jdbi;
  private final Prepared statements;

  private Readers(Connections connections, Trouble trouble, Prepared statements) {
    this.connections = connections;
    this.trouble = trouble;
    this.jdbi = Jdbi.create(connections::take);
    this.statements = statements;
  }

  /** A file's connections live as long as the program, and so do their statements. */
  static Readers ofSqlite(Connections connections, Trouble trouble) {
    Map<Connection, Statements> kept = new ConcurrentHashMap<>();
    return new Readers(
        connections,
        trouble,
        connection -> kept.computeIfAbsent(
            connection.unwrap(org.sqlite.SQLiteConnection.class),
            file -> new Statements(file, Dialect.SQLITE)));
  }

  /** Connections to a server come and go; its driver remembers what it has prepared on each. */
  static Readers ofPostgres(Connections connections, Trouble trouble) {
    return new Readers(
        connections, trouble, connection -> new Statements(connection, Dialect.POSTGRES));
  }

  <T> T read(Query<T> query) {
    return told(() -> {
      try {
        return jdbi.withHandle(query::from);
      } catch (JdbiException failed) {
        // Jdbi's own message quotes the values, which belong in no log.
        if (failed.getCause() instanceof SQLException reason) {
          throw reason;
        }
        throw trouble.say("a query failed: " + failed.getClass().getSimpleName());
      }
    });
  }

  /** For the queries that every request makes: with statements that stay prepared. */
  <T> T readHot(Writer.Work<T> query) {
    return told(() -> {
      try (Connection connection = connections.take()) {
        return query.run(statements.of(connection));
      }
    });
  }

  /** A read may always be done again. */
  private <T> T told(Read<T> read) {
    long began = System.nanoTime();
    try {
      return read.now();
    } catch (SQLException failed) {
      if (connections.hadDied(failed, System.nanoTime() - began)) {
        return again(read);
      }
      throw said(failed);
    }
  }

  private <T> T again(Read<T> read) {
    try {
      return read.now();
    } catch (SQLException failed) {
      throw said(failed);
    }
  }

  private StoreException said(SQLException reason) {
    connections.failed(reason);
    return trouble.of(reason);
  }

  @Override
  public void close() {
    connections.close();
  }
}
