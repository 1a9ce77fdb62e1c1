package dev.instead.notice;

import java.util.ArrayList;
import java.util.List;

/** A piece of the policy's own text, with what was searched for marked in it. */
public record Marked(List<Run> runs) {
  /** More marks would be unreadable, and each takes its room on a card; the rest of the text stays unmarked. */
  public static final int MOST_RUNS = 30;

  public Marked {
    runs = runs.size() <= MOST_RUNS ? List.copyOf(runs) : shortened(runs);
  }

  private static List<Run> shortened(List<Run> runs) {
    List<Run> few = new ArrayList<>(runs.subList(0, MOST_RUNS - 1));
    List<String> rest =
        runs.subList(MOST_RUNS - 1, runs.size()).stream().map(Run::text).toList();
    few.add(new Run(String.join("", rest), false));
    return List.copyOf(few);
  }

  /** The text without its marks. */
  public String text() {
    return String.join("", runs.stream().map(Run::text).toList());
  }

  /**
   * A part of the text.
   *
   * @param matched whether it is what was searched for
   */
  public record Run(String text, boolean matched) {}
}
