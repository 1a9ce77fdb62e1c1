package dev.instead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sections of the page that a run of its own writes anew; all else stays as it is. */
final class Sections {
  private Sections() {}

  /** Replaces what stands below the heading, up to the next of its level, or adds it at the end. */
  static void write(Path file, String heading, String text) throws IOException {
    String page = Files.exists(file) ? Files.readString(file) : "";
    String title = "## " + heading + "\n";
    int begin = page.indexOf(title);
    int next = begin < 0 ? -1 : page.indexOf("\n## ", begin + title.length());
    String before =
        begin < 0 ? page.isEmpty() ? "" : page.stripTrailing() + "\n\n" : page.substring(0, begin);
    String after = next < 0 ? "" : page.substring(next);
    Files.writeString(file, before + title + "\n" + text.stripTrailing() + "\n" + after);
  }
}
