package dev.instead.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What holds on people's own accounts.
 *
 * @param byAccount what holds instead on one kind of account; empty where it doesn't matter
 */
public record PersonalAccountRule(
    RuleId id,
    LocalText topic,
    Map<Locale, List<String>> questions,
    Advice advice,
    Map<Account, AccountRule> byAccount) {
  public PersonalAccountRule {
    questions = InOrder.copyOf(questions);
    byAccount = InOrder.copyOf(byAccount);
  }
}
