package dev.instead.search;

import dev.instead.desk.WordSearch.Found;
import dev.instead.desk.WordSearch.Source;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of some entries, in one language. */
final class ReadableIndex {
  private static final double TOPIC = 3;
  private static final double QUESTION = 1.5;
  private static final double TEXT = 1;

  /** So much of what is searched for an entry must have, by how much each word tells. */
  private static final double LEAST_COVERED = 0.35;

  /** What is so much weaker than the best isn't worth reading. */
  private static final double LEAST_OF_BEST = 0.25;

  /** What tells so much less than the word that tells most isn't marked: "may I" is everywhere. */
  private static final double LEAST_MARKED = 0.35;

  private static final int MOST_TERMS = 12;

  /** One text of an entry. */
  private record Field(String text, double weight, List<Spot> words) {
    static Field of(String text, double weight) {
      return new Field(text, weight, Spot.in(text));
    }
  }

  private record Entry(Source of, Field topic, List<Field> fields) {
    static Entry of(Source readable) {
      Stream<Field> texts = readable.texts().stream().map(text -> Field.of(text, TEXT));
      Stream<Field> questions = readable.questions().stream().map(text -> Field.of(text, QUESTION));
      return new Entry(
          readable,
          Field.of(readable.topic(), TOPIC),
          Stream.concat(texts, questions).toList());
    }

    Stream<Field> all() {
      return Stream.concat(Stream.of(topic), fields.stream());
    }

    /** How much the entry has of a word; 0 when it hasn't got it. */
    double has(Map<String, Double> like) {
      return all()
          .mapToDouble(
              field -> field.weight() * Vocabulary.best(field.words(), like).orElse(0))
          .max()
          .orElse(0);
    }
  }

  /** A word that was typed: what it may mean, and how much that tells. */
  private record Term(Map<String, Double> like, double tells) {}

  private record Scored(Entry entry, double score) {}

  private final List<Entry> entries;
  private final Vocabulary vocabulary;

  ReadableIndex(List<Source> among, Locale language) {
    entries = among.stream().map(Entry::of).toList();
    vocabulary = new Vocabulary(
        entries.stream()
            .flatMap(Entry::all)
            .flatMap(field -> field.words().stream())
            .map(Spot::folded)
            .collect(Collectors.toSet()),
        language);
  }

  List<Found> find(String words, int atMost) {
    List<Term> terms = terms(words);
    List<Scored> found = entries.stream()
        .map(entry -> new Scored(entry, score(entry, terms)))
        .filter(scored -> scored.score() > 0)
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .limit(atMost)
        .toList();
    Map<String, Double> wanted = new HashMap<>();
    double most = terms.stream().mapToDouble(Term::tells).max().orElse(0);
    terms.stream()
        .filter(term -> term.tells() >= LEAST_MARKED * most)
        .forEach(term -> term.like()
            .forEach((word, alike) -> wanted.merge(word, alike * term.tells(), Math::max)));
    return found.stream()
        .filter(scored -> scored.score() >= LEAST_OF_BEST * found.get(0).score())
        .map(scored -> found(scored.entry(), terms, wanted))
        .toList();
  }

  /** Without the words that the language uses all the time. */
  private List<Term> terms(String words) {
    return Spot.in(words).stream()
        .map(Spot::folded)
        .distinct()
        .filter(word -> !vocabulary.isEmpty(word))
        .limit(MOST_TERMS)
        .map(this::term)
        .toList();
  }

  private Term term(String typed) {
    Map<String, Double> like = vocabulary.like(typed);
    long having = entries.stream().filter(entry -> entry.has(like) > 0).count();
    // A word that is nowhere tells as much as one that is in a single entry: of two words, one is
    // enough.
    return new Term(like, Math.log(1 + entries.size() / (Math.max(1, having) + 0.5)));
  }

  private static double score(Entry entry, List<Term> terms) {
    double score = 0;
    double covered = 0;
    double all = 0;
    for (Term term : terms) {
      double has = entry.has(term.like());
      score += has * term.tells();
      covered += has > 0 ? term.tells() : 0;
      all += term.tells();
    }
    return covered >= LEAST_COVERED * all ? score : 0;
  }

  private static Found found(Entry entry, List<Term> terms, Map<String, Double> wanted) {
    Field best = entry.fields().get(0);
    double most = 0;
    for (Field field : entry.fields()) {
      double fits = terms.stream()
          .mapToDouble(
              term -> term.tells() * Vocabulary.best(field.words(), term.like()).orElse(0))
          .sum();
      if (fits > most) {
        most = fits;
        best = field;
      }
    }
    return new Found(
        entry.of().rule(),
        new Passage(entry.topic().text(), entry.topic().words(), wanted).whole(),
        new Passage(best.text(), best.words(), wanted).best());
  }
}
