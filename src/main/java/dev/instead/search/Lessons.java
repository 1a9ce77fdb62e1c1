package dev.instead.search;

import java.util.ArrayList;
import java.util.List;

/** What is right, and what is not, as far as a policy's own questions and those that no policy answers can tell. */
final class Lessons {
  private static final double KNOWN = 0.75;
  private static final double UNCOVERED = 0.125;
  private static final double STRANGE = 0.125;

  private final List<double[]> known = new ArrayList<>();
  private final List<Boolean> right = new ArrayList<>();
  private final List<double[]> uncovered = new ArrayList<>();
  private final List<double[]> strange = new ArrayList<>();

  /**
   * One of the policy's questions.
   *
   * @param without its signs as if it weren't in the file, and {@code isRight} whether its entry was found then
   * @param withoutEntry its signs as if its whole entry weren't
   */
  void addKnown(double[] without, boolean isRight, double[] withoutEntry) {
    known.add(without);
    right.add(isRight);
    uncovered.add(withoutEntry);
  }

  /** One that no policy answers. */
  void addStrange(double[] signs) {
    strange.add(signs);
  }

  int size() {
    return known.size();
  }

  /**
   * @param wrong the share of the policy's questions that may be answered wrongly, by its own estimate
   * @param outside the share of those that no policy answers that may be answered all the same; 1 where something else guards against them
   */
  Caution caution(double wrong, double outside) {
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
    Logistic finds = Logistic.fit(findsIt);
    List<Double> sure = known.stream().map(finds::probability).toList();
    List<Double> foolish = strange.stream().map(finds::probability).toList();
    double enough = Math.max(Caution.enough(sure, wrong), Caution.reachedBy(foolish, outside));
    return new Caution(finds, Logistic.fit(hasIt), enough);
  }

  private static void addWrong(List<double[]> signs, double weight, List<Logistic.Seen> to) {
    signs.forEach(each -> to.add(new Logistic.Seen(each, false, weight / signs.size())));
  }
}
