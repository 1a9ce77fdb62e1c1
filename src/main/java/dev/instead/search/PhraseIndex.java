package dev.instead.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a text with the phrases of all entries: the weights of the terms that both have are added up and divided by what could have
 * been shared, which makes the sums comparable between texts. Which phrases have a term stands in plain arrays: a text has a hundred
 * terms, and looking each up in a search engine's compressed index took most of the time that a report took.
 */
final class PhraseIndex<I> {
  private final List<I> entries = new ArrayList<>();
  private final List<Integer> entryOfDocument = new ArrayList<>();
  private final List<Map<String, Set<String>>> documents = new ArrayList<>();
  private final List<Boolean> whole = new ArrayList<>();
  private final Map<String, double[]> lengths = new HashMap<>();
  private final Set<String> languages = new TreeSet<>();
  private final Map<String, Map<String, Known>> knownIn = new HashMap<>();

  PhraseIndex(List<Phrases<I>> phrases) {
    phrases.forEach(this::add);
    count();
    documents.clear(); // all that is asked later is counted
  }

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
    Map<Integer, double[]> best = new HashMap<>();
    languages.forEach(language ->
        compare(language, Terms.stems(plain, Locale.forLanguageTag(language)), best, 0, 2));
    compare(Terms.GRAMS, Terms.grams(plain), best, 1, 3);
    return best.entrySet().stream()
        .map(entry -> fit(entries.get(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparingDouble((Fit<I> fit) -> fit.confidence()).reversed())
        .toList();
  }

  private Fit<I> fit(I entry, double[] parts) {
    return new Fit<>(entry, parts[0], parts[1], parts[2], parts[3]);
  }

  private void compare(
      String field, Set<String> terms, Map<Integer, double[]> best, int similar, int covered) {
    Map<String, Known> known = knownIn.getOrDefault(field, Map.of());
    double[] length = lengths.getOrDefault(field, new double[0]);
    double[] shared = new double[length.length];
    double unknown = weight(0);
    double all = 0;
    for (String term : terms) {
      Known found = known.get(term);
      all += found == null ? unknown : found.weight();
      if (found != null) {
        for (int phrase : found.phrases()) {
          shared[phrase] += found.weight();
        }
      }
    }
    for (int i = 0; i < shared.length; i++) {
      if (shared[i] > 0) {
        double[] parts = best.computeIfAbsent(entryOfDocument.get(i), e -> new double[4]);
        int part = whole.get(i) ? covered : similar;
        double possible = whole.get(i) ? all : Math.sqrt(all) * length[i];
        parts[part] = Math.max(parts[part], Math.min(1, shared[i] / possible));
      }
    }
  }

  private void add(Phrases<I> phrases) {
    int entry = entries.size();
    entries.add(phrases.entry());
    Map<String, Set<String>> all = new LinkedHashMap<>();
    phrases.examples().forEach((language, examples) -> {
      languages.add(language.getLanguage());
      examples.forEach(example -> {
        Map<String, Set<String>> document = terms(example, language);
        add(entry, document, false);
        document.forEach(
            (field, terms) -> all.computeIfAbsent(field, f -> new TreeSet<>()).addAll(terms));
      });
    });
    phrases
        .background()
        .forEach((language, texts) -> texts.forEach(text -> {
          Set<String> stems = Terms.stems(Terms.plain(text), language);
          all.computeIfAbsent(language.getLanguage(), f -> new TreeSet<>()).addAll(stems);
        }));
    add(entry, all, true);
  }

  private void add(int entry, Map<String, Set<String>> document, boolean all) {
    entryOfDocument.add(entry);
    documents.add(document);
    whole.add(all);
  }

  private static Map<String, Set<String>> terms(String text, Locale language) {
    String plain = Terms.plain(text);
    return Map.of(
        language.getLanguage(), Terms.stems(plain, language), Terms.GRAMS, Terms.grams(plain));
  }

  /** Counts how many entries use each term, and from that how much each phrase weighs. */
  private void count() {
    Map<String, Map<String, Integer>> entriesWith = new HashMap<>();
    forEachTerm((document, field, term) -> {
      if (whole.get(document)) {
        entriesWith.computeIfAbsent(field, f -> new HashMap<>()).merge(term, 1, Integer::sum);
      }
    });
    forEachTerm((document, field, term) -> {
      int with = entriesWith.getOrDefault(field, Map.of()).getOrDefault(term, 0);
      double weight = weight(with);
      knownIn
          .computeIfAbsent(field, f -> new HashMap<>())
          .merge(term, new Known(new int[] {document}, weight), Known::and);
      lengths.computeIfAbsent(field, f -> new double[documents.size()])[document] += weight;
    });
    lengths.values().forEach(sums -> Arrays.setAll(sums, i -> Math.sqrt(sums[i])));
  }

  private interface TermVisitor {
    void visit(int document, String field, String term);
  }

  private void forEachTerm(TermVisitor visitor) {
    for (int i = 0; i < documents.size(); i++) {
      int document = i;
      documents
          .get(i)
          .forEach((field, terms) -> terms.forEach(term -> visitor.visit(document, field, term)));
    }
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
