package dev.instead.config;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Unified diffs of one text file. */
final class Diffs {
  private static final int CONTEXT = 3;

  /** What {@code patch} and {@code git} want to see behind a last line that has no line break. */
  private static final String UNENDED = "\n\\ No newline at end of file";

  static String between(String file, String before, String after) {
    List<String> old = lines(before);
    List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
        "a/" + file, "b/" + file, old, DiffUtils.diff(old, lines(after)), CONTEXT);
    return String.join("\n", diff) + "\n";
  }

  /** Whether each of the diff's places already looks as it should. */
  static boolean isApplied(String diff, String text) {
    List<String> lines = lines(text);
    var changes = UnifiedDiffUtils.parseUnifiedDiff(List.of(diff.split("\n"))).getDeltas();
    return !changes.isEmpty() && changes.stream().allMatch(change -> isApplied(change, lines));
  }

  private static boolean isApplied(AbstractDelta<String> change, List<String> lines) {
    List<String> before = change.getSource().getLines();
    List<String> wanted = change.getTarget().getLines();
    // What was there before is still there in one piece where something was only added at an end.
    boolean onlyAdds = Collections.indexOfSubList(wanted, before) >= 0;
    return Collections.indexOfSubList(lines, wanted) >= 0
        && (onlyAdds || Collections.indexOfSubList(lines, before) < 0);
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + UNENDED);
    }
    return lines;
  }

  private Diffs() {}
}
