package dev.instead.playground;

import java.util.Map;
import java.util.Optional;

/**
 * What came of a request to the bot.
 *
 * @param status the HTTP status, 0 when there was no answer
 */
public record Answer(int status, String body, Map<String, String> headers, Outcome outcome) {
  /** How the platform judges it. */
  public enum Outcome {
    FINE(""),
    TIMED_OUT("operation_timeout"),
    UNREACHABLE("dispatch_failed"),
    HTTP_ERROR("dispatch_failed"),
    NOT_UNDERSTOOD("invalid_command_response"),
    /** The client itself found something to put right first, so the bot heard nothing. */
    NOT_SENT("not_sent");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** A word for it, Slack's own where it has one; empty when all is well. */
    public String word() {
      return word;
    }
  }

  public Answer {
    headers = Map.copyOf(headers);
  }

  static Answer none(Outcome outcome) {
    return new Answer(0, "", Map.of(), outcome);
  }

  Answer notUnderstood() {
    return new Answer(status, body, headers, Outcome.NOT_UNDERSTOOD);
  }

  public boolean ok() {
    return outcome == Outcome.FINE;
  }

  /** A response header by its lower-case name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Why Slack would retry an event: the value of {@code X-Slack-Retry-Reason}. */
  String retryReason() {
    return switch (outcome) {
      case TIMED_OUT -> "http_timeout";
      case UNREACHABLE -> "connection_failed";
      case FINE, HTTP_ERROR, NOT_UNDERSTOOD, NOT_SENT -> "http_error";
    };
  }
}
