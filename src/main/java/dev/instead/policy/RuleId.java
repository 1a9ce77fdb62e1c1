package dev.instead.policy;

/** A rule that people are shown by its id: an answer, an embargo, a sensitive or protected topic, a rule for personal accounts. */
public record RuleId(String value) implements EntryId {
  @Override
  public String toString() {
    return value;
  }
}
