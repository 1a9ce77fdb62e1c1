package dev.instead.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ranks entries by how near a question is to them in meaning: to the nearest of their examples and to the middle of all of them, both seen
 * from the middle of the whole policy, where what all its questions have in common is gone; to what the entry itself says; and a little by
 * the runs of letters that they share. The weights were found on public sets, and on the example policy with questions held out.
 */
final class MeaningIndex<I> {
  private static final double NEAREST = 0.5;
  private static final double MIDDLE = 0.5;
  private static final double LETTERS = 0.4;
  private static final double GIST = 0.8;
  private static final double GIST_LETTERS = 0.6;

  /** How much the nearest example in another language adds to a question in the policy's own. */
  private static final double OTHERS = 0.3;

  private final List<I> entries;
  private final List<Example> examples;
  private final int[][] examplesOf;
  private final float[][] points;
  private final float[][] centred;
  private final float[] middle;
  private final GramIndex grams;
  private final float[][] shared;
  private final Gists gists;
  private final Locale original;

  /**
   * One text that stands for an entry.
   *
   * @param asked whether people ask it, rather than it being a title or a term
   */
  record Example(int entry, String text, Pivot.Read read, boolean asked) {}

  /**
   * How near an entry is.
   *
   * @param number the entry's place in the policy
   * @param raw the cosine with its nearest example: comparable between questions, which the score is not
   * @param example the nearest one
   */
  record Near<I>(I entry, int number, double score, double raw, int example) {}

  /** A text, and how alike it is to each example and to what each entry says. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seen(
      Pivot.Read read,
      float[] point,
      double[] raw,
      double[] centred,
      float[] letters,
      double[] gists,
      float[] gistLetters) {}

  /** @param original the policy's first language */
  MeaningIndex(
      List<Phrases<I>> phrases, Pivot pivot, Locale original, Function<String, float[]> encode) {
    this.original = original;
    entries = phrases.stream().map(Phrases::entry).toList();
    examples = IntStream.range(0, phrases.size())
        .boxed()
        .flatMap(entry -> examples(entry, phrases.get(entry), pivot))
        .toList();
    examplesOf = IntStream.range(0, entries.size())
        .mapToObj(entry -> numbers(i -> examples.get(i).entry() == entry))
        .toArray(int[][]::new);
    points =
        examples.stream().map(each -> encode.apply(each.read().text())).toArray(float[][]::new);
    middle = Points.mean(Arrays.asList(points));
    centred = Stream.of(points).map(this::centre).toArray(float[][]::new);
    grams = new GramIndex(
        examples.stream().map(each -> each.read().text()).toList(),
        examples.stream().mapToInt(Example::entry).toArray(),
        entries.size());
    shared = IntStream.range(0, examples.size())
        .mapToObj(this::sharedWithOwnEntry)
        .toArray(float[][]::new);
    gists = Gists.of(phrases, pivot, encode);
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
    Example one = examples.get(example);
    return without(one.entry(), example, one.read().language()).length > 0;
  }

