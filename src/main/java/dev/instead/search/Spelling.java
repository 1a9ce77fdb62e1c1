package dev.instead.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the word that a mistyped one was to be: one slip away among all words, two among those that the policy or many people use. */
final class Spelling {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final int SHORTEST = 4;
  private static final int SHORTEST_FOR_TWO = 6;

  /** A word that the policy uses is preferred to one a thousand times as common. */
  private static final double POLICY = 3;

  private static final double OTHER_INITIAL = 2;
  private static final int RARE = 40_000;

  private final WordSet dictionary;
  private final Map<String, Integer> common;
  private final Set<String> policy;
  private final Map<Character, List<String>> byInitial = new HashMap<>();

  /**
   * @param common words by their rank, the most common first
   * @param policy the words of the policy, which are right whatever a dictionary says
   */
  Spelling(WordSet dictionary, Map<String, Integer> common, Set<String> policy) {
    this.dictionary = dictionary;
    this.common = common;
    this.policy = policy;
    common.keySet().forEach(this::addByInitial);
    policy.stream().filter(word -> !common.containsKey(word)).forEach(this::addByInitial);
  }

  boolean knows(String word) {
    return policy.contains(word) || dictionary.has(word) || common.containsKey(word);
  }

  /** The likeliest correction of an unknown word, if any. */
  Optional<String> correct(String word) {
    if (word.length() < SHORTEST || !isPlain(word)) {
      return Optional.empty();
    }
    String calm = word.replaceAll("(.)\\1{2,}", "$1$1");
    String calmer = word.replaceAll("(.)\\1+", "$1");
    if (!calm.equals(word) && knows(calm)) {
      return Optional.of(calm);
    }
    if (!calm.equals(word) && knows(calmer)) {
      return Optional.of(calmer);
    }
    Optional<String> near = best(word, oneSlipFrom(calm));
    return near.isPresent() || word.length() < SHORTEST_FOR_TWO
        ? near
        : best(word, twoSlipsFrom(calm));
  }

  private Optional<String> best(String word, List<String> candidates) {
    String best = null;
    double least = Double.MAX_VALUE;
    for (String candidate : candidates) {
      double cost = Math.log(common.getOrDefault(candidate, RARE))
          - (policy.contains(candidate) ? POLICY : 0)
          + (candidate.charAt(0) == word.charAt(0) ? 0 : OTHER_INITIAL);
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private List<String> oneSlipFrom(String word) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i <= word.length(); i++) {
      String head = word.substring(0, i);
      String tail = word.substring(i);
      if (tail.length() > 0) {
        addKnown(head + tail.substring(1), found);
      }
      if (tail.length() > 1) {
        addKnown(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2), found);
      }
      for (int c = 0; c < LETTERS.length(); c++) {
        addKnown(head + LETTERS.charAt(c) + tail, found);
        if (tail.length() > 0) {
          addKnown(head + LETTERS.charAt(c) + tail.substring(1), found);
        }
      }
    }
    return found;
  }

  private void addKnown(String candidate, List<String> found) {
    if (candidate.length() > 2 && knows(candidate)) {
      found.add(candidate);
    }
  }

  private List<String> twoSlipsFrom(String word) {
    return byInitial.getOrDefault(word.charAt(0), List.of()).stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= 2
            && candidate.length() >= SHORTEST_FOR_TWO - 1
            && slips(word, candidate) <= 2)
        .toList();
  }

  private void addByInitial(String word) {
    if (!word.isEmpty()) {
      byInitial.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(word);
    }
  }

  private static boolean isPlain(String word) {
    return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** Letters added, left out, mistaken or swapped with their neighbour. */
  static int slips(String one, String other) {
    int[][] least = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        least[i][j] =
            Math.min(least[i - 1][j - 1] + same, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
        }
      }
    }
    return least[one.length()][other.length()];
  }
}
