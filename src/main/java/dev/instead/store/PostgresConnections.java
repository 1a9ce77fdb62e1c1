package dev.instead.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/**
 * Connections from a pool that heals: after an outage nobody gets one from before it, and no request waits for what another one has just
 * waited for in vain.
 */
final class PostgresConnections implements Connections {
  private static final Duration AT_ONCE = Duration.ofMillis(300);

  private final HikariDataSource pool;
  private final Outage outage;
  private final Duration silence;

  /** @param silence how long a connection may say nothing before it is given up */
  PostgresConnections(HikariDataSource pool, Outage outage, Duration silence) {
    this.pool = pool;
    this.outage = outage;
    this.silence = silence;
  }

  @Override
  public Connection take() throws SQLException {
    outage.check();
    Connection connection = pooled();
    connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
    return connection;
  }

  /** The pool says the same whether all its connections are in use or none can be made. */
  private Connection pooled() throws SQLException {
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException none) {
      if (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
        throw new SQLException("no connection can be made", PostgresTrouble.NO_CONNECTION, none);
      }
      throw none;
    }
  }

  @Override
  public void failed(SQLException reason) {
    if (PostgresTrouble.isOutage(reason)) {
      outage.noticed(reason);
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  @Override
  public boolean hadDied(SQLException reason, long nanos) {
    boolean died = PostgresTrouble.isOutage(reason) && nanos < AT_ONCE.toNanos();
    if (died) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    return died;
  }

  @Override
  public void close() {
    pool.close();
  }
}
