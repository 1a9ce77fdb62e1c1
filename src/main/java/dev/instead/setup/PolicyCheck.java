package dev.instead.setup;

import dev.instead.policy.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a policy file and says everything about it. */
@FunctionalInterface
public interface PolicyCheck {
  Checked check(Path file);

  /**
   * What came of it.
   *
   * @param policy absent exactly when there are problems
   * @param problems {@code file:line: what is wrong. What to do.}, in the file's order
   * @param warnings in the same form
   */
  record Checked(Optional<Policy> policy, List<String> problems, List<String> warnings) {
    public Checked {
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
    }
  }
}
