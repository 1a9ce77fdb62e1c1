package dev.instead.search;

import dev.instead.search.MeaningIndex.Example;
import dev.instead.search.MeaningIndex.Near;
import dev.instead.search.MeaningIndex.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * When a ranking is good enough to be said, learned from the policy itself. Each of its questions is asked as if it weren't in the file
 * (the entry should be found), and again as if its whole entry weren't (nothing should be); and so are the questions that ship with the
 * program and that no policy answers.
 */
final class Judge<I> {
  enum Outcome {
    ANSWER,
    SUGGEST,
    NONE
  }

  /** @param right the probability that the first is right; {@code covered}, that the policy has anything to say at all */
  record Verdict<I>(Outcome outcome, List<Near<I>> near, double right, double covered) {}

  /** A text that no policy answers. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Stranger(Locale language, Pivot.Read read, float[] point) {}

  /** What it takes to answer, and to suggest, by the language of the question. */
  record Bar(double right, double covered, double suggest) {}

  static Bar EN = new Bar(0.5, 0.5, 0.25);
  static Bar OTHER = new Bar(0.6, 0.5, 0.25);

  private static final double WEIGHT_KNOWN = 0.75;
  private static final double WEIGHT_NEAR = 0.125;
  private static final double WEIGHT_FAR = 0.125;

  /** Fewer questions than this in one language teach too little: all are taken together. */
  private static final int ENOUGH = 20;

  private final MeaningIndex<I> index;
  private final List<Stranger> strangers;
  private final Map<String, Models> models = new HashMap<>();
  private final Models all;

  private record Models(Logistic right, Logistic covered) {}

  Judge(MeaningIndex<I> index, List<Stranger> strangers) {
    this.index = index;
    this.strangers = strangers;
    Map<String, Lessons> lessons = new HashMap<>();
    Lessons together = new Lessons();
    for (int i = 0; i < index.examples().size(); i++) {
      Example example = index.example(i);
      if (example.asked() && index.hasOthers(i)) {
        learn(i, example, lessons.computeIfAbsent(example.read().language().getLanguage(), l -> new Lessons()), together);
      }
    }
    for (Stranger stranger : strangers) {
      Seen seen = index.see(stranger.read(), stranger.point());
      double[] signs = signs(seen, index.rank(seen), stranger);
      together.far.add(signs);
      lessons.computeIfAbsent(stranger.language().getLanguage(), l -> new Lessons()).far.add(signs);
    }
    all = together.models();
    lessons.forEach((language, some) -> {
      if (some.known.size() >= ENOUGH) {
        models.put(language, some.models());
      }
    });
  }

  /** What is right, and what is not, as far as the policy itself can tell. */
  private static final class Lessons {
    final List<double[]> known = new ArrayList<>();
    final List<Boolean> right = new ArrayList<>();
    final List<double[]> near = new ArrayList<>();
    final List<double[]> far = new ArrayList<>();

    Models models() {
      List<Logistic.Seen> rightOnes = new ArrayList<>();
      List<Logistic.Seen> covered = new ArrayList<>();
      for (int i = 0; i < known.size(); i++) {
        double weight = WEIGHT_KNOWN / known.size();
        rightOnes.add(new Logistic.Seen(known.get(i), right.get(i), weight));
        covered.add(new Logistic.Seen(known.get(i), true, weight));
      }
      add(near, WEIGHT_NEAR, rightOnes, covered);
      add(far, WEIGHT_FAR, rightOnes, covered);
      return new Models(Logistic.fit(rightOnes), Logistic.fit(covered));
    }

    private static void add(List<double[]> signs, double weight, List<Logistic.Seen> one, List<Logistic.Seen> other) {
      for (double[] each : signs) {
        Logistic.Seen seen = new Logistic.Seen(each, false, weight / signs.size());
        one.add(seen);
        other.add(seen);
      }
    }
  }

  private void learn(int number, Example example, Lessons own, Lessons together) {
    Seen seen = index.see(example.read(), index.point(number));
    List<Near<I>> without = index.rank(seen, number, -1);
    double[] known = signs(seen, without, null);
    boolean right = without.get(0).number() == example.entry();
    double[] near = signs(seen, index.rank(seen, -1, example.entry()), null);
    for (Lessons lessons : List.of(own, together)) {
      lessons.known.add(known);
      lessons.right.add(right);
      lessons.near.add(near);
    }
  }

  Verdict<I> judge(Seen seen) {
    List<Near<I>> near = index.rank(seen);
    double[] signs = signs(seen, near, null);
    String language = seen.read().language().getLanguage();
    Models own = models.getOrDefault(language, all);
    double right = own.right().probability(signs);
    double covered = own.covered().probability(signs);
    Bar bar = language.equals("en") ? EN : OTHER;
    boolean stranger = signs[2] < 0;
    Outcome outcome = !stranger && right >= bar.right() && covered >= bar.covered()
        ? Outcome.ANSWER
        : covered >= bar.suggest() ? Outcome.SUGGEST : Outcome.NONE;
    return new Verdict<>(outcome, near, right, covered);
  }

  /** How near the best is, how far ahead of the next, and how much nearer than anything that no policy answers. */
  private double[] signs(Seen seen, List<Near<I>> near, Stranger self) {
    double nearest = 0;
    for (Stranger stranger : strangers) {
      if (stranger != self) {
        nearest = Math.max(nearest, Points.dot(seen.point(), stranger.point()));
      }
    }
    if (near.isEmpty()) {
      return new double[] {0, 0, -nearest};
    }
    double ahead = near.get(0).score() - (near.size() > 1 ? near.get(1).score() : 0);
    return new double[] {near.get(0).raw(), ahead, near.get(0).raw() - nearest};
  }
}
