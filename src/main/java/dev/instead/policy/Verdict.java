package dev.instead.policy;

/** May I post this? */
public enum Verdict {
  GO,
  ASK,
  HOLD;

  /** What advice without a verdict of its own comes to. */
  public static Verdict of(Advice advice) {
    return advice.dont().isPresent() ? HOLD : GO;
  }
}
