package dev.instead.web;

import java.io.Serial;

/** A request that goes no further. */
final class Refusal extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  private final int status;
  private final String answer;

  /**
   * @param answer what the sender is told; nothing that would help a forger
   * @param reason what the log is told; nothing from the body
   */
  Refusal(int status, String answer, String reason) {
    super(reason, null, false, false);
    this.status = status;
    this.answer = answer;
  }

  int status() {
    return status;
  }

  String answer() {
    return answer;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
