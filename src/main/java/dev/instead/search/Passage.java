package dev.instead.search;

import dev.instead.notice.Marked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a text down to where most of the wanted words stand, between words, and marks them. It adds nothing but an ellipsis. */
final class Passage {
  private static final int LENGTH = 180;

  /** So much of what comes before the first wanted word is shown, too. */
  private static final int LEAD = 40;

  private static final String MORE = "…";

  private final String text;
  private final List<Spot> words;
  private final Map<String, Double> wanted;

  /** @param wanted words as folded, and how much each matters */
  Passage(String text, List<Spot> words, Map<String, Double> wanted) {
    this.text = text;
    this.words = words;
    this.wanted = wanted;
  }

  /** The whole text. */
  Marked whole() {
    return marked(0, text.length());
  }

  Marked best() {
    if (text.length() <= LENGTH || words.isEmpty()) {
      return whole();
    }
    int first = begin(densest());
    int last = first;
    while (last + 1 < words.size() && words.get(last + 1).end() - from(first) <= LENGTH) {
      last++;
    }
    boolean toTheEnd = last == words.size() - 1 && text.length() - from(first) <= LENGTH + LEAD;
    return marked(from(first), toTheEnd ? text.length() : words.get(last).end());
  }

  /** Where a passage begins that has the most of what is wanted; the beginning where nothing is. */
  private int densest() {
    int best = 0;
    double most = 0;
    for (int i = 0; i < words.size(); i++) {
      if (weight(i) > 0) {
        double sum = sumFrom(i);
        if (sum > most) {
          most = sum;
          best = i;
        }
      }
    }
    return best;
  }

  private double sumFrom(int first) {
    double sum = 0;
    int end = words.get(first).start() + LENGTH - LEAD;
    for (int i = first; i < words.size() && words.get(i).end() <= end; i++) {
      sum += weight(i);
    }
    return sum;
  }

  private int begin(int densest) {
    int first = densest;
    int least = words.isEmpty() ? 0 : words.get(densest).start() - LEAD;
    while (first > 0 && words.get(first - 1).start() >= least) {
      first--;
    }
    return first;
  }

  private int from(int word) {
    return word == 0 ? 0 : words.get(word).start();
  }

  private double weight(int word) {
    return wanted.getOrDefault(words.get(word).folded(), 0.0);
  }

  private Marked marked(int from, int to) {
    List<Marked.Run> runs = new ArrayList<>();
    add(from > 0 ? MORE + " " : "", false, runs);
    int at = from;
    for (Spot word : words) {
      boolean inside = word.start() >= from && word.end() <= to;
      if (inside && wanted.containsKey(word.folded())) {
        add(text.substring(at, word.start()), false, runs);
        add(text.substring(word.start(), word.end()), true, runs);
        at = word.end();
      }
    }
    add(text.substring(at, to), false, runs);
    add(to < text.length() ? " " + MORE : "", false, runs);
    return new Marked(runs);
  }

  private static void add(String text, boolean matched, List<Marked.Run> runs) {
    if (!text.isEmpty()) {
      runs.add(new Marked.Run(text.replace('\n', ' '), matched));
    }
  }
}
