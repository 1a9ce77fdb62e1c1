package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What the app offers in Slack's menus: its slash commands and shortcuts. */
public record AppMenu(List<Command> commands, List<Shortcut> shortcuts) {
  /** A slash command with its slash. */
  public record Command(String command, String usage, String description) {}

  /** A shortcut: on a message when {@code onMessage}, else anywhere. */
  public record Shortcut(String callbackId, String name, boolean onMessage) {}

  public AppMenu {
    commands = List.copyOf(commands);
    shortcuts = List.copyOf(shortcuts);
  }

  /** Reads the menu from a Slack app manifest, JSON. */
  public static AppMenu fromManifest(String manifest) {
    JsonNode features = Json.readObject(manifest)
        .orElseThrow(() -> new IllegalArgumentException("The Slack manifest isn't a JSON object"))
        .path("features");
    List<Command> commands = new ArrayList<>();
    for (JsonNode each : features.path("slash_commands")) {
      commands.add(new Command(
          Json.text(each, "command"),
          Json.text(each, "usage_hint"),
          Json.text(each, "description")));
    }
    List<Shortcut> shortcuts = new ArrayList<>();
    for (JsonNode each : features.path("shortcuts")) {
      boolean onMessage = Json.text(each, "type").equals("message");
      shortcuts.add(
          new Shortcut(Json.text(each, "callback_id"), Json.text(each, "name"), onMessage));
    }
    return new AppMenu(commands, shortcuts);
  }

  boolean has(String command) {
    return commands.stream().anyMatch(each -> each.command().equals(command));
  }

  boolean hasShortcut(String callbackId, boolean onMessage) {
    return shortcuts.stream()
        .anyMatch(each -> each.callbackId().equals(callbackId) && each.onMessage() == onMessage);
  }

  ArrayNode commandsJson() {
    ArrayNode list = Json.array();
    commands.forEach(each -> list.addObject()
        .put("command", each.command())
        .put("usage", each.usage())
        .put("description", each.description()));
    return list;
  }

  ObjectNode shortcutsJson() {
    ObjectNode json = Json.object();
    ArrayNode global = json.putArray("global");
    ArrayNode message = json.putArray("message");
    shortcuts.forEach(each -> (each.onMessage() ? message : global)
        .addObject()
        .put("callback_id", each.callbackId())
        .put("name", each.name()));
    return json;
  }
}
