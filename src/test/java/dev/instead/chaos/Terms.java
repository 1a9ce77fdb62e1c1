package dev.instead.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** How long a run takes and which plan it follows: {@code -Dminutes=}, {@code -Dseed=}. */
final class Terms {
  private static final long USUAL_SEED = 20_261_122;
  private static final int HALF_A_MINUTE = 30;

  private static final int MINUTES = Integer.getInteger("minutes", 0);

  static final long SEED = seed();

  /** How many reports are written in a round at the most: fewer among the other tests, which have to end soon. */
  static final int REPORTS = MINUTES == 0 ? 40 : 120;

  /** A run that takes longer hangs. */
  static final Duration LONGEST = Duration.ofMinutes(20L + MINUTES);

  private Terms() {}

  /** When a run may end: one with a file and one with PostgreSQL share the time. Usually at once, after a few rounds. */
  static Instant until() {
    return Instant.now().plus(Duration.ofSeconds((long) MINUTES * HALF_A_MINUTE));
  }

  /** 0 stands for a plan that nobody has tried. */
  private static long seed() {
    long named = Long.getLong("seed", USUAL_SEED);
    return named == 0 ? new Random().nextInt(1_000_000_000) + 1L : named;
  }
}
