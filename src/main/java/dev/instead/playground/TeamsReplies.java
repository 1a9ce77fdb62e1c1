package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Does with the bot's HTTP answer what Teams' client does: draws the card, opens or closes the dialog, shows a note. */
final class TeamsReplies {
  static final String UNREACHABLE = "Unable to reach the app. Please try again.";
  static final String WRONG = "Something went wrong. Please try again.";

  private static final String CARD = "application/vnd.microsoft.card.adaptive";

  private final TeamsTenant tenant;

  TeamsReplies(TeamsTenant tenant) {
    this.tenant = tenant;
  }

  /** The answer to an Action.Execute. */
  Answer toExecute(Answer answer, String aad, TeamsPost post) {
    if (!answer.ok()) {
      return failed(answer, aad);
    }
    ObjectNode said = Json.readObject(answer.body()).orElseGet(Json::object);
    int status = said.path("statusCode").asInt(0);
    JsonNode value = said.path("value");
    String kind = Json.text(said, "type");
    if (status == 200 && kind.equals(CARD) && isGood(value, false)) {
      tenant.screens().replaceFor(aad, post, (ObjectNode) value);
      return answer;
    }
    if (status == 200
        && kind.equals("application/vnd.microsoft.activity.message")
        && !value.asText("").isBlank()) {
      tenant.screens().say(aad, value.asText());
      return answer;
    }
    boolean refusal = status >= 400
        && kind.equals("application/vnd.microsoft.error")
        && value.path("code").isTextual()
        && value.path("message").isTextual();
    return refusal
        ? shown(answer, aad, value.path("message").asText())
        : misunderstood(answer, aad);
  }

  /** The answer to whatever opened a dialog or was sent from one; {@code origin} is that activity. */
  Answer toDialog(Answer answer, String aad, ObjectNode origin) {
    if (!answer.ok()) {
      return failed(answer, aad);
    }
    boolean submission =
        Json.text(origin, "name").matches("task/submit|composeExtension/submitAction");
    if (answer.body().isBlank() && submission) {
      tenant.screens().close(aad);
      return answer;
    }
    ObjectNode said = Json.readObject(answer.body()).orElseGet(Json::object);
    if (said.path("task").isObject()) {
      return task(answer, said.path("task"), aad, origin);
    }
    boolean extension = Json.text(origin, "name").startsWith("composeExtension/");
    return extension && submission && composed(said.path("composeExtension"), aad)
        ? answer
        : misunderstood(answer, aad);
  }

  private Answer task(Answer answer, JsonNode task, String aad, ObjectNode origin) {
    JsonNode value = task.path("value");
    switch (Json.text(task, "type")) {
      case "message" -> {
        if (value.asText("").isBlank()) {
          return misunderstood(answer, aad);
        }
        tenant.screens().close(aad);
        tenant.screens().say(aad, value.asText());
        return answer;
      }
      case "continue" -> {
        JsonNode card = value.path("card").path("content");
        boolean known = Json.text(value.path("card"), "contentType").equals(CARD);
        if (!known || !isGood(card, true) || Json.text(value, "title").isBlank()) {
          return misunderstood(answer, aad);
        }
        tenant
            .screens()
            .open(
                aad,
                new TeamsScreens.Dialog(
                    Json.text(value, "title"), (ObjectNode) card, origin, Map.of()));
        return answer;
      }
      default -> {
        return misunderstood(answer, aad);
      }
    }
  }

  /** A card for the compose box; the person may send it or not. */
  private boolean composed(JsonNode extension, String aad) {
    JsonNode attachments = extension.path("attachments");
    JsonNode card = attachments.path(0).path("content");
    boolean right = Json.text(extension, "type").equals("result")
        && attachments.size() == 1
        && Json.text(attachments.path(0), "contentType").equals(CARD)
        && isGood(card, false);
    if (right) {
      tenant.screens().close(aad);
      tenant.screens().compose(aad, (ObjectNode) card);
    }
    return right;
  }

  private static boolean isGood(JsonNode card, boolean dialog) {
    return card.isObject()
        && !AdaptiveCardCheck.isTooBig(card)
        && (dialog ? AdaptiveCardCheck.dialog(card) : AdaptiveCardCheck.message(card)).isEmpty();
  }

  private Answer shown(Answer answer, String aad, String text) {
    tenant.screens().warn(aad, text);
    return answer;
  }

  private Answer misunderstood(Answer answer, String aad) {
    tenant.screens().warn(aad, WRONG);
    return answer.notUnderstood();
  }

  private Answer failed(Answer answer, String aad) {
    tenant.screens().warn(aad, UNREACHABLE);
    return answer;
  }
}
