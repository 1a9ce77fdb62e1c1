package dev.instead.playground;

import java.time.Duration;
import java.time.Instant;

/** The clock by which the bot counts hours and deadlines; the page can move it. Signatures keep real time. */
public interface ProductClock {
  Instant now();

  /** How far it was moved. */
  Duration ahead();

  /** Moves the clock forward for good. */
  void advance(Duration by);
}
