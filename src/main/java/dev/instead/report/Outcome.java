package dev.instead.report;

/** How a case ended. */
public enum Outcome {
  ANSWERED("answered"),
  SOLVED_OFFLINE("solved_offline"),
  MONITOR_ONLY("monitor_only"),
  NOT_US("not_us"),
  REMOVED_BY_PLATFORM("removed_by_platform"),
  NO_ACTION("no_action"),
  NOT_AN_ISSUE("not_an_issue");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  /** As the store and the forms write it. */
  public String code() {
    return code;
  }

  public static Outcome ofCode(String code) {
    for (Outcome outcome : values()) {
      if (outcome.code.equals(code)) {
        return outcome;
      }
    }
    throw new IllegalArgumentException("No outcome is called \"" + code + "\"");
  }
}
