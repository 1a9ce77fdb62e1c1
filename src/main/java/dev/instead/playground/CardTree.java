package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Walks an Adaptive Card: its inputs, its buttons, its named parts, in reading order, those of cards inside included. */
final class CardTree {
  private static final Set<String> INSIDE = Set.of(
      "body", "items", "columns", "rows", "cells", "actions", "selectAction", "card", "inlines");

  private CardTree() {}

  static List<JsonNode> inputs(JsonNode card) {
    List<JsonNode> found = new ArrayList<>();
    walk(card, part -> {
      if (Json.text(part, "type").startsWith("Input.")) {
        found.add(part);
      }
    });
    return found;
  }

  /** Everything that can be pressed; fallbacks are another client's and not among it. */
  static List<JsonNode> actions(JsonNode card) {
    List<JsonNode> found = new ArrayList<>();
    walk(card, part -> {
      if (Json.text(part, "type").startsWith("Action.")) {
        found.add(part);
      }
    });
    return found;
  }

  /** What a button is called towards the bot: an Execute's verb, else the one in its data. */
  static String verb(JsonNode action) {
    String own = Json.text(action, "verb");
    return own.isEmpty() ? Json.text(action.path("data"), "verb") : own;
  }

  static boolean opensDialog(JsonNode action) {
    return Json.text(action.path("data").path("msteams"), "type").equals("task/fetch");
  }

  static void walk(JsonNode part, Consumer<JsonNode> visit) {
    if (part.isObject()) {
      visit.accept(part);
    }
    part.properties().forEach(field -> {
      if (INSIDE.contains(field.getKey())) {
        walk(field.getValue(), visit);
      }
    });
    if (part.isArray()) {
      part.forEach(child -> walk(child, visit));
    }
  }
}
