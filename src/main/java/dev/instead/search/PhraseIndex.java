package dev.instead.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Compares a text with the phrases of all entries: the weights of the terms that both have are added up and divided by what could have
 * been shared, which makes the sums comparable between texts. Which phrases have a term stands in plain arrays: a text has a hundred
 * terms, and looking each up in a search engine's compressed index took most of the time that a report took.
 */
final class PhraseIndex<I> {
  private final List<I> entries = new ArrayList<>();
  private final Map<String, TermTable<Known>> known = new HashMap<>();
  private final Map<String, double[]> lengths = new HashMap<>();
  private final Set<String> languages = new TreeSet<>();
  private final int[] entryOf;
  private final boolean[] whole;

  PhraseIndex(List<Phrases<I>> phrases) {
    List<Document> documents = new ArrayList<>();
    phrases.forEach(each -> add(each, documents));
    entryOf = documents.stream().mapToInt(Document::entry).toArray();
    whole = new boolean[documents.size()];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = documents.get(i).whole();
    }
    count(documents);
  }

  /** One phrase, or all of an entry's together; its terms by field. */
  private record Document(int entry, boolean whole, Map<String, long[]> terms) {}

  /**
   * How well an entry fits, each part between 0 and 1.
   *
   * @param words, grams how like its best phrase the text is: the cosine of their weighted stems, and of their runs of letters
   * @param covered, gramsCovered the weighted share of the text that all of its phrases together have
   */
  record Fit<I>(I entry, double words, double grams, double covered, double gramsCovered) {
    /** Weights found by leaving out each question of the example policy in turn and asking it. */
    double confidence() {
      return 0.25 * words + 0.15 * grams + 0.15 * covered + 0.45 * gramsCovered;
    }
  }

  /** The entries that share anything with the text, best first. */
  List<Fit<I>> search(String text) {
    String plain = Terms.plain(text);
    double[][] best = new double[entries.size()][];
    for (String language : languages) {
      compare(language, Terms.stems(plain, Locale.forLanguageTag(language)), best, 0, 2);
    }
    compare(Terms.GRAMS, Terms.grams(plain), best, 1, 3);
    List<Fit<I>> fits = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      if (best[i] != null) {
        fits.add(new Fit<>(entries.get(i), best[i][0], best[i][1], best[i][2], best[i][3]));
      }
    }
    fits.sort(Comparator.comparingDouble((Fit<I> fit) -> fit.confidence()).reversed());
    return fits;
  }

  private void compare(String field, long[] terms, double[][] best, int similar, int covered) {
    TermTable<Known> table = known.get(field);
    double[] length = lengths.get(field);
    if (table == null || length == null) {
      return;
    }
    double[] shared = new double[length.length];
    double unknown = weight(0);
    double all = 0;
    for (long term : terms) {
      Known found = table.get(term);
      double weight = found == null ? unknown : found.weight();
      all += weight;
      if (found != null) {
        for (int phrase : found.phrases()) {
          shared[phrase] += weight;
        }
      }
    }
    double size = Math.sqrt(all);
    for (int i = 0; i < shared.length; i++) {
      if (shared[i] > 0) {
        double[] parts = best[entryOf[i]] == null ? new double[4] : best[entryOf[i]];
        best[entryOf[i]] = parts;
        int part = whole[i] ? covered : similar;
        double fit = shared[i] / (whole[i] ? all : size * length[i]);
        parts[part] = Math.max(parts[part], Math.min(1, fit));
      }
    }
  }

  private void add(Phrases<I> phrases, List<Document> documents) {
    int entry = entries.size();
    entries.add(phrases.entry());
    Map<String, long[]> all = new HashMap<>();
    phrases.examples().forEach((language, examples) -> {
      languages.add(language.getLanguage());
      examples.forEach(example -> {
        Map<String, long[]> terms = terms(example, language);
        documents.add(new Document(entry, false, terms));
        terms.forEach((field, some) -> all.merge(field, some, PhraseIndex::both));
      });
    });
    phrases
        .background()
        .forEach((language, texts) -> texts.forEach(text -> all.merge(
            language.getLanguage(), Terms.stems(Terms.plain(text), language), PhraseIndex::both)));
    documents.add(new Document(entry, true, all));
  }

  private static Map<String, long[]> terms(String text, Locale language) {
    String plain = Terms.plain(text);
    return Map.of(
        language.getLanguage(), Terms.stems(plain, language), Terms.GRAMS, Terms.grams(plain));
  }

  private static long[] both(long[] some, long[] more) {
    return LongStream.concat(Arrays.stream(some), Arrays.stream(more))
        .distinct()
        .toArray();
  }

  /** Counts how many entries use each term, and from that how much each phrase weighs. */
  private void count(List<Document> documents) {
    Map<String, Map<Long, Integer>> entriesWith = new HashMap<>();
    for (Document document : documents) {
      if (document.whole()) {
        document.terms().forEach((field, terms) -> {
          Map<Long, Integer> with = entriesWith.computeIfAbsent(field, f -> new HashMap<>());
          Arrays.stream(terms).forEach(term -> with.merge(term, 1, Integer::sum));
        });
      }
    }
    entriesWith.forEach((field, with) -> weigh(field, with, documents));
  }

  private void weigh(String field, Map<Long, Integer> entriesWith, List<Document> documents) {
    Map<Long, Known> all = new HashMap<>();
    double[] length = new double[documents.size()];
    for (int i = 0; i < length.length; i++) {
      for (long term : documents.get(i).terms().getOrDefault(field, new long[0])) {
        double weight = weight(entriesWith.getOrDefault(term, 0));
        all.merge(term, new Known(new int[] {i}, weight), Known::and);
        length[i] += weight;
      }
      length[i] = Math.sqrt(length[i]);
    }
    known.put(field, new TermTable<>(all));
    lengths.put(field, length);
  }

  /** Squared, as it is added up. Rare terms tell more; one that no entry has weighs most: the text is about something else. */
  private double weight(int entriesWith) {
    double weight = Math.log(1 + entries.size() / (entriesWith + 0.5));
    return weight * weight;
  }

  /** A term that phrases have; {@code phrases} in the order in which they were added. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Known(int[] phrases, double weight) {
    Known and(Known more) {
      int[] all = Arrays.copyOf(phrases, phrases.length + more.phrases.length);
      System.arraycopy(more.phrases, 0, all, phrases.length, more.phrases.length);
      return new Known(all, weight);
    }
  }
}
