package dev.instead.cli;

import dev.instead.config.PolicyLines;
import dev.instead.config.Problem;
import dev.instead.search.Finding;
import java.util.Comparator;
import java.util.List;

/** What a matcher found in a policy's examples, as warnings with their lines. */
final class Examined {
  private final PolicyLines lines;

  private Examined(PolicyLines lines) {
    this.lines = lines;
  }

  static List<String> warnings(PolicyLines lines, List<Finding> findings) {
    Examined examined = new Examined(lines);
    return findings.stream()
        .map(examined::warning)
        .sorted(Comparator.comparingInt(Problem::line))
        .map(Problem::toString)
        .toList();
  }

  private Problem warning(Finding finding) {
    if (finding instanceof Finding.Collision collision) {
      return collision(collision);
    }
    if (finding instanceof Finding.OutOfReach lost) {
      return lines.questions(
          lost.entry(),
          lost.language(),
          "the questions of \"" + lost.entry() + "\" in \"" + lost.language().toLanguageTag()
              + "\" don't lead to it: each was asked as if it weren't in the file, the topic too, and none found it among the first three",
          "Add questions whose words other entries don't have.");
    }
    if (finding instanceof Finding.TooMany many) {
      return lines.file(
          "of " + many.all() + " questions only the first " + many.compared() + " were compared",
          "Check the others by asking them.");
    }
    throw new AssertionError("No warning for " + finding.getClass().getSimpleName());
  }

  private Problem collision(Finding.Collision collision) {
    Finding.Example one = collision.one();
    Finding.Example other = collision.other();
    int first = lines.line(one.entry(), one.language(), one.number());
    return lines.question(
        other.entry(),
        other.language(),
        other.number(),
        "\"" + other.text() + "\" of \"" + other.entry() + "\" is "
            + (collision.same() ? "also a question" : "nearly the question \"" + one.text() + "\"")
            + " of \"" + one.entry() + "\" on line " + first,
        "Who asks it may get either: keep it where it belongs.");
  }
}
