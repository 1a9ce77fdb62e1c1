package dev.instead.config;

import dev.instead.policy.Policy;
import java.time.LocalDate;

/** Finds what a policy file says in the right form and yet can't mean. */
final class PolicyLint {
  /**
   * Notes everything it finds.
   *
   * @param policy as far as it could be read
   * @param today decides which review dates are past
   */
  static void check(Policy policy, LocalDate today, Problems problems) {
    ReferenceLint.check(policy, problems);
    IdLint.check(policy, problems);
    ReachLint.check(policy, problems);
    ShadowLint.check(policy, problems);
    CareLint.check(policy, today, problems);
  }

  private PolicyLint() {}
}
