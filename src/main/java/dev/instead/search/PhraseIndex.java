package dev.instead.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Compares a text with the phrases of all entries. Lucene adds up the weights of the terms that a text shares with each phrase; the
 * rest is dividing by what they could have shared, which makes the sums comparable between texts.
 */
final class PhraseIndex<I> {
  /** Lucene takes 1,024 parts in a query; a text of that many different terms is no question. */
  private static final int MAX_TERMS = 1_000;

  private final List<I> entries = new ArrayList<>();
  private final List<Integer> entryOfDocument = new ArrayList<>();
  private final List<Map<String, Set<String>>> documents = new ArrayList<>();
  private final List<Boolean> whole = new ArrayList<>();
  private final Map<String, Map<String, Integer>> entriesWith = new HashMap<>();
  private final Map<String, double[]> lengths = new HashMap<>();
  private final Set<String> languages = new TreeSet<>();
  private final IndexSearcher searcher;

  PhraseIndex(List<Phrases<I>> phrases) {
    phrases.forEach(this::add);
    count();
    searcher = searcher();
  }

  /** How well an entry fits, each part between 0 and 1. */
  record Fit<I>(I entry, double words, double grams, double covered, double gramsCovered) {
    /** Weights found by leaving out each example of the sample policy in turn. */
    double confidence() {
      return 0.35 * words + 0.35 * grams + 0.3 * covered;
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
    if (terms.isEmpty()) {
      return;
    }
    double all = terms.stream().mapToDouble(term -> square(weight(field, term))).sum();
    double[] length = lengths.getOrDefault(field, new double[0]);
    for (ScoreDoc hit : hits(field, terms)) {
      double[] parts = best.computeIfAbsent(entryOfDocument.get(hit.doc), e -> new double[4]);
      int part = whole.get(hit.doc) ? covered : similar;
      double possible = whole.get(hit.doc) ? all : Math.sqrt(all) * length[hit.doc];
      parts[part] = Math.max(parts[part], Math.min(1, hit.score / possible));
    }
  }

  private ScoreDoc[] hits(String field, Set<String> terms) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Map<String, Integer> known = entriesWith.getOrDefault(field, Map.of());
    terms.stream()
        .filter(known::containsKey)
        .limit(MAX_TERMS)
        .forEach(term -> query.add(
            new BoostQuery(
                new TermQuery(new Term(field, term)), (float) square(weight(field, term))),
            Occur.SHOULD));
    try {
      return searcher.search(query.build(), documents.size()).scoreDocs;
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory can't fail to be read", e);
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
    for (int i = 0; i < documents.size(); i++) {
      if (whole.get(i)) {
        documents
            .get(i)
            .forEach((field, terms) -> terms.forEach(term -> entriesWith
                .computeIfAbsent(field, f -> new HashMap<>())
                .merge(term, 1, Integer::sum)));
      }
    }
    for (int i = 0; i < documents.size(); i++) {
      int document = i;
      documents.get(i).forEach((field, terms) -> {
        double sum =
            terms.stream().mapToDouble(term -> square(weight(field, term))).sum();
        lengths.computeIfAbsent(field, f -> new double[documents.size()])[document] =
            Math.sqrt(sum);
      });
    }
  }

  /** Rare terms tell more. A term that no entry has weighs most: the question is about something else. */
  private double weight(String field, String term) {
    int with = entriesWith.getOrDefault(field, Map.of()).getOrDefault(term, 0);
    return Math.log(1 + entries.size() / (with + 0.5));
  }

  private static double square(double x) {
    return x * x;
  }

  // The readers hold nothing but memory, so an index that is no longer used needs no closing.
  private IndexSearcher searcher() {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(
        directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (Map<String, Set<String>> terms : documents) {
        Document document = new Document();
        terms.forEach((field, values) ->
            values.forEach(value -> document.add(new StringField(field, value, Store.NO))));
        writer.addDocument(document);
      }
      writer.commit();
      IndexSearcher made = new IndexSearcher(DirectoryReader.open(directory));
      made.setSimilarity(new BooleanSimilarity()); // a term counts what its boost says, no more
      made.setQueryCache(null); // questions don't repeat
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory can't fail to be written", e);
    }
  }
}
