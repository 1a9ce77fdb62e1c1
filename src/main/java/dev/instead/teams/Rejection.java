package dev.instead.teams;

import java.io.Serial;

/** A request that is not taken as Microsoft's, or not for this bot. Its message is for the log alone: what is wrong and what to do. */
public final class Rejection extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  private final int status;

  private Rejection(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  /** Nobody shows that Microsoft sent it. */
  static Rejection unverified(String reason) {
    return new Rejection(401, reason);
  }

  /** Microsoft sent it, but the bot isn't for this sender. */
  static Rejection forbidden(String reason) {
    return new Rejection(403, reason);
  }

  static Rejection malformed(String reason) {
    return new Rejection(400, reason);
  }

  /** It can't be checked now: worth another try. */
  static Rejection unavailable(String reason) {
    return new Rejection(503, reason);
  }

  /** The HTTP status that says no more than needed. */
  public int status() {
    return status;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
