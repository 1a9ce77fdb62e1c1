package dev.instead.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What holds on people's own accounts. */
public record PersonalAccountRule(
    RuleId id, LocalText topic, Map<Locale, List<String>> questions, Advice advice) {
  public PersonalAccountRule {
    questions = InOrder.copyOf(questions);
  }
}
