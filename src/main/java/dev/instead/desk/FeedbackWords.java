package dev.instead.desk;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the nameless feedback holds of a question that its asker sent to the team: masked as it was then. As long as the question itself is
 * kept under a name, the two can be brought together, so whoever erases one erases the other.
 */
public final class FeedbackWords {
  private static final String UNDER_RULE = ": ";

  private FeedbackWords() {}

  /**
   * What may be there of a question.
   *
   * @param question as its case has it, behind the rule that it is about where it has one
   */
  public static Set<String> of(String question) {
    Set<String> words = new LinkedHashSet<>();
    words.add(Masked.of(question));
    int end = question.indexOf(UNDER_RULE);
    if (end > 0) {
      words.add(Masked.of(question.substring(end + UNDER_RULE.length())));
    }
    words.remove("");
    return words;
  }
}
