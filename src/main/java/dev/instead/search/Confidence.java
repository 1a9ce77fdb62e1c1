package dev.instead.search;

import dev.instead.desk.Grounds;
import dev.instead.desk.Matcher.Match;
import dev.instead.policy.RuleId;
import dev.instead.search.PhraseIndex.Fit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When a fit is good enough to be said, in a policy with too few questions to learn it from. The numbers come from asking each of the example policy's questions with that question left
 * out, and some fifty about other things: no confident answer to the latter, as few wrong ones to the former as words alone allow.
 */
final class Confidence {
  private static final double SURE = 0.55;
  private static final double AHEAD = 0.15;
  private static final double POSSIBLE = 0.33;
  private static final double NEAR_COPY = 0.7;
  private static final double SITUATION = 0.35;
  private static final double SITUATION_AHEAD = 0.05;
  private static final int SUGGESTIONS = 3;

  private Confidence() {}

  /** @param oneWord whether the text is a single word: that names a subject and asks nothing, so it is never enough to be sure */
  static Match decide(List<Fit<RuleId>> fits, boolean oneWord) {
    if (!isPossible(fits)) {
      return new Match.Nothing();
    }
    if (!oneWord && fits.get(0).confidence() >= SURE && ahead(fits) >= AHEAD) {
      return new Match.Sure(fits.get(0).entry());
    }
    return choice(fits);
  }

  /** Whether the best fits well enough to be offered at all. */
  static boolean isPossible(List<Fit<RuleId>> fits) {
    return !fits.isEmpty() && fits.get(0).confidence() >= POSSIBLE;
  }

  /** Whether it is a question of the policy but for a slip or two; a policy's own questions, left out, never teach what that means. */
  static boolean isNearCopy(List<Fit<RuleId>> fits) {
    return fits.get(0).grams() >= NEAR_COPY && ahead(fits) >= AHEAD;
  }

  /** What is offered where nothing is sure. */
  static Match choice(List<Fit<RuleId>> fits) {
    // A choice has at least two; the third must be worth reading.
    List<RuleId> choice = IntStream.range(0, Math.min(SUGGESTIONS, fits.size()))
        .filter(i -> i < 2 || fits.get(i).confidence() >= POSSIBLE)
        .mapToObj(i -> fits.get(i).entry())
        .toList();
    return choice.size() < 2 ? new Match.Nothing() : new Match.Unsure(choice);
  }

  /** How well the best fits, how far ahead of the next it is, and what its fit is made of. */
  static double[] signs(List<Fit<RuleId>> fits) {
    if (fits.isEmpty()) {
      return new double[5];
    }
    Fit<RuleId> best = fits.get(0);
    return new double[] {best.confidence(), ahead(fits), best.words(), best.covered(), best.grams()
    };
  }

  /** What a decision rests on. The probability is no more than the fit itself: it orders questions, and promises nothing. */
  static Grounds grounds(List<Fit<RuleId>> fits, String read, String policyVersion) {
    List<RuleId> nearest = fits.stream().limit(SUGGESTIONS).map(Fit::entry).toList();
    double best = fits.isEmpty() ? 0 : fits.get(0).confidence();
    double margin = fits.isEmpty() ? 0 : ahead(fits);
    return new Grounds(
        Grounds.Method.LETTERS, nearest, "", best, margin, read, best, policyVersion);
  }

  /** The one that fits clearly, if any. */
  static <I> Optional<I> best(List<Fit<I>> fits) {
    boolean clear =
        !fits.isEmpty() && fits.get(0).confidence() >= SITUATION && ahead(fits) >= SITUATION_AHEAD;
    return clear ? Optional.of(fits.get(0).entry()) : Optional.empty();
  }

  private static <I> double ahead(List<Fit<I>> fits) {
    double second = fits.size() > 1 ? fits.get(1).confidence() : 0;
    return fits.get(0).confidence() - second;
  }
}
