package dev.instead.search;

import dev.instead.search.MeaningIndex.Example;
import dev.instead.search.MeaningIndex.Near;
import dev.instead.search.MeaningIndex.Seen;
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

  // The share of the policy's own questions that may be answered wrongly, as it estimates. It
  // overrates it: each question is asked with
  // one example less than there will be. What comes of it is in docs/answers.md. Words glossed one
  // by one mislead more easily than a
  // sentence.
  private static final double WRONG_IN_ENGLISH = 0.04;
  private static final double WRONG_ELSEWHERE = 0.03;
  private static final double COVERED = 0.5;
  private static final double COVERED_TO_SUGGEST = 0.3;

  /** By how much a stranger may be nearer than the policy, and entries are suggested all the same. */
  private static final double STRANGER_AHEAD = 0.08;

  /** Fewer questions than this in one language teach too little: all languages are taken together. */
  private static final int ENOUGH = 20;

  private final MeaningIndex<I> index;
  private final List<Stranger> strangers;
  private final Map<String, Caution> cautions = new HashMap<>();
  private final Caution together;

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
      all.addStrange(signs);
      of(stranger.language(), lessons).addStrange(signs);
    }
    together = all.caution(WRONG_ELSEWHERE, 1);
    lessons.forEach((language, own) -> {
      if (own.size() >= ENOUGH) {
        cautions.put(
            language, own.caution(language.equals("en") ? WRONG_IN_ENGLISH : WRONG_ELSEWHERE, 1));
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
    Caution own = cautions.getOrDefault(language, together);
    double right = own.right().probability(signs(near));
    double covered = own.covered().probability(signs(near));
    double ahead = near.get(0).raw() - nearestStranger(seen.point());
    boolean sure = ahead >= 0 && right >= own.enough() && covered >= COVERED;
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
    lessons.forEach(each -> each.addKnown(known, right, uncovered));
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
}
