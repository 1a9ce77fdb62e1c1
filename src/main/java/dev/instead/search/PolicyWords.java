package dev.instead.search;

import dev.instead.desk.WordSearch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Searches by words: their forms, their beginnings, and the slips of who types them. */
public final class PolicyWords implements WordSearch {
  /** Readers differ in language and in whether they may speak; nothing else makes them read other texts. */
  private static final int KEPT = 8;

  private final Map<Texts, ReadableIndex> indexes = new ConcurrentHashMap<>();

  private record Texts(List<Source> among, Locale language) {}

  @Override
  public List<Found> find(List<Source> among, String words, Locale language, int most) {
    Texts texts = new Texts(among, language);
    if (indexes.size() >= KEPT && !indexes.containsKey(texts)) {
      indexes.clear(); // Of policies that are no longer in force, mostly.
    }
    return indexes
        .computeIfAbsent(texts, t -> new ReadableIndex(t.among(), t.language()))
        .find(words, most);
  }
}
