package dev.instead.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How people speak of one entry of the policy.
 *
 * @param examples its title and questions, by language
 * @param background texts that belong to it without being how people ask; they weigh little
 */
record Phrases<I>(
    I entry, Map<Locale, List<String>> examples, Map<Locale, List<String>> background) {}
