package dev.instead.search;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How people speak of one entry of the policy.
 *
 * @param asked whether its examples are questions, rather than terms that stand for it
 * @param examples its questions and, last, its title, by language
 * @param background texts that belong to it without being how people ask; they weigh little
 */
record Phrases<I>(
    I entry,
    boolean asked,
    Map<Locale, List<String>> examples,
    Map<Locale, List<String>> background) {
  /** The same as if in each language the question with that number, from 0, weren't in the file. */
  Phrases<I> lacking(int number) {
    if (!asked) {
      return this;
    }
    Map<Locale, List<String>> rest = new HashMap<>();
    examples.forEach((language, texts) -> rest.put(
        language,
        IntStream.range(0, texts.size())
            .filter(i -> i != number)
            .mapToObj(texts::get)
            .toList()));
    return new Phrases<>(entry, asked, rest, background);
  }
}
