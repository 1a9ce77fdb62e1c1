package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Walks blocks: finds the elements people can use, and gives them the ids that Slack adds when an app left them out. */
final class BlockTree {
  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private BlockTree() {}

  /** An element and the block it stands in. */
  record Found(JsonNode block, JsonNode element) {
    String blockId() {
      return Json.text(block, "block_id");
    }

    String actionId() {
      return Json.text(element, "action_id");
    }
  }

  /** Every interactive element, in reading order. */
  static List<Found> elements(JsonNode blocks) {
    List<Found> all = new ArrayList<>();
    for (JsonNode block : blocks) {
      switch (Json.text(block, "type")) {
        case "section" -> addInteractive(block, block.path("accessory"), all);
        case "input" -> addInteractive(block, block.path("element"), all);
        case "actions" ->
          block.path("elements").forEach(element -> addInteractive(block, element, all));
        default -> {}
      }
    }
    return all;
  }

  /** A copy in which every block has a block_id and every interactive element an action_id. */
  static ArrayNode withIds(JsonNode blocks) {
    ArrayNode copy = blocks.isArray() ? (ArrayNode) blocks.deepCopy() : Json.array();
    Set<String> taken = new HashSet<>();
    copy.forEach(block -> taken.add(Json.text(block, "block_id")));
    for (JsonNode block : copy) {
      nameIfNameless((ObjectNode) block, "block_id", taken);
    }
    for (Found found : elements(copy)) {
      nameIfNameless((ObjectNode) found.element(), "action_id", new HashSet<>());
    }
    return copy;
  }

  private static void addInteractive(JsonNode block, JsonNode element, List<Found> all) {
    if (element.isObject() && !Json.text(element, "type").equals("image")) {
      all.add(new Found(block, element));
    }
  }

  private static void nameIfNameless(ObjectNode node, String field, Set<String> taken) {
    if (Json.text(node, field).isEmpty()) {
      String name = random();
      while (!taken.add(name)) {
        name = random();
      }
      node.put(field, name);
    }
  }

  private static String random() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      name.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
    }
    return name.toString();
  }
}
