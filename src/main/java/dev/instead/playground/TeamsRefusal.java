package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The Bot Connector's "no": an HTTP status, and in the body a code and a message. */
public final class TeamsRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Optional<Duration> retryAfter;

  private TeamsRefusal(int status, String code, String message, Optional<Duration> retryAfter) {
    // Expected and frequent, so it goes without a stack trace.
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public TeamsRefusal(int status, String code, String message) {
    this(status, code, message, Optional.empty());
  }

  static TeamsRefusal wrong(String what) {
    return new TeamsRefusal(400, "BadArgument", what);
  }

  static TeamsRefusal wrongCard(List<String> problems) {
    return wrong("Invalid Adaptive Card: " + String.join("; ", problems));
  }

  static TeamsRefusal unauthorized() {
    return new TeamsRefusal(401, "Unauthorized", "Authorization has been denied for this request.");
  }

  static TeamsRefusal notInRoster() {
    return new TeamsRefusal(
        403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
  }

  static TeamsRefusal noConversation() {
    return new TeamsRefusal(404, "ConversationNotFound", "Conversation not found.");
  }

  static TeamsRefusal noMessage() {
    return new TeamsRefusal(404, "ActivityNotFoundInConversation", "The message was not found.");
  }

  static TeamsRefusal tooBig() {
    return new TeamsRefusal(413, "MessageSizeTooBig", "Message size too large.");
  }

  static TeamsRefusal conflict() {
    return new TeamsRefusal(412, "PreconditionFailed", "Precondition failed, please try again.");
  }

  static TeamsRefusal tooMany(Duration wait) {
    return new TeamsRefusal(429, "Throttled", "Too many requests.", Optional.of(wait));
  }

  /** Somebody locked the channel; its body has a shape of its own. */
  public static TeamsRefusal writesBlocked() {
    return new TeamsRefusal(403, "MessageWritesBlocked", "Thread is blocked from message writes.");
  }

  public int status() {
    return status;
  }

  /** E.g. {@code ConversationNotFound}. */
  public String code() {
    return code;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  ObjectNode body() {
    ObjectNode body = Json.object();
    if (code.equals("MessageWritesBlocked")) {
      ObjectNode inner = Json.object().put("subCode", code).put("details", getMessage());
      return body.put("errorCode", 209)
          .put("message", Json.write(inner.putNull("errorCode").putNull("errorSubCode")));
    }
    body.putObject("error").put("code", code).put("message", getMessage());
    return body;
  }
}
