package dev.instead.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An entry of a policy that another policy has otherwise.
 *
 * @param kind e.g. {@code answer}; {@code policy} for what stands at its head
 * @param id empty at the head
 * @param fields what differs, where both have it; a value that is missing is empty
 */
public record EntryChange(What what, String kind, String id, Map<String, Values> fields) {
  public EntryChange {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** What happened to it. */
  public enum What {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** Before and after. */
  public record Values(String before, String after) {}
}
