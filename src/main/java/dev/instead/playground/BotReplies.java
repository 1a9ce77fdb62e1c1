package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Does with the bot's HTTP answer what Slack does: shows it, or changes the modal. */
final class BotReplies {
  private final SlackWorkspace workspace;

  BotReplies(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  /** A slash command's answer: plain text or a message, for the asker alone unless it says {@code in_channel}. */
  Answer toCommand(Answer answer, String channel, String user) {
    if (!answer.ok() || answer.body().isBlank()) {
      return answer;
    }
    ObjectNode said =
        Json.readObject(answer.body()).orElseGet(() -> Json.object().put("text", answer.body()));
    if (Json.text(said, "text").isBlank() && said.path("blocks").isEmpty()) {
      return answer;
    }
    try {
      BlockKitCheck.content(Json.text(said, "text"), said.path("blocks"));
    } catch (SlackRefusal refusal) {
      return answer.notUnderstood();
    }
    boolean everybody = Json.text(said, "response_type").equals("in_channel");
    workspace.post(new SlackWorkspace.Draft(
        channel,
        SlackWorkspace.BOT_USER,
        Json.text(said, "text"),
        said.path("blocks"),
        null,
        null,
        everybody ? null : user));
    return answer;
  }

  /** A submission's answer: nothing closes the view; {@code response_action} updates, pushes, clears or shows errors. */
  Answer toSubmission(Answer answer, String user, ObjectNode view) {
    if (!answer.ok()) {
      return answer;
    }
    if (answer.body().isBlank()) {
      closeTop(user, view);
      return answer;
    }
    Optional<ObjectNode> said = Json.readObject(answer.body());
    try {
      said.ifPresentOrElse(reply -> act(reply, user, view), () -> {
        throw new SlackRefusal("invalid_response");
      });
      return answer;
    } catch (SlackRefusal refusal) {
      return answer.notUnderstood();
    }
  }

  private void act(ObjectNode reply, String user, ObjectNode view) {
    JsonNode next = reply.path("view");
    switch (Json.text(reply, "response_action")) {
      case "" -> closeTop(user, view);
      case "clear" -> workspace.views().close(user, true);
      case "errors" -> workspace.views().showErrors(user, errors(reply, view));
      case "update" -> {
        BlockKitCheck.view(next, "modal");
        workspace.views().update(Json.text(view, "id"), "", "", next);
      }
      case "push" -> {
        BlockKitCheck.view(next, "modal");
        workspace.views().push(user, next);
      }
      default -> throw new SlackRefusal("invalid_response_action");
    }
  }

  private void closeTop(String user, ObjectNode view) {
    boolean still = workspace
        .modalOf(user)
        .filter(top -> Json.text(top, "id").equals(Json.text(view, "id")))
        .isPresent();
    if (still) {
      workspace.views().close(user, false);
    }
  }

  /** Slack shows errors beside input blocks only, and takes none for a block that isn't there. */
  private static Map<String, String> errors(ObjectNode reply, ObjectNode view) {
    Map<String, String> errors = new LinkedHashMap<>();
    reply.path("errors").properties().forEach(error -> {
      boolean known = BlockTree.elements(view.path("blocks")).stream()
          .filter(found -> Json.text(found.block(), "type").equals("input"))
          .anyMatch(found -> found.blockId().equals(error.getKey()));
      if (!known || !error.getValue().isTextual()) {
        throw new SlackRefusal("invalid_errors");
      }
      errors.put(error.getKey(), error.getValue().asText());
    });
    if (errors.isEmpty()) {
      throw new SlackRefusal("invalid_errors");
    }
    return errors;
  }
}
