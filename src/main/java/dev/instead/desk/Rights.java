package dev.instead.desk;

import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.RuleId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a description is about somebody's right, and no conflict. */
final class Rights {
  private Rights() {}

  /** The protected topic that a text names, or that it is surely about without naming it. */
  static Optional<RuleId> in(Policy policy, Matcher matcher, String text, Locale language) {
    Set<RuleId> rights = policy.protectedTopics().stream()
        .map(ProtectedTopic::id)
        .collect(Collectors.toUnmodifiableSet());
    return matcher.named(policy, text).stream()
        .map(Matcher.Named::rule)
        .filter(rights::contains)
        .findFirst()
        .or(() -> sure(matcher.match(policy, text, language)).filter(rights::contains));
  }

  private static Optional<RuleId> sure(Matcher.Match match) {
    return match instanceof Matcher.Match.Sure sure ? Optional.of(sure.rule()) : Optional.empty();
  }
}
