package dev.instead.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A right of staff that no rule may touch: pay, working conditions, union matters, whistle-blowing.
 *
 * @param text says that the policy does not restrict it
 * @param help who helps with it
 */
public record ProtectedTopic(
    RuleId id,
    LocalText topic,
    Map<Locale, List<String>> terms,
    LocalText text,
    LocalText help,
    List<ResourceId> resources) {
  public ProtectedTopic {
    terms = InOrder.copyOf(terms);
    resources = List.copyOf(resources);
  }
}
