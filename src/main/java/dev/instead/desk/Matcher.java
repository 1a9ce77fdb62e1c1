package dev.instead.desk;

import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.SituationId;
import java.util.List;
import java.util.Locale;

/** Finds the policy's entry that people mean. It only ever names entries: what is said is the policy's own text. */
public interface Matcher {
  /**
   * Which answer, embargo, personal-account rule, sensitive or protected topic a question is about, and why.
   *
   * @param language the reader's; the question may be in another
   */
  Weighed weigh(Policy policy, String question, Locale language);

  /** The same without the grounds. */
  default Match match(Policy policy, String question, Locale language) {
    return weigh(policy, question, language).match();
  }

  /** Which situation a report's text describes; {@link dev.instead.policy.Situation#NOT_SURE} when none clearly. */
  SituationId suggest(Policy policy, String text, Locale language);

  /**
   * Every embargo, active sensitive topic and protected topic of which a term is in somebody's draft: as it stands, inflected or mistyped,
   * in any language of the policy. Embargoes that have been lifted are among them.
   *
   * @param draft of at most 10,000 characters; more isn't looked at
   */
  List<Named> named(Policy policy, String draft);

  /**
   * An entry that a draft names.
   *
   * @param words the draft's own words that do, at most three passages
   */
  record Named(RuleId rule, List<String> words) {
    public Named {
      words = List.copyOf(words);
    }
  }

  /** A match and what it rests on. */
  record Weighed(Match match, Grounds grounds) {}

  /** How sure it is. */
  sealed interface Match {
    record Sure(RuleId rule) implements Match {}

    /** Two or three, best first. */
    record Unsure(List<RuleId> rules) implements Match {}

    record Nothing() implements Match {}
  }
}
