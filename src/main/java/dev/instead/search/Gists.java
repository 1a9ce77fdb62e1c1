package dev.instead.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What each entry says, beside what people ask of it: its title with its don't, do and why, taken as one text. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Gists(float[][] points, float[] middle, GramIndex grams) {
  /** Entries that say nothing of their own have none: neither for nor against them. */
  static <I> Gists of(List<Phrases<I>> phrases, Pivot pivot, Function<String, float[]> encode) {
    List<String> texts = phrases.stream().map(entry -> text(entry, pivot)).toList();
    List<float[]> known =
        texts.stream().filter(text -> !text.isEmpty()).map(encode).toList();
    float[] middle = Points.mean(known);
    float[][] points = texts.stream()
        .map(text -> text.isEmpty()
            ? new float[middle.length]
            : Points.unit(Points.minus(encode.apply(text), middle)))
        .toArray(float[][]::new);
    int[] each = IntStream.range(0, texts.size()).toArray();
    return new Gists(points, middle, new GramIndex(texts, each, texts.size()));
  }

  /** How near a text is to each entry's gist. */
  double[] near(float[] point) {
    double[] near = new double[points.length];
    if (middle.length > 0) {
      float[] own = Points.unit(Points.minus(point, middle));
      for (int i = 0; i < near.length; i++) {
        near[i] = Points.dot(own, points[i]);
      }
    }
    return near;
  }

  /** How many rare runs of letters it shares with each. */
  float[] letters(String text) {
    return grams.compare(text);
  }

  private static <I> String text(Phrases<I> entry, Pivot pivot) {
    Map<Locale, List<String>> background = entry.background();
    if (background.isEmpty()) {
      return "";
    }
    Locale language = background.containsKey(Locale.ENGLISH)
        ? Locale.ENGLISH
        : background.keySet().iterator().next();
    List<String> title = entry.examples().getOrDefault(language, List.of());
    List<String> all = new ArrayList<>();
    if (!title.isEmpty()) {
      all.add(title.get(title.size() - 1) + ".");
    }
    all.addAll(background.getOrDefault(language, List.of()));
    return pivot.in(language, String.join(" ", all)).text();
  }
}
