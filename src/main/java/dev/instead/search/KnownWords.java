package dev.instead.search;

import java.util.Map;
import java.util.Set;

/** Words that are right as they stand, in English or Indonesian, so nobody mistyped another one. */
final class KnownWords {
  private final WordSet english = new WordSet(WordLists.lines("english-words.txt.gz"));
  private final Map<String, String> slang = WordLists.table("slang-en.tsv");
  private final Gloss indonesian = new Gloss(Set.of());

  private KnownWords() {}

  static boolean has(String word) {
    KnownWords known = Loaded.WORDS;
    return known.english.has(word) || known.slang.containsKey(word) || known.indonesian.knows(word);
  }

  /** Read when the first draft is looked through: reading takes a while, and many a bot never sees one. */
  private static final class Loaded {
    static final KnownWords WORDS = new KnownWords();
  }
}
