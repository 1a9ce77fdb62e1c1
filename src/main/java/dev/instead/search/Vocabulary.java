package dev.instead.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;

/** The words of some texts, and which of them a typed one may mean. */
final class Vocabulary {
  private static final double SAME = 1;
  private static final double SAME_STEM = 0.9;
  private static final double BEGINNING = 0.7;
  private static final double WITHIN = 0.5;
  private static final double SLIP = 0.5;

  /** From so many letters on a word is looked for as a beginning also where it is a word of its own. */
  private static final int TELLING = 4;

  private static final int SHORTEST_FOR_SLIP = 4;
  private static final int SHORTEST_FOR_TWO = 7;

  private final Locale language;
  private final Map<String, Long> stems = new HashMap<>();

  Vocabulary(Collection<String> words, Locale language) {
    this.language = language;
    words.forEach(word -> stems.computeIfAbsent(word, w -> stem(w, language)));
  }

  /** Whether the language uses the word so often that it says nothing. */
  boolean isEmpty(String word) {
    return Terms.stems(word, language).length == 0;
  }

  /**
   * Which words are like a typed one, and how much, from 0 to 1. First its own forms and what begins with it; only where there are none,
   * what it stands in; only where there are none of those either, what it may be a slip for.
   */
  Map<String, Double> like(String typed) {
    long stem = stem(typed, language);
    Map<String, Double> own = those(typed, (word, its) -> alike(word, its, typed, stem));
    if (!own.isEmpty()) {
      return own;
    }
    Map<String, Double> within =
        those(typed, (word, its) -> typed.length() >= TELLING && word.contains(typed) ? WITHIN : 0);
    return within.isEmpty() ? those(typed, (word, its) -> slip(word, typed)) : within;
  }

  private Map<String, Double> those(String typed, ToDoubleBiFunction<String, Long> likeness) {
    Map<String, Double> found = new HashMap<>();
    stems.forEach((word, stem) -> {
      double alike = likeness.applyAsDouble(word, stem);
      if (alike > 0) {
        found.put(word, alike);
      }
    });
    // A short beginning stands for itself where it is a word: "car" is not "care".
    boolean isWord = found.values().stream().anyMatch(alike -> alike > BEGINNING);
    if (isWord && typed.length() < TELLING) {
      found.values().removeIf(alike -> alike <= BEGINNING);
    }
    return found;
  }

  private static double alike(String word, long its, String typed, long stem) {
    if (word.equals(typed)) {
      return SAME;
    }
    if (its != 0 && its == stem) {
      return SAME_STEM;
    }
    return typed.length() > 1 && word.startsWith(typed) ? BEGINNING : 0;
  }

  private static double slip(String word, String typed) {
    int shortest = Math.min(word.length(), typed.length());
    if (shortest < SHORTEST_FOR_SLIP || Math.abs(word.length() - typed.length()) > 2) {
      return 0;
    }
    boolean two = shortest >= SHORTEST_FOR_TWO && word.charAt(0) == typed.charAt(0);
    int slips = Spelling.slips(typed, word);
    return slips == 1 || (slips == 2 && two) ? SLIP / slips : 0;
  }

  private static long stem(String word, Locale language) {
    long[] stems = Terms.stems(word, language);
    return stems.length == 0 ? 0 : stems[0];
  }

  /** How much the best of some words is like a typed one. */
  static OptionalDouble best(List<Spot> words, Map<String, Double> like) {
    return words.stream()
        .filter(word -> like.containsKey(word.folded()))
        .mapToDouble(word -> like.getOrDefault(word.folded(), 0.0))
        .max();
  }
}
