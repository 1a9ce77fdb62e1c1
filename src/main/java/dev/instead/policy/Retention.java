package dev.instead.policy;

import java.time.Duration;

/**
 * How long people and their words are kept once a thing is over; what happened, when and how it ended is kept for ever.
 *
 * @param reports of reports, counted from the end of their case
 * @param questions of questions to the policy team, counted from their answer
 * @param proposals of proposals for the policy file that were applied or dropped
 */
public record Retention(Duration reports, Duration questions, Duration proposals) {
  public static final Retention USUAL =
      new Retention(Duration.ofDays(365), Duration.ofDays(90), Duration.ofDays(365));
}
