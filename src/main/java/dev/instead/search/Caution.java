package dev.instead.search;

import java.util.Comparator;
import java.util.List;

/**
 * When a ranking is good enough to be said.
 *
 * @param right how likely the first is right
 * @param covered how likely the policy has anything to say at all
 * @param enough how likely the first must be right to be answered
 */
record Caution(Logistic right, Logistic covered, double enough) {
  private static final double LEAST = 0.5;
  private static final double MOST = 0.9;

  /**
   * The lowest probability from which on so few questions would be answered wrongly. A policy whose entries are easily told apart may
   * answer more readily than one whose entries are alike.
   *
   * @param sure how likely each of the policy's questions finds its entry
   * @param wrong the share of them that may be answered wrongly
   */
  static double enough(List<Double> sure, double wrong) {
    double expected = 0;
    double lowest = MOST;
    for (double each : sure.stream().sorted(Comparator.reverseOrder()).toList()) {
      expected += (1 - each) / sure.size();
      if (expected > wrong) {
        break;
      }
      lowest = each;
    }
    return Math.max(LEAST, Math.min(MOST, lowest));
  }

  /** What no more than a share of them reach. */
  static double reachedBy(List<Double> probabilities, double share) {
    return probabilities.stream()
        .sorted(Comparator.reverseOrder())
        .skip((long) (share * probabilities.size()))
        .findFirst()
        .map(Math::nextUp)
        .orElse(0.0);
  }
}
