package dev.instead.config;

import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where questions stand in a policy file, for what is found after it was read. */
public final class PolicyLines {
  private final String file;
  private final Policy policy;
  private final Problems places;

  private PolicyLines(String file, Policy policy, Problems places) {
    this.file = file;
    this.policy = policy;
    this.places = places;
  }

  /** Of the file that the policy was read from; should it be gone by now, all is on line 1. */
  public static PolicyLines of(Path path, Policy policy) {
    String file = path.toString();
    try {
      String text = SmallFile.text(file, SmallFile.bytes(path));
      return new PolicyLines(file, policy, Places.of(file, YamlTree.compose(file, text)));
    } catch (UnreadableException e) {
      return new PolicyLines(file, policy, new Problems(file, Map.of()));
    }
  }

  /** A problem of the whole file. */
  public Problem file(String what, String remedy) {
    return new Problem(file, 1, what, remedy);
  }

  /** A problem of an entry's questions. */
  public Problem questions(RuleId entry, Locale language, String what, String remedy) {
    return at(path(entry) + ".questions", "." + language.toLanguageTag(), what, remedy);
  }

  /**
   * A problem of one question.
   *
   * @param number of the question in its language, from 0
   */
  public Problem question(RuleId entry, Locale language, int number, String what, String remedy) {
    return new Problem(file, line(entry, language, number), what, remedy);
  }

  /** The line of a question. */
  public int line(RuleId entry, Locale language, int number) {
    String questions = path(entry) + ".questions";
    String item = "[" + number + "]";
    return deepest(questions + "." + language.toLanguageTag() + item, questions + item);
  }

  private Problem at(String path, String more, String what, String remedy) {
    return new Problem(file, deepest(path + more, path), what, remedy);
  }

  /** A file of one language doesn't name it. What isn't there is taken for what is around it, which begins above. */
  private int deepest(String one, String other) {
    return Math.max(places.line(one), places.line(other));
  }

  private String path(RuleId entry) {
    for (int i = 0; i < policy.personalAccounts().size(); i++) {
      if (policy.personalAccounts().get(i).id().equals(entry)) {
        return "personal_accounts[" + i + "]";
      }
    }
    return "answers." + entry;
  }
}
