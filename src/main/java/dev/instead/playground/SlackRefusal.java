package dev.instead.playground;

import java.util.List;

/** Slack's "no": one of its documented error words, and for wrong blocks where they are wrong. */
public final class SlackRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;
  private final List<String> details;

  SlackRefusal(String error, List<String> details) {
    // Expected and frequent, so it goes without a stack trace.
    super(error + (details.isEmpty() ? "" : ": " + String.join("; ", details)), null, false, false);
    this.error = error;
    this.details = List.copyOf(details);
  }

  SlackRefusal(String error) {
    this(error, List.of());
  }

  /** Slack's word, e.g. {@code channel_not_found}. */
  public String error() {
    return error;
  }

  /** What Slack puts into {@code response_metadata.messages}. */
  public List<String> details() {
    return details;
  }
}
