package dev.instead.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Indonesian in English words, one by one. No translation to be read by anybody: only good enough for a model that knows English alone to
 * see what a question is about.
 */
final class Gloss {
  private static final int LONGEST_PHRASE = 3;
  private static final int SHORTEST_STEM = 3;
  private static final Pattern BAR = Pattern.compile("\\|");
  private final Map<String, String> slang = WordLists.table("slang-id.tsv");
  private final Map<String, String> english = new HashMap<>();

  /** @param names what is never translated, such as the company's own name */
  Gloss(Set<String> names) {
    WordLists.table("indonesian-english.tsv")
        .forEach((word, meanings) -> english.put(word, first(meanings)));
    english.putAll(WordLists.table("gloss-id.tsv"));
    names.forEach(name -> english.put(name, name));
  }

  /** Whether it is Indonesian, in full or as people type it. */
  boolean knows(String word) {
    return slang.containsKey(word) || meaning(word).isPresent();
  }

  /** Each word or fixed phrase in English; what the dictionary lacks stays, such as names. */
  String of(List<String> words) {
    List<String> full = new ArrayList<>();
    for (String word : words) {
      String said = slang.get(word);
      full.addAll(said == null ? undoubled(word) : Arrays.asList(said.split(" ")));
    }
    full.removeIf(String::isEmpty);
    List<String> glossed = new ArrayList<>();
    int at = 0;
    while (at < full.size()) {
      at += next(full, at, glossed);
    }
    return String.join(" ", glossed);
  }

  private int next(List<String> words, int at, List<String> glossed) {
    for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 1; length--) {
      String found = english.get(String.join(" ", words.subList(at, at + length)));
      if (found != null) {
        glossed.add(found);
        return length;
      }
    }
    String word = words.get(at);
    glossed.add(meaning(word).orElse(word));
    return 1;
  }

  private Optional<String> meaning(String word) {
    String own = english.get(word);
    if (own != null) {
      return Optional.of(own);
    }
    for (String shorter : withoutEndings(word)) {
      String found = english.get(shorter);
      if (found != null) {
        return Optional.of(found);
      }
      Optional<String> stem = withoutBeginning(shorter);
      if (stem.isPresent()) {
        return stem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> withoutBeginning(String word) {
    for (List<String> beginning : Affixes.BEGINNINGS) {
      if (word.startsWith(beginning.get(0))) {
        String rest = word.substring(beginning.get(0).length());
        for (int i = 1; i < beginning.size(); i++) {
          String stem = beginning.get(i) + rest;
          String found = stem.length() < SHORTEST_STEM ? null : english.get(stem);
          if (found != null) {
            return Optional.of(found);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> withoutEndings(String word) {
    List<String> shorter = new ArrayList<>(List.of(word));
    for (int i = 0; i < shorter.size() && shorter.size() < 12; i++) {
      String from = shorter.get(i);
      for (String ending : Affixes.ENDINGS) {
        if (from.endsWith(ending) && from.length() - ending.length() >= SHORTEST_STEM) {
          shorter.add(from.substring(0, from.length() - ending.length()));
        }
      }
    }
    return shorter;
  }

  /** "foto2" and "fotofoto" are many photos. */
  private static List<String> undoubled(String word) {
    if (word.length() > 3 && word.endsWith("2")) {
      return List.of(word.substring(0, word.length() - 1));
    }
    int half = word.length() / 2;
    boolean twice =
        word.length() > 5 && word.length() % 2 == 0 && word.regionMatches(0, word, half, half);
    return List.of(twice ? word.substring(0, half) : word);
  }

  /** The first two of the dictionary's translations: one alone misses the usual word too often. */
  private static String first(String meanings) {
    return BAR.splitAsStream(meanings).limit(2).collect(Collectors.joining(" "));
  }
}
