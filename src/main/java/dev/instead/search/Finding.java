package dev.instead.search;

import dev.instead.policy.RuleId;
import java.util.Locale;

/** What a policy's own examples show about how well its answers can be found. */
public sealed interface Finding {
  /**
   * A question of the file.
   *
   * @param number its place among its entry's questions in that language, from 0
   */
  record Example(RuleId entry, Locale language, int number, String text) {}

  /**
   * Two entries have the same question, or nearly so: who asks it may get either.
   *
   * @param same whether nothing but spelling tells them apart
   */
  record Collision(Example one, Example other, boolean same) implements Finding {}

  /** No question of the entry, nor its topic, brings it up among the first three when it is asked as if it weren't in the file. */
  record OutOfReach(RuleId entry, Locale language) implements Finding {}

  /** There are more examples than are compared. */
  record TooMany(int compared, int all) implements Finding {}
}
