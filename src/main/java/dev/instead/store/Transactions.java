package dev.instead.store;

import dev.instead.desk.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to PostgreSQL: a transaction of its own for each request, on the caller's thread; only so many wait for a connection. */
final class Transactions implements Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final int ATTEMPTS = 4;

  private final Connections connections;
  private final Trouble trouble;
  private final int mayRun;
  private final Semaphore room;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean closed;
  private final Failures failures = new Failures();

  /** The answer to a commit never came, so nobody knows. */
  private static final class Unknown extends Exception {
    private final SQLException reason;

    Unknown(SQLException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /**
   * @param connections on which the driver begins transactions by itself and ends none
   * @param mayRun how many may be written or wait for a connection
   */
  Transactions(Connections connections, Trouble trouble, int mayRun) {
    this.connections = connections;
    this.trouble = trouble;
    this.mayRun = mayRun;
    this.room = new Semaphore(mayRun);
  }

  @Override
  public <T> T write(Work<T> work) {
    if (closed) {
      throw trouble.closed();
    }
    if (!room.tryAcquire()) {
      throw trouble.say(
          "too much waits to be written, nothing was stored. Check how fast PostgreSQL is.");
    }
    try {
      return attempts(work);
    } catch (SQLException failed) {
      throw failures.remembered(trouble.of(failed));
    } catch (Unknown unknown) {
      throw failures.remembered(trouble.say(
          "PostgreSQL does not answer; whether this was stored is unknown, sending it again is safe. Check that it runs.",
          unknown.reason));
    } finally {
      room.release();
    }
  }

  @Override
  public <T> T record(Work<T> work) {
    return write(work);
  }

  @Override
  public Optional<StoreException> failedWithin(Duration recently) {
    return failures.within(recently);
  }

  @Override
  public int waiting() {
    return waiting.get();
  }

  @Override
  public void end() throws InterruptedException {
    closed = true;
    if (!room.tryAcquire(mayRun, 5, TimeUnit.SECONDS)) {
      LOG.warn("Some writes are still running; PostgreSQL takes back what is not committed");
    }
    connections.close();
  }

  /** What collided with another transaction is done anew, and so is, once, what met a connection that had died unnoticed. */
  private <T> T attempts(Work<T> work) throws SQLException, Unknown {
    boolean mayHaveDied = true;
    for (int attempt = 1; ; attempt++) {
      long began = System.nanoTime();
      try {
        return attempt(work);
      } catch (SQLException failed) {
        boolean died = mayHaveDied && connections.hadDied(failed, System.nanoTime() - began);
        if (attempt == ATTEMPTS || !(died || PostgresTrouble.isCollision(failed))) {
          connections.failed(failed);
          throw failed;
        }
        mayHaveDied &= !died;
        LOG.debug("A write is tried again ({})", failed.getSQLState());
      }
    }
  }

  private <T> T attempt(Work<T> work) throws SQLException, Unknown {
    Connection connection = taken();
    try {
      T result = work.run(new Statements(connection, Dialect.POSTGRES));
      commit(connection);
      return result;
    } catch (SQLException | RuntimeException | Error failure) {
      takeBack(connection, failure);
      throw failure;
    } finally {
      giveBack(connection);
    }
  }

  private Connection taken() throws SQLException {
    waiting.incrementAndGet();
    try {
      return connections.take();
    } finally {
      waiting.decrementAndGet();
    }
  }

  private void commit(Connection connection) throws SQLException, Unknown {
    try {
      connection.commit();
    } catch (SQLException failed) {
      if (PostgresTrouble.isOutage(failed)) {
        connections.failed(failed);
        throw new Unknown(failed);
      }
      throw failed;
    }
  }

  private void takeBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      failure.addSuppressed(lost); // with the connection the server ends its transaction
    }
  }

  /** What is stored is stored, whatever comes of the connection; the pool closes its statements. */
  private static void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException lost) {
      LOG.debug("A connection could not be given back ({})", lost.getSQLState());
    }
  }
}
