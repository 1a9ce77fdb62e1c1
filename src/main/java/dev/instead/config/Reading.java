package dev.instead.config;

import dev.instead.policy.Policy;
import java.util.List;

/** What came of reading a policy file. */
public sealed interface Reading {
  /**
   * The file holds a valid policy.
   *
   * @param warnings what its owner should see to, in the file's order
   */
  record Valid(Policy policy, List<Problem> warnings) implements Reading {
    public Valid {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The file can't be used.
   *
   * @param problems all of them, in the file's order; never empty
   */
  record Refused(List<Problem> problems) implements Reading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
