package dev.instead.notice;

import java.util.List;

/** A piece of the policy's own text, with what was searched for marked in it. */
public record Marked(List<Run> runs) {
  public Marked {
    runs = List.copyOf(runs);
  }

  /** The text without its marks. */
  public String text() {
    return String.join("", runs.stream().map(Run::text).toList());
  }

  /** @param matched whether it is what was searched for */
  public record Run(String text, boolean matched) {}
}
