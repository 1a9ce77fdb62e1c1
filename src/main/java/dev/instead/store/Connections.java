package dev.instead.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from, and hear what failed on them. */
interface Connections extends AutoCloseable {
  Connection take() throws SQLException;

  /** Nothing more can be done about it here. */
  void failed(SQLException reason);

  /**
   * Whether the connection was lost while nobody used it, as after a restart of the server, so that the next one may be better.
   *
   * @param nanos after which it was noticed: a server that hangs takes its time
   */
  boolean hadDied(SQLException reason, long nanos);

  @Override
  void close();

  /** A file's, which are never lost. */
  static Connections of(HikariDataSource pool) {
    return new Connections() {
      @Override
      public Connection take() throws SQLException {
        return pool.getConnection();
      }

      @Override
      public void failed(SQLException reason) {}

      @Override
      public boolean hadDied(SQLException reason, long nanos) {
        return false;
      }

      @Override
      public void close() {
        pool.close();
      }
    };
  }
}
