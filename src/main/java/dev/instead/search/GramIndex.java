package dev.instead.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many runs of letters texts share, each weighed by how rare it is among the entries. */
final class GramIndex {
  private final Map<Long, Double> weights = new HashMap<>();
  private final double unknown;
  private final TermTable<Having> having;
  private final int size;

  /** The texts that have a term, and how much it counts in each. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Having(int[] texts, float[] shares, double weight) {}

  /** @param entryOf which entry each text belongs to */
  GramIndex(List<String> texts, int[] entryOf, int entries) {
    size = texts.size();
    List<long[]> grams = texts.stream().map(text -> Terms.grams(text)).toList();
    Map<Long, Set<Integer>> entriesWith = new HashMap<>();
    Map<Long, List<Integer>> textsWith = new HashMap<>();
    for (int i = 0; i < size; i++) {
      for (long gram : grams.get(i)) {
        entriesWith.computeIfAbsent(gram, g -> new HashSet<>()).add(entryOf[i]);
        textsWith.computeIfAbsent(gram, g -> new ArrayList<>()).add(i);
      }
    }
    entriesWith.forEach((gram, with) -> weights.put(gram, weight(with.size(), entries)));
    unknown = weight(0, entries);
    double[] lengths = grams.stream().mapToDouble(this::length).toArray();
    Map<Long, Having> all = new HashMap<>();
    textsWith.forEach((gram, with) -> all.put(gram, having(gram, with, lengths)));
    having = new TermTable<>(all);
    weights.clear();
  }

  /** The cosine of a text with each text of the index. */
  float[] compare(String text) {
    float[] alike = new float[size];
    double squares = 0;
    for (long gram : Terms.grams(text)) {
      Having found = having.get(gram);
      double weight = found == null ? unknown : found.weight();
      squares += weight * weight;
      if (found != null) {
        for (int i = 0; i < found.texts().length; i++) {
          alike[found.texts()[i]] += (float) (found.shares()[i] * weight);
        }
      }
    }
    double length = Math.sqrt(squares);
    for (int i = 0; length > 0 && i < size; i++) {
      alike[i] /= (float) length;
    }
    return alike;
  }

  private Having having(long gram, List<Integer> with, double[] lengths) {
    double weight = weights.getOrDefault(gram, unknown);
    int[] texts = with.stream().mapToInt(Integer::intValue).toArray();
    float[] shares = new float[texts.length];
    for (int i = 0; i < texts.length; i++) {
      shares[i] = (float) (weight / lengths[texts[i]]);
    }
    return new Having(texts, shares, weight);
  }

  private double length(long[] grams) {
    double squares = 0;
    for (long gram : grams) {
      double weight = weights.getOrDefault(gram, unknown);
      squares += weight * weight;
    }
    return Math.sqrt(squares);
  }

  private static double weight(int entriesWith, int entries) {
    return Math.log(1 + entries / (entriesWith + 0.5));
  }
}
