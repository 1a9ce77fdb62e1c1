package dev.instead.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ranks entries by how near a question is to their examples in meaning: half by the nearest example, half by the middle of all, both seen
 * from the middle of the whole policy, where what all its questions have in common is gone; and a little by the letters that they share.
 */
final class MeaningIndex<I> {
  static double NEAREST = 0.5;
  static double MIDDLE = 0.5;
  static double LETTERS = 0.4;

  private final List<I> entries;
  private final List<Example> examples = new ArrayList<>();
  private final int[][] examplesOf;
  private final float[][] points;
  private final float[][] centred;
  private final float[] middle;
  private final GramIndex grams;
  private final Locale original;

  /** @param asked whether people asked it, rather than it being a title or a term */
  record Example(int entry, String text, Pivot.Read read, boolean asked) {}

  /** How near an entry is. */
  record Near<I>(I entry, int number, double score, double raw, double middle, double letters, int example) {}

  /** What is known of one text: how alike it is to each example. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seen(Pivot.Read read, float[] point, double[] raw, double[] centred, float[] letters) {}

  MeaningIndex(
      List<Phrases<I>> phrases,
      Pivot pivot,
      Locale original,
      Function<String, float[]> encode) {
    this.original = original;
    entries = phrases.stream().map(Phrases::entry).toList();
    List<List<Integer>> of = new ArrayList<>();
    for (int e = 0; e < entries.size(); e++) {
      of.add(new ArrayList<>());
      int entry = e;
      phrases.get(e).examples().forEach((language, texts) -> {
        for (int i = 0; i < texts.size(); i++) {
          // The title comes last.
          boolean question = phrases.get(entry).asked() && i < texts.size() - 1;
          of.get(entry).add(examples.size());
          examples.add(new Example(entry, texts.get(i), pivot.in(language, texts.get(i)), question));
        }
      });
    }
    examplesOf = of.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
    points = examples.stream().map(e -> encode.apply(e.read().text())).toArray(float[][]::new);
    middle = Points.mean(List.of(points));
    centred = Stream.of(points).map(this::centre).toArray(float[][]::new);
    grams = new GramIndex(
        examples.stream().map(e -> letters(e.read())).toList(),
        examples.stream().mapToInt(Example::entry).toArray(),
        entries.size());
  }

  List<Example> examples() {
    return examples;
  }

  Example example(int number) {
    return examples.get(number);
  }

  float[] point(int example) {
    return points[example];
  }

  /** Whether its entry has more in the same language, so that it can be found without this one. */
  boolean hasOthers(int example) {
    return group(examples.get(example).entry(), examples.get(example).read().language(), true, example).length > 0;
  }

  Seen see(Pivot.Read read, float[] point) {
    float[] own = centre(point);
    double[] raw = new double[points.length];
    double[] fromMiddle = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      raw[i] = Points.dot(point, points[i]);
      fromMiddle[i] = Points.dot(own, centred[i]);
    }
    return new Seen(read, point, raw, fromMiddle, grams.compare(letters(read)));
  }

  /** All entries, nearest first. */
  List<Near<I>> rank(Seen seen) {
    return rank(seen, -1, -1);
  }

  /**
   * As if an example, or a whole entry, weren't in the policy; -1 for none.
   */
  List<Near<I>> rank(Seen seen, int withoutExample, int withoutEntry) {
    List<Near<I>> near = new ArrayList<>();
    for (int e = 0; e < entries.size(); e++) {
      if (e != withoutEntry) {
        Near<I> one = near(seen, e, withoutExample);
        if (one != null) {
          near.add(one);
        }
      }
    }
    near.sort(Comparator.comparingDouble((Near<I> n) -> n.score()).reversed());
    return near;
  }

  private Near<I> near(Seen seen, int entry, int without) {
    boolean own = without >= 0 && examples.get(without).entry() == entry;
    int[] group = group(entry, seen.read().language(), own, without);
    if (group.length == 0) {
      return null;
    }
    int best = group[0];
    double sum = 0;
    double sumRaw = 0;
    double sumLetters = 0;
    for (int i : group) {
      sum += seen.centred()[i];
      sumRaw += seen.raw()[i];
      sumLetters += seen.letters()[i];
      if (seen.centred()[i] > seen.centred()[best]) {
        best = i;
      }
    }
    double raw = 0;
    for (int i : group) {
      raw = Math.max(raw, seen.raw()[i]);
    }
    double mid = sum / length(centred, group);
    double lettersMid = sumLetters / Math.sqrt(group.length);
    double score = NEAREST * seen.centred()[best] + MIDDLE * mid + LETTERS * lettersMid;
    return new Near<>(entries.get(entry), entry, score, raw, sumRaw / length(points, group), lettersMid, best);
  }

  /** Which of an entry's examples count for a text in some language: its own ones, for others also the original's. */
  private int[] group(int entry, Locale language, boolean ownOnly, int without) {
    int[] all = examplesOf[entry];
    int[] same = IntStream.of(all)
        .filter(i -> i != without && examples.get(i).read().language().getLanguage().equals(language.getLanguage()))
        .toArray();
    if (ownOnly) {
      return same;
    }
    if (same.length > 0 && language.getLanguage().equals(original.getLanguage())) {
      return same;
    }
    int[] both = IntStream.of(all)
        .filter(i -> i != without)
        .filter(i -> {
          String l = examples.get(i).read().language().getLanguage();
          return l.equals(language.getLanguage()) || l.equals("en");
        })
        .toArray();
    return both.length > 0 ? both : IntStream.of(all).filter(i -> i != without).toArray();
  }

  private final Map<String, Double> lengths = new HashMap<>();

  private double length(float[][] of, int[] group) {
    float[] sum = new float[of[0].length];
    for (int i : group) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += of[i][d];
      }
    }
    return Math.sqrt(Points.dot(sum, sum));
  }

  private float[] centre(float[] point) {
    return Points.unit(Points.minus(point, middle));
  }

  private static String letters(Pivot.Read read) {
    return read.text();
  }
}
