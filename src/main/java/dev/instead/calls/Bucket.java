package dev.instead.calls;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Calls that may still be made this minute; it never waits. */
public final class Bucket {
  private final long nanosPerCall;
  private final long full;
  private final LongSupplier nanos;
  private long credit;
  private long last;

  /**
   * A full bucket.
   *
   * @param nanos a clock that only goes forward, as {@link System#nanoTime}
   */
  public Bucket(int perMinute, LongSupplier nanos) {
    this.nanosPerCall = TimeUnit.MINUTES.toNanos(1) / perMinute;
    this.full = nanosPerCall * perMinute;
    this.nanos = nanos;
    this.credit = full;
    this.last = nanos.getAsLong();
  }

  /** Whether one more call may be made now. */
  public synchronized boolean take() {
    long now = nanos.getAsLong();
    credit = Math.min(full, credit + (now - last));
    last = now;
    if (credit < nanosPerCall) {
      return false;
    }
    credit -= nanosPerCall;
    return true;
  }
}
