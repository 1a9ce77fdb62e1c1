package dev.instead.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    Map<Locale, List<String>> background) {}
