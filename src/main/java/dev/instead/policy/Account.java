package dev.instead.policy;

/** Whose account something is posted from. */
public enum Account {
  /** The company's own. */
  OFFICIAL("official"),
  /** One's own, at home. */
  PERSONAL("personal");

  private final String code;

  Account(String code) {
    this.code = code;
  }

  /** As the policy file and buttons write it. */
  public String code() {
    return code;
  }
}
