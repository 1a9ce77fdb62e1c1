package dev.instead.search;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether a text has one of some terms in it as whole words, in a row. */
final class WordMatch {
  private final List<List<String>> terms;

  WordMatch(Map<Locale, List<String>> terms) {
    this.terms = terms.values().stream()
        .flatMap(Collection::stream)
        .map(term -> Terms.words(Terms.plain(term)))
        .filter(words -> !words.isEmpty())
        .toList();
  }

  /** How many words the longest term has that is in the text; 0 when none is. */
  int longestIn(List<String> text) {
    return terms.stream()
        .filter(term -> Collections.indexOfSubList(text, term) >= 0)
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }
}
