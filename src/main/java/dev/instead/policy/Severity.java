package dev.instead.policy;

/** How much a case matters; nobody asks the reporter for it. */
public enum Severity {
  LOW("low"),
  NORMAL("normal"),
  HIGH("high"),
  URGENT("urgent");

  private final String code;

  Severity(String code) {
    this.code = code;
  }

  /** As the policy file and the store write it. */
  public String code() {
    return code;
  }

  public static Severity ofCode(String code) {
    for (Severity severity : values()) {
      if (severity.code.equals(code)) {
        return severity;
      }
    }
    throw new IllegalArgumentException("No severity is called \"" + code + "\"");
  }
}
