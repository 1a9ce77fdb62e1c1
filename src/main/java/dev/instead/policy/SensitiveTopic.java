package dev.instead.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Information that is risky to share, and why. Inactive ones are kept in the file but not applied. */
public record SensitiveTopic(
    RuleId id, LocalText topic, Map<Locale, List<String>> terms, Advice advice, boolean active) {
  public SensitiveTopic {
    terms = InOrder.copyOf(terms);
  }
}
