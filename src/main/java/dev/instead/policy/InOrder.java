package dev.instead.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies that stay as they are and keep the file's order, which {@link Map#copyOf} does not. */
final class InOrder {
  static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private InOrder() {}
}
