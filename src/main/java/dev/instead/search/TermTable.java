package dev.instead.search;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Terms by their 64-bit hash, in plain arrays: a text has a hundred terms, and this look-up is most of what suggesting a situation costs.
 * Two terms with one hash would count as one; among the thousands that a policy has, that is a chance of one in 10¹².
 */
final class TermTable<V> {
  private final long[] keys;
  private final @Nullable Object[] values;
  private final int mask;

  TermTable(Map<Long, V> terms) {
    int size = Integer.highestOneBit(Math.max(1, terms.size())) * 4;
    keys = new long[size];
    values = new Object[size];
    mask = size - 1;
    terms.forEach((term, value) -> {
      int at = slot(term);
      keys[at] = term;
      values[at] = value;
    });
  }

  /** What belongs to the term, if any. */
  @SuppressWarnings("unchecked") // only values of V were put in
  @Nullable
  V get(long term) {
    return (V) values[slot(term)];
  }

  /** The hash of the characters from {@code start} to {@code end}: FNV-1a over them, well mixed. */
  static long hash(CharSequence text, int start, int end) {
    long hash = 0xcbf29ce484222325L;
    for (int i = start; i < end; i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 29);
  }

  /** Sorted, each once. */
  static long[] distinct(long[] terms, int count) {
    long[] sorted = Arrays.copyOf(terms, count);
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private int slot(long term) {
    int at = (int) term & mask;
    while (values[at] != null && keys[at] != term) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
