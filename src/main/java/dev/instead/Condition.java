package dev.instead;

import dev.instead.desk.StoreException;
import dev.instead.store.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the bot can do its work, and if not, why. Where nobody has written for a while it writes something itself, so that a disk that
 * is full or read-only is known before somebody's report meets it, and known to be well again without one.
 */
final class Condition {
  /** For so long what was written by others is proof enough. */
  static final Duration QUIET = Duration.ofSeconds(10);

  private static final Duration LOOK = Duration.ofSeconds(2);

  /** A write has an end, well or not, in half the time, unless the disk or the server hangs. */
  private static final Duration HANGS = Duration.ofSeconds(5);

  private static final long RESTS = Long.MIN_VALUE;
  private static final Logger LOG = LoggerFactory.getLogger(Condition.class);

  private enum Phase {
    STARTING,
    OPEN,
    STOPPING
  }

  private final Database database;
  private final BooleanSupplier courierRuns;
  private final Duration quiet;
  private final AtomicLong trying = new AtomicLong(RESTS);
  private volatile Phase phase = Phase.STARTING;

  /** What the latest trial met. */
  private volatile Optional<String> failure = Optional.empty();

  Condition(Database database, BooleanSupplier courierRuns, Duration quiet) {
    this.database = database;
    this.courierRuns = courierRuns;
    this.quiet = quiet;
  }

  /** Looks after itself from now on. */
  void begin(Threads threads) {
    // A write may take its time, and the other timers must not wait for it.
    threads.every("condition", LOOK, () -> threads.aside("condition", this::look));
  }

  /** Requests are served from now on. */
  void opens() {
    phase = Phase.OPEN;
  }

  /** No new requests should come. */
  void stops() {
    phase = Phase.STOPPING;
  }

  /** Writes, when there is reason to; returns at once while an earlier trial goes on. */
  void look() {
    boolean doubtful = failure.isPresent() || !database.storedWithin(quiet);
    if (phase == Phase.STOPPING || !doubtful || !trying.compareAndSet(RESTS, System.nanoTime())) {
      return;
    }
    try {
      database.tryWriting();
      failure = Optional.empty();
    } catch (StoreException e) {
      if (failure.isEmpty()) {
        LOG.error(
            "Nothing can be stored, so this node says that it isn't ready: {}", e.getMessage());
      }
      failure = Optional.of(String.valueOf(e.getMessage()));
    } finally {
      trying.set(RESTS);
    }
  }

  /** In a sentence for operators; from memory, or within milliseconds. */
  Optional<String> whyNotReady() {
    return switch (phase) {
      case STARTING -> Optional.of("Instead is starting.");
      case STOPPING -> Optional.of("Instead is being stopped.");
      case OPEN -> whyNotWell();
    };
  }

  private Optional<String> whyNotWell() {
    if (!courierRuns.getAsBoolean()) {
      return Optional.of("The courier has stopped. Restart Instead; nothing is lost.");
    }
    long began = trying.get();
    if (began != RESTS && System.nanoTime() - began > HANGS.toNanos()) {
      return Optional.of(
          "The store does not answer. Check the disk, or the server of the database.");
    }
    return failure.or(database::whyUnusable);
  }
}
