package dev.instead.teams;

import com.microsoft.bot.builder.InvokeResponse;
import java.util.Map;

/**
 * What an invoke is answered with; the answer is the body.
 *
 * <p>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview,
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
final class Replies {
  private static final String CARD = "application/vnd.microsoft.card.adaptive";
  private static final String MESSAGE = "application/vnd.microsoft.activity.message";
  private static final String ERROR = "application/vnd.microsoft.error";
  private static final String SIZE = "medium";

  private Replies() {}

  /** The card that was pressed on turns into this one, for the presser. */
  static InvokeResponse card(TeamsMessage message) {
    return action(200, CARD, message.card());
  }

  /** Shown to the presser alone, for a moment. */
  static InvokeResponse message(String text) {
    return action(200, MESSAGE, text);
  }

  static InvokeResponse error(int status, String code, String sentence) {
    return action(status, ERROR, Map.of("code", code, "message", sentence));
  }

  /** A dialog opens, or the open one turns into this. */
  static InvokeResponse dialog(Dialog dialog) {
    Map<String, Object> attachment = Map.of("contentType", CARD, "content", dialog.card());
    Map<String, Object> value =
        Map.of("title", dialog.title(), "height", SIZE, "width", SIZE, "card", attachment);
    return new InvokeResponse(200, Map.of("task", Map.of("type", "continue", "value", value)));
  }

  /** The open dialog closes: that is what Teams does without a word. */
  static InvokeResponse close() {
    return new InvokeResponse(200, null);
  }

  static InvokeResponse unknown() {
    return new InvokeResponse(501, null);
  }

  private static InvokeResponse action(int status, String type, Object value) {
    return new InvokeResponse(200, Map.of("statusCode", status, "type", type, "value", value));
  }
}
