package dev.instead.search;

import dev.instead.desk.Matcher.Match;
import dev.instead.policy.RuleId;
import dev.instead.search.PhraseIndex.Fit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** When a fit is good enough to be said. */
final class Confidence {
  static final double SURE = 0.55;
  static final double MARGIN = 0.08;
  static final double POSSIBLE = 0.33;
  static final double SITUATION = 0.35;
  private static final int SUGGESTIONS = 3;

  private Confidence() {}

  static Match decide(List<Fit<RuleId>> fits) {
    if (fits.isEmpty() || fits.get(0).confidence() < POSSIBLE) {
      return new Match.Nothing();
    }
    double best = fits.get(0).confidence();
    double second = fits.size() > 1 ? fits.get(1).confidence() : 0;
    if (best >= SURE && best - second >= MARGIN) {
      return new Match.Sure(fits.get(0).entry());
    }
    // A choice has at least two; the third must be worth reading.
    List<RuleId> choice = IntStream.range(0, Math.min(SUGGESTIONS, fits.size()))
        .filter(i -> i < 2 || fits.get(i).confidence() >= POSSIBLE)
        .mapToObj(i -> fits.get(i).entry())
        .toList();
    return choice.size() < 2 ? new Match.Nothing() : new Match.Unsure(choice);
  }

  static <I> Optional<I> best(List<Fit<I>> fits) {
    return fits.stream()
        .findFirst()
        .filter(fit -> fit.confidence() >= SITUATION)
        .map(Fit::entry);
  }
}
