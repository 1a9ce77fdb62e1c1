package dev.instead.store;

import dev.instead.desk.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Writes: each request is a transaction, and what it did is on disk when {@link #write} returns, or was never done. */
interface Writer {
  /** What a request does. Whatever it throws takes back all that it did. It may be done anew from the start, so it touches nothing else. */
  interface Work<T> {
    T run(Statements sql) throws SQLException;
  }

  /**
   * Does {@code work} and returns once it is on disk. What the work throws comes back: a {@link StoreException} in place of an {@link
   * SQLException}, anything else as it is.
   */
  <T> T write(Work<T> work);

  /**
   * The same for who has time, and something to record that has happened already: it waits for its turn as long as half a minute, and is
   * not turned away because the disk is slow. Where others don't wait for it either, it is a write like any other.
   */
  <T> T record(Work<T> work);

  /** Why a write failed within {@code recently}; empty when none did. */
  Optional<StoreException> failedWithin(Duration recently);

  /** How many requests wait for their turn. */
  int waiting();

  /** Finishes what waits, then ends. */
  void end() throws InterruptedException;
}
