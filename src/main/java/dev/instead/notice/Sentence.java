package dev.instead.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sentence whose arguments merely stand in it. Most do, and nearly everything that the bot says is made of them; plurals, quotes and
 * big numbers are left to ICU, which takes fifty times as long.
 *
 * @param texts what stands before, between and behind the arguments
 * @param names the arguments in their order
 */
record Sentence(List<String> texts, List<String> names) {
  private static final int SAME_IN_EVERY_LANGUAGE = 1_000;

  /** Empty when the pattern needs more than putting values in. */
  static Optional<Sentence> of(String pattern) {
    if (pattern.contains("''") || pattern.contains("'{") || pattern.contains("'}")) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int at = 0;
    int open = pattern.indexOf('{');
    while (open >= 0) {
      int close = pattern.indexOf('}', open);
      String name = pattern.substring(open + 1, Math.max(open + 1, close));
      if (!name.chars().allMatch(c -> Character.isLetter(c) || c == '_') || name.isEmpty()) {
        return Optional.empty();
      }
      texts.add(pattern.substring(at, open));
      names.add(name);
      at = close + 1;
      open = pattern.indexOf('{', at);
    }
    texts.add(pattern.substring(at));
    return Optional.of(new Sentence(texts, names));
  }

  /** The sentence with these values; null when one of them has to be formatted, or is missing. */
  @Nullable
  String with(Object... namesAndValues) {
    StringBuilder said = new StringBuilder(texts.get(0));
    for (int i = 0; i < names.size(); i++) {
      String value = value(names.get(i), namesAndValues);
      if (value == null) {
        return null;
      }
      said.append(value).append(texts.get(i + 1));
    }
    return said.toString();
  }

  private static @Nullable String value(String name, Object... namesAndValues) {
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      if (name.equals(namesAndValues[i])) {
        return written(namesAndValues[i + 1]);
      }
    }
    return null;
  }

  private static @Nullable String written(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      return number >= 0 && number < SAME_IN_EVERY_LANGUAGE ? Long.toString(number) : null;
    }
    boolean formatted = value instanceof Number || value instanceof java.util.Date;
    return formatted ? null : value.toString();
  }
}
