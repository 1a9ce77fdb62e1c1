package dev.instead.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that somebody probably meant. */
final class Nearest {
  /** {@code Did you mean "title"?}, or {@code otherwise} when nothing known is near. */
  static String hint(String typed, Collection<String> known, String otherwise) {
    return to(typed, known).map(word -> "Did you mean \"" + word + "\"?").orElse(otherwise);
  }

  private static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .filter(word -> 2 * distance(typed, word) < word.length())
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  /** Letters to add, drop or change to get from one word to the other (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  private Nearest() {}
}