  Seen see(Pivot.Read read, float[] point) {
    float[] own = centre(point);
    double[] raw = new double[points.length];
    double[] fromMiddle = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      raw[i] = Points.dot(point, points[i]);
      fromMiddle[i] = Points.dot(own, centred[i]);
    }
    return new Seen(
        read,
        point,
        raw,
        fromMiddle,
        grams.compare(read.text()),
        gists.near(point),
        gists.letters(read.text()));
  }

  /** All entries, nearest first. */
  List<Near<I>> rank(Seen seen) {
    return rank(seen, -1, -1);
  }

  /** The same as if one example, or one whole entry, weren't in the policy; -1 for none. */
  List<Near<I>> rank(Seen seen, int withoutExample, int withoutEntry) {
    List<Near<I>> near = new ArrayList<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      boolean own = withoutExample >= 0 && examples.get(withoutExample).entry() == entry;
      Locale language = seen.read().language();
      int[] group = own ? without(entry, withoutExample, language) : group(entry, language);
      if (entry != withoutEntry && group.length > 0) {
        near.add(near(seen, entry, group, OTHERS * nearestOther(seen, entry, own)));
      }
    }
    near.sort(Comparator.comparingDouble((Near<I> each) -> each.score()).reversed());
    return near;
  }

  private Near<I> near(Seen seen, int entry, int[] group, double others) {
    int best = group[0];
    double raw = -1;
    double sum = 0;
    double letters = 0;
    for (int i : group) {
      sum += seen.centred()[i];
      letters += seen.letters()[i];
      raw = Math.max(raw, seen.raw()[i]);
      best = seen.centred()[i] > seen.centred()[best] ? i : best;
    }
    double score = NEAREST * seen.centred()[best]
        + MIDDLE * sum / lengthOfSum(group)
        + LETTERS * letters / lettersOfSum(group)
        + GIST * seen.gists()[entry]
        + GIST_LETTERS * seen.gistLetters()[entry]
        + others;
    return new Near<>(entries.get(entry), entry, score, raw, best);
  }

  /** To a question in the original language, which is compared with its own first. Of an entry that lacks one, its translation lacks too. */
  private double nearestOther(Seen seen, int entry, boolean lacksOne) {
    if (!isSame(seen.read().language(), original)) {
      return 0;
    }
    return IntStream.of(examplesOf[entry])
        .filter(i -> examples.get(i).asked())
        .filter(i -> !isSame(examples.get(i).read().language(), original))
        .mapToObj(i -> seen.centred()[i])
        .sorted(Comparator.reverseOrder())
        .skip(lacksOne ? 1 : 0)
        .findFirst()
        .orElse(0.0);
  }

  /** Which examples of an entry count for a question: those in the original language by themselves, others beside them. */
  private int[] group(int entry, Locale language) {
    int[] own = in(entry, language);
    if (isSame(language, original) && own.length > 0) {
      return own;
    }
    int[] both = IntStream.concat(
            IntStream.of(own),
            isSame(language, Locale.ENGLISH)
                ? IntStream.empty()
                : IntStream.of(in(entry, Locale.ENGLISH)))
        .toArray();
    return both.length > 0 ? both : examplesOf[entry];
  }

  // Translations are near copies: with them, nothing would have been left out.
  private int[] without(int entry, int example, Locale language) {
    return IntStream.of(in(entry, language)).filter(i -> i != example).toArray();
  }

  private int[] in(int entry, Locale language) {
    return IntStream.of(examplesOf[entry])
        .filter(i -> isSame(examples.get(i).read().language(), language))
        .toArray();
  }

  private double lengthOfSum(int[] group) {
    float[] sum = new float[middle.length];
    for (int i : group) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += centred[i][d];
      }
    }
    return Math.max(1e-6, Math.sqrt(Points.dot(sum, sum)));
  }

  /** The length of the sum of the examples' letters. */
  private double lettersOfSum(int[] group) {
    double square = 0;
    for (int i : group) {
      for (int j : group) {
        square += shared[i][j - firstOf(i)];
      }
    }
    return Math.max(1e-6, Math.sqrt(square));
  }

  /** How many letters an example shares with each of its entry's. */
  private float[] sharedWithOwnEntry(int example) {
    float[] all = grams.compare(examples.get(example).read().text());
    int[] own = examplesOf[examples.get(example).entry()];
    return Arrays.copyOfRange(all, own[0], own[0] + own.length);
  }

  // An entry's examples stand in a row.
  private int firstOf(int example) {
    return examplesOf[examples.get(example).entry()][0];
  }

  private float[] centre(float[] point) {
    return Points.unit(Points.minus(point, middle));
  }

  private int[] numbers(IntPredicate wanted) {
    return IntStream.range(0, examples.size()).filter(wanted).toArray();
  }

  private static <I> Stream<Example> examples(int entry, Phrases<I> phrases, Pivot pivot) {
    return phrases.examples().entrySet().stream().flatMap(byLanguage -> {
      List<String> texts = byLanguage.getValue();
      return IntStream.range(0, texts.size())
          .mapToObj(i -> new Example(
              entry,
              texts.get(i),
              pivot.in(byLanguage.getKey(), texts.get(i)),
              // The title comes last.
              phrases.asked() && i < texts.size() - 1));
    });
  }

  private static boolean isSame(Locale one, Locale other) {
    return one.getLanguage().equals(other.getLanguage());
  }
}
