package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** What the app offers in Teams' own menus: the action commands of its message extension. */
public record TeamsMenu(List<Command> commands) {
  /**
   * An action command.
   *
   * @param contexts where it is offered: {@code compose}, {@code commandBox}, {@code message}
   */
  public record Command(String id, String title, String description, List<String> contexts) {
    public Command {
      contexts = List.copyOf(contexts);
    }
  }

  public TeamsMenu {
    commands = List.copyOf(commands);
  }

  /** Reads the menu from a Teams app manifest, JSON. A command that names no context has the first two. */
  public static TeamsMenu fromManifest(String manifest) {
    JsonNode extensions = Json.readObject(manifest)
        .orElseThrow(() -> new IllegalArgumentException("The Teams manifest isn't a JSON object"))
        .path("composeExtensions");
    List<Command> commands = new ArrayList<>();
    extensions.forEach(extension -> extension.path("commands").forEach(each -> {
      List<String> contexts = new ArrayList<>();
      each.path("context").forEach(context -> contexts.add(context.asText()));
      commands.add(new Command(
          Json.text(each, "id"),
          Json.text(each, "title"),
          Json.text(each, "description"),
          contexts.isEmpty() ? List.of("compose", "commandBox") : contexts));
    }));
    return new TeamsMenu(commands);
  }

  boolean has(String id, String context) {
    return commands.stream()
        .anyMatch(each -> each.id().equals(id) && each.contexts().contains(context));
  }

  ArrayNode json() {
    ArrayNode list = Json.array();
    commands.forEach(each -> list.addObject()
        .put("id", each.id())
        .put("title", each.title())
        .put("description", each.description())
        .set("contexts", Json.strings(each.contexts())));
    return list;
  }
}
