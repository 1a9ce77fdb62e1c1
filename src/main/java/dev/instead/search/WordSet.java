package dev.instead.search;

import java.util.Arrays;
import java.util.Collection;

/** Many words in little memory: their hashes, sorted. */
final class WordSet {
  private final long[] hashes;

  WordSet(Collection<String> words) {
    long[] all = words.stream().mapToLong(WordSet::hash).toArray();
    hashes = TermTable.distinct(all, all.length);
  }

  boolean has(String word) {
    return Arrays.binarySearch(hashes, hash(word)) >= 0;
  }

  private static long hash(String word) {
    return TermTable.hash(word, 0, word.length());
  }
}
