package dev.instead.store;

import dev.instead.desk.StoreException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last write that failed for the database's own reasons. A refusal of the work's own (somebody was quicker) is none. */
final class Failures {
  private volatile @Nullable Failure last;

  private record Failure(StoreException why, long nanos) {}

  StoreException remembered(StoreException why) {
    last = new Failure(why, System.nanoTime());
    return why;
  }

  Optional<StoreException> within(Duration recently) {
    Failure failure = last;
    return failure == null || System.nanoTime() - failure.nanos() > recently.toNanos()
        ? Optional.empty()
        : Optional.of(failure.why());
  }
}
