package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.RuleId;

/** What staff may post: approved answers only. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class AnswerDesk {
  /** The policy's answer, two or three that may fit, or that there is none. Nothing is stored. */
  public Notice ask(Person asker, String question) {
    throw new UnsupportedOperationException("AnswerDesk");
  }

  /** One entry, chosen from suggestions or the home. */
  public Notice show(Person asker, RuleId rule, String question) {
    throw new UnsupportedOperationException("AnswerDesk");
  }

  /** The answer didn't fit: the team is offered. */
  public Notice notMine(Person asker, String question) {
    throw new UnsupportedOperationException("AnswerDesk");
  }

  /** The form to ask in. */
  public Opening form(Person asker, String text) {
    throw new UnsupportedOperationException("AnswerDesk");
  }

  /** Hands a question to the policy team; the answer comes back to the asker. */
  public Notice sendOn(Person asker, String question, Delivery delivery) {
    throw new UnsupportedOperationException("AnswerDesk");
  }
}
