package dev.instead.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What became of many questions. */
final class Tally {
  private int asked;
  private int first;
  private int amongThree;
  private int right;
  private int wrong;
  private int offered;
  private int offeredRight;
  private int strangers;
  private int strangersAnswered;
  private int strangersOffered;
  private final List<Double> near = new ArrayList<>();
  private final List<Double> strange = new ArrayList<>();

  /** A question that one of {@code gold} answers; without any, one that nothing answers. */
  void add(Set<String> gold, Judge.Verdict<String> verdict) {
    double raw = verdict.near().isEmpty() ? 0 : verdict.near().get(0).raw();
    if (gold.isEmpty()) {
      strangers++;
      strange.add(raw);
      strangersAnswered += verdict.outcome() == Judge.Outcome.ANSWER ? 1 : 0;
      strangersOffered += verdict.outcome() == Judge.Outcome.SUGGEST ? 1 : 0;
      return;
    }
    asked++;
    near.add(raw);
    boolean isFirst = gold.contains(verdict.near().get(0).entry());
    boolean isAmong = verdict.near().stream().limit(3).anyMatch(n -> gold.contains(n.entry()));
    first += isFirst ? 1 : 0;
    amongThree += isAmong ? 1 : 0;
    if (verdict.outcome() == Judge.Outcome.ANSWER) {
      right += isFirst ? 1 : 0;
      wrong += isFirst ? 0 : 1;
    } else if (verdict.outcome() == Judge.Outcome.SUGGEST) {
      offered++;
      offeredRight += isAmong ? 1 : 0;
    }
  }

  /** One row of the table of public sets. */
  String row(String name, String before) {
    return "| %s | %.1f | %.1f | %s | %s | %.1f / %.1f / %.1f, %.1f / %.1f | %s |\n"
        .formatted(
            name,
            share(first),
            share(amongThree),
            strange.isEmpty() ? "–" : number(100 * auroc()),
            before,
            share(right),
            share(wrong),
            share(offered),
            share(offeredRight),
            share(asked - right - wrong - offered),
            outside());
  }

  /** The rows of one language of the unseen questions, each with its interval. */
  String intervals(String language) {
    return "| %s, %d | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            language,
            asked,
            interval(first, asked),
            interval(amongThree, asked),
            interval(right, asked),
            interval(wrong, asked),
            interval(right + offeredRight, asked),
            strangers == 0 ? "–" : interval(strangersAnswered, strangers) + " of " + strangers);
  }

  private String outside() {
    return strangers == 0
        ? "–"
        : "%.1f / %.1f / %.1f"
            .formatted(
                100.0 * strangersAnswered / strangers,
                100.0 * strangersOffered / strangers,
                100.0 * (strangers - strangersAnswered - strangersOffered) / strangers);
  }

  private double share(int count) {
    return 100.0 * count / Math.max(1, asked);
  }

  private double auroc() {
    double[] sorted = near.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double above = 0;
    for (double each : strange) {
      int at = Arrays.binarySearch(sorted, each);
      above += sorted.length - (at < 0 ? -at - 1 : at);
    }
    return above / ((double) sorted.length * strange.size());
  }

  /** Wilson's 95 % interval. */
  static String interval(int count, int of) {
    if (of == 0) {
      return "–";
    }
    double z = 1.96;
    double share = (double) count / Math.max(1, of);
    double middle = share + z * z / (2 * of);
    double half = z * Math.sqrt(share * (1 - share) / of + z * z / (4.0 * of * of));
    double scale = 1 + z * z / of;
    return "%s (%s–%s)"
        .formatted(
            number(100 * share),
            number(Math.max(0, 100 * (middle - half) / scale)),
            number(Math.min(100, 100 * (middle + half) / scale)));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
