package dev.instead.store;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a moment that the database is away. A request that needs it three times would wait three times, longer than the platforms
 * do; so only one in each moment finds out, and the others hear it at once.
 */
final class Outage {
  private static final Duration MOMENT = Duration.ofMillis(700);

  private volatile @Nullable Noticed last;

  private record Noticed(SQLException why, long nanos) {}

  void noticed(SQLException why) {
    last = new Noticed(why, System.nanoTime());
  }

  void check() throws SQLException {
    Noticed noticed = last;
    if (noticed != null && System.nanoTime() - noticed.nanos() < MOMENT.toNanos()) {
      throw new SQLException("away a moment ago", noticed.why());
    }
  }
}
