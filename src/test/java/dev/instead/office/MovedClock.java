package dev.instead.office;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;

/** A clock that stands until it is moved. */
public final class MovedClock extends Clock {
  private final AtomicBoolean stumbles = new AtomicBoolean();
  private volatile Instant now;

  public MovedClock(Instant start) {
    now = start;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  public void set(Instant to) {
    now = to;
  }

  /** The next look at the clock fails, as anything may. */
  public void stumblesOnce() {
    stumbles.set(true);
  }

  public boolean hasStumbled() {
    return !stumbles.get();
  }

  @Override
  public Instant instant() {
    if (stumbles.compareAndSet(true, false)) {
      throw new IllegalStateException("the clock stumbled");
    }
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Zones are parameters here");
  }
}
