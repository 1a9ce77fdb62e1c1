package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code views.*}. The view is checked before the trigger is used, so a refused view leaves the trigger fresh. */
final class ViewMethods {
  private final SlackWorkspace workspace;
  private final Triggers triggers;

  ViewMethods(SlackWorkspace workspace, Triggers triggers) {
    this.workspace = workspace;
    this.triggers = triggers;
  }

  ObjectNode open(Arguments asked) {
    JsonNode view = view(asked, "modal");
    return answer(workspace.views().open(triggers.take(asked.need("trigger_id")), view));
  }

  ObjectNode push(Arguments asked) {
    JsonNode view = view(asked, "modal");
    return answer(workspace.views().push(triggers.take(asked.need("trigger_id")), view));
  }

  ObjectNode update(Arguments asked) {
    String id = asked.text("view_id");
    String kind = workspace.views().find(id).map(old -> Json.text(old, "type")).orElse("modal");
    JsonNode view = view(asked, kind);
    return answer(
        workspace.views().update(id, asked.text("external_id"), asked.text("hash"), view));
  }

  ObjectNode publish(Arguments asked) {
    JsonNode view = view(asked, "home");
    String user = asked.need("user_id");
    if (workspace.person(user).isEmpty()) {
      throw new SlackRefusal("user_not_found");
    }
    return answer(workspace.views().publish(user, asked.text("hash"), view));
  }

  private static JsonNode view(Arguments asked, String kind) {
    JsonNode view = asked.structured("view", "invalid_arguments");
    BlockKitCheck.view(view, kind);
    return view;
  }

  private static ObjectNode answer(ObjectNode view) {
    ObjectNode answer = Json.object().put("ok", true);
    answer.set("view", view);
    return answer;
  }
}
