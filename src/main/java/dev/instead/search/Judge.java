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
 * (its entry should be found), and again as if its whole entry weren't (nothing should be); and so are the questions that ship with the
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

  // A wrong answer is worse than none. Words glossed one by one mislead more easily than a
  // sentence.
  private static final double RIGHT_IN_ENGLISH = 0.55;
  private static final double RIGHT_ELSEWHERE = 0.6;
  private static final double COVERED = 0.5;
  private static final double COVERED_TO_SUGGEST = 0.4;

  /** By how much a stranger may be nearer than the policy, and entries are suggested all the same. */
  private static final double STRANGER_AHEAD = 0.05;

  private static final double KNOWN = 0.75;
  private static final double UNCOVERED = 0.125;
  private static final double STRANGE = 0.125;

  /** Fewer questions than this in one language teach too little: all languages are taken together. */
  private static final int ENOUGH = 20;

  private final MeaningIndex<I> index;
  private final List<Stranger> strangers;
  private final Map<String, Models> models = new HashMap<>();
  private final Models together;

  private record Models(Logistic right, Logistic covered) {}

  Judge(MeaningIndex<I> index, List<Stranger> strangers) {
    this.index = index;
    this.strangers = strangers;
    Map<String, Lessons> lessons = new HashMap<>();
    Lessons all = new Lessons();
    for (int i = 0; i < index.examples().size(); i++) {
      Example example = index.example(i);
      if (example.asked() && index.hasOthers(i)) {
        learn(i, example, List.of(all, of(example.read().language(), lessons)));
      }
    }
    for (Stranger stranger : strangers) {
      double[] signs = signs(index.rank(index.see(stranger.read(), stranger.point())));
      all.strange.add(signs);
      of(stranger.language(), lessons).strange.add(signs);
    }
    together = all.models();
    lessons.forEach((language, own) -> {
      if (own.known.size() >= ENOUGH) {
        models.put(language, own.models());
      }
    });
  }

  /** What to do with a question. */
  Verdict<I> judge(Seen seen) {
    List<Near<I>> near = index.rank(seen);
    if (near.isEmpty()) {
      return new Verdict<>(Outcome.NONE, near, 0, 0);
    }
    String language = seen.read().language().getLanguage();
    Models own = models.getOrDefault(language, together);
    double right = own.right().probability(signs(near));
    double covered = own.covered().probability(signs(near));
    double ahead = near.get(0).raw() - nearestStranger(seen.point());
    double enough = language.equals("en") ? RIGHT_IN_ENGLISH : RIGHT_ELSEWHERE;
    boolean sure = ahead >= 0 && right >= enough && covered >= COVERED;
    boolean possible = ahead >= -STRANGER_AHEAD && covered >= COVERED_TO_SUGGEST;
    Outcome outcome = sure ? Outcome.ANSWER : possible ? Outcome.SUGGEST : Outcome.NONE;
    return new Verdict<>(outcome, near, right, covered);
  }

  private void learn(int number, Example example, List<Lessons> lessons) {
    Seen seen = index.see(example.read(), index.point(number));
    List<Near<I>> without = index.rank(seen, number, -1);
    boolean right = without.get(0).number() == example.entry();
    double[] known = signs(without);
    double[] uncovered = signs(index.rank(seen, -1, example.entry()));
    for (Lessons each : lessons) {
      each.known.add(known);
      each.right.add(right);
      each.uncovered.add(uncovered);
    }
  }

  /** How near the best is, and how far ahead of the next. */
  private static <I> double[] signs(List<Near<I>> near) {
    if (near.isEmpty()) {
      return new double[2];
    }
    double next = near.size() > 1 ? near.get(1).score() : 0;
    return new double[] {near.get(0).raw(), near.get(0).score() - next};
  }

  private double nearestStranger(float[] point) {
    return strangers.stream()
        .mapToDouble(stranger -> Points.dot(point, stranger.point()))
        .max()
        .orElse(-1);
  }

  private static Lessons of(Locale language, Map<String, Lessons> lessons) {
    return lessons.computeIfAbsent(language.getLanguage(), l -> new Lessons());
  }

  /** What is right, and what is not, as far as the policy itself can tell. */
  private static final class Lessons {
    private final List<double[]> known = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<double[]> uncovered = new ArrayList<>();
    private final List<double[]> strange = new ArrayList<>();

    Models models() {
      List<Logistic.Seen> findsIt = new ArrayList<>();
      List<Logistic.Seen> hasIt = new ArrayList<>();
      for (int i = 0; i < known.size(); i++) {
        double weight = KNOWN / known.size();
        findsIt.add(new Logistic.Seen(known.get(i), right.get(i), weight));
        hasIt.add(new Logistic.Seen(known.get(i), true, weight));
      }
      for (List<Logistic.Seen> one : List.of(findsIt, hasIt)) {
        addWrong(uncovered, UNCOVERED, one);
        addWrong(strange, STRANGE, one);
      }
      return new Models(Logistic.fit(findsIt), Logistic.fit(hasIt));
    }

    private static void addWrong(List<double[]> signs, double weight, List<Logistic.Seen> to) {
      signs.forEach(each -> to.add(new Logistic.Seen(each, false, weight / signs.size())));
    }
  }
}
