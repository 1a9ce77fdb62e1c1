package dev.instead.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which answers were shown and why, so that a wrong one can be traced to the example that led to it. Nobody's name and nobody's words: of a
 * question only those words are kept that the policy's own example has as well.
 */
public interface AnswerLog {
  /** One question, answered or not. */
  record Shown(Outcome outcome, Grounds grounds, List<String> shared) {
    /** What a match shows. */
    static Shown of(Matcher.Weighed weighed) {
      Matcher.Match match = weighed.match();
      Outcome outcome = match instanceof Matcher.Match.Sure
          ? Outcome.ANSWER
          : match instanceof Matcher.Match.Unsure ? Outcome.SUGGEST : Outcome.NONE;
      return new Shown(outcome, weighed.grounds(), shared(weighed.grounds()));
    }

    /** The words of the question that the example has too. */
    public static List<String> shared(Grounds grounds) {
      Set<String> known = new HashSet<>(words(grounds.example()));
      return words(grounds.read()).stream().filter(known::contains).distinct().toList();
    }

    private static List<String> words(String text) {
      return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
          .filter(word -> !word.isEmpty())
          .toList();
    }
  }

  /** What the asker was shown. */
  enum Outcome {
    ANSWER("answer"),
    SUGGEST("suggest"),
    NONE("none");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    /** As it is stored. */
    public String code() {
      return code;
    }
  }

  /** Keeps it; throws {@link StoreException} when the store can't be used. */
  void keep(Shown shown);
}
