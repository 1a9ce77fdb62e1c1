package dev.instead.playground;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The real clock, which the playground can move forward. Only the product goes by it; signatures keep real time. */
public final class SteppedClock extends Clock {
  private final Clock real;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  public SteppedClock(Clock real) {
    this.real = real;
  }

  public void advance(Duration by) {
    ahead.accumulateAndGet(by, Duration::plus);
  }

  public Duration ahead() {
    return Objects.requireNonNull(ahead.get());
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return real.withZone(zone);
  }
}
