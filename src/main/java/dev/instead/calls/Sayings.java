package dev.instead.calls;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Says passing things to a platform, from a bounded executor. What it was too busy for, or what never reached it, is tried twice more;
 * what can't be said in time is left out and logged.
 */
public final class Sayings {
  /** When a platform doesn't say how long it wants to be left alone. */
  public static final Duration SOON = Duration.ofSeconds(1);

  private static final int ATTEMPTS = 3;
  private static final int MOST_LATER_ONES = 2_000;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Executor voices;
  private final Later later;
  private final LongSupplier nanos;
  private final Optional<Duration> tooLate;
  private final Logger log;
  private final Semaphore laterOnes = new Semaphore(MOST_LATER_ONES);

  /**
   * Nothing said yet.
   *
   * @param voices bounded; it may refuse work
   * @param tooLate after so long a wait for its turn something is not said any more; empty: never
   * @param log of the platform, so that its lines can be told from another's
   */
  public Sayings(
      Executor voices, Later later, LongSupplier nanos, Optional<Duration> tooLate, Logger log) {
    this.voices = voices;
    this.later = later;
    this.nanos = nanos;
    this.tooLate = tooLate;
    this.log = log;
  }

  /** One call to the platform. */
  public interface Call {
    /** Empty when it was said, or when there is no more to be done about it. */
    Optional<Failure> now();
  }

  /**
   * It was not said.
   *
   * @param reason for the log; no words of people
   * @param again how long until it may be tried again; empty when that is of no use
   */
  public record Failure(String reason, Optional<Duration> again) {
    /** It may have arrived, or never will. */
    public static Failure forGood(String reason) {
      return new Failure(reason, Optional.empty());
    }

    /** It surely did not arrive. */
    public static Failure forNow(String reason) {
      return new Failure(reason, Optional.of(SOON));
    }

    /** The platform was too busy. After more than ten seconds an answer is no answer any more. */
    public static Failure busy(String reason, Duration asked) {
      return new Failure(reason, Optional.of(asked.compareTo(LONGEST) < 0 ? asked : LONGEST));
    }
  }

  /** Says it soon. Never blocks, never throws. */
  public void say(String name, Call call) {
    say(name, call, 1);
  }

  private void say(String name, Call call, int attempt) {
    long since = nanos.getAsLong();
    try {
      voices.execute(() -> {
        if (isTooLate(since)) {
          log.warn("An answer ({}) was left out: it waited too long for its turn", name);
        } else {
          call.now().ifPresent(failure -> failed(name, call, attempt, failure));
        }
      });
    } catch (RejectedExecutionException full) {
      log.warn("An answer ({}) was left out: too many are waiting", name);
    }
  }

  private boolean isTooLate(long since) {
    return tooLate.filter(limit -> nanos.getAsLong() - since >= limit.toNanos()).isPresent();
  }

  private void failed(String name, Call call, int attempt, Failure failure) {
    Optional<Duration> wait = failure.again();
    if (wait.isEmpty() || attempt == ATTEMPTS || !laterOnes.tryAcquire()) {
      log.warn("An answer ({}) did not arrive: {}, attempt {}", name, failure.reason(), attempt);
      return;
    }
    log.info(
        "An answer ({}) is tried again in {}: {}, attempt {} of {}",
        name,
        wait.get(),
        failure.reason(),
        attempt,
        ATTEMPTS);
    // No voice sleeps meanwhile, so others are heard.
    later.after(wait.get(), () -> {
      laterOnes.release();
      say(name, call, attempt + 1);
    });
  }
}
