package dev.instead.policy;

/** May I post this? */
public enum Verdict {
  GO("go"),
  ASK("ask"),
  HOLD("hold");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  /** As the policy file writes it. */
  public String code() {
    return code;
  }

  /** What advice without a verdict of its own comes to. */
  public static Verdict of(Advice advice) {
    return advice.dont().isPresent() ? HOLD : GO;
  }
}
