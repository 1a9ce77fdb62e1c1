package dev.instead.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of a report or a question, in words for whoever looks after the policy.
 *
 * @param parts e.g. {@code team} and {@code social-care}, in the order in which they are said
 */
public record Outcome(Map<String, String> parts) {
  public Outcome {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** {@code team social-care, severity normal}. */
  @Override
  public String toString() {
    return parts.entrySet().stream()
        .map(part -> (part.getKey() + " " + part.getValue()).strip())
        .collect(Collectors.joining(", "));
  }
}
