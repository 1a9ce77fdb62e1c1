package dev.instead.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

  void answer(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    // The body may be unread, so nothing can follow on this connection; who sent it has to know.
    response.setHeader("Connection", "close");
    if (status == 405) {
      response.setHeader("Allow", "POST");
    }
    PlainText.write(response, answer);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
