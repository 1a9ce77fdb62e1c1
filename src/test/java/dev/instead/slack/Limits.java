package dev.instead.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Slack's limits for what we draw, as far as we use them; counted in UTF-16 units, the strictest way. */
final class Limits {
  private static final Map<String, Integer> LONGEST_TEXT = Map.of(
      "section", 3000, "header", 150, "context", 3000, "button", 75, "option", 75, "label", 2000);

  private Limits() {}

  static void checkMessage(JsonObject message) {
    String text = message.get("text").getAsString();
    assertTrue(!text.isBlank() && text.length() <= 3000, "text of " + text.length());
    checkBlocks(message.getAsJsonArray("blocks"), 50);
  }

  static void checkView(JsonObject view) {
    for (String part : new String[] {"title", "submit", "close"}) {
      if (view.has(part)) {
        int length = text(view.getAsJsonObject(part)).length();
        assertTrue(length >= 1 && length <= 24, part + " of " + length);
      }
    }
    if (view.has("private_metadata")) {
      assertTrue(view.get("private_metadata").getAsString().length() <= 3000);
    }
    boolean asks = false;
    for (JsonElement block : view.getAsJsonArray("blocks")) {
      asks |= block.getAsJsonObject().get("type").getAsString().equals("input");
    }
    assertEquals(asks, view.has("submit"), "a form with inputs needs a submit button");
    checkBlocks(view.getAsJsonArray("blocks"), 100);
    int bytes = view.toString().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 250_000, "view of " + bytes + " bytes");
  }

  private static void checkBlocks(JsonArray blocks, int most) {
    assertTrue(blocks.size() >= 1 && blocks.size() <= most, blocks.size() + " blocks");
    Set<String> ids = new HashSet<>();
    for (JsonElement element : blocks) {
      JsonObject block = element.getAsJsonObject();
      if (block.has("block_id")) {
        assertTrue(ids.add(block.get("block_id").getAsString()), "block_id twice");
      }
      block(block);
    }
  }

  private static void block(JsonObject block) {
    String type = block.get("type").getAsString();
    switch (type) {
      case "section" -> {
        within("section", text(block.getAsJsonObject("text")));
        assertTrue(block.getAsJsonObject("text").get("verbatim").getAsBoolean(), "not verbatim");
      }
      case "header" -> within("header", text(block.getAsJsonObject("text")));
      case "context" -> {
        assertTrue(block.getAsJsonArray("elements").size() <= 10);
        block.getAsJsonArray("elements").forEach(e -> within("context", text(e.getAsJsonObject())));
      }
      case "actions" -> {
        assertTrue(block.getAsJsonArray("elements").size() <= 25);
        Set<String> ids = new HashSet<>();
        block.getAsJsonArray("elements").forEach(e -> {
          assertTrue(
              ids.add(e.getAsJsonObject().get("action_id").getAsString()), "action_id twice");
          pressable(e.getAsJsonObject());
        });
      }
      case "input" -> {
        within("label", text(block.getAsJsonObject("label")));
        pressable(block.getAsJsonObject("element"));
      }
      case "rich_text" -> rich(block.getAsJsonArray("elements"));
      case "divider" -> {}
      default -> throw new AssertionError("Unexpected block " + type);
    }
  }

  private static void pressable(JsonObject element) {
    String type = element.get("type").getAsString();
    assertTrue(element.get("action_id").getAsString().length() <= 255);
    if (element.has("value")) {
      int length = element.get("value").getAsString().length();
      assertTrue(length >= 1 && length <= 2000, "value of " + length);
    }
    if (element.has("url")) {
      assertTrue(element.get("url").getAsString().length() <= 3000);
    }
    if (type.equals("button")) {
      within("button", text(element.getAsJsonObject("text")));
    }
    if (element.has("confirm")) {
      JsonObject confirm = element.getAsJsonObject("confirm");
      assertTrue(text(confirm.getAsJsonObject("title")).length() <= 100);
      assertTrue(text(confirm.getAsJsonObject("text")).length() <= 300);
      assertTrue(text(confirm.getAsJsonObject("confirm")).length() <= 30);
      assertTrue(text(confirm.getAsJsonObject("deny")).length() <= 30);
    }
    if (element.has("options")) {
      JsonArray options = element.getAsJsonArray("options");
      int most = type.equals("overflow") ? 5 : 100;
      assertTrue(options.size() >= 1 && options.size() <= most, options.size() + " options");
      options.forEach(o -> {
        within("option", text(o.getAsJsonObject().getAsJsonObject("text")));
        int length = o.getAsJsonObject().get("value").getAsString().length();
        assertTrue(length >= 1 && length <= 150, "option value of " + length);
      });
    }
    if (element.has("placeholder")) {
      assertTrue(text(element.getAsJsonObject("placeholder")).length() <= 150);
    }
    if (element.has("initial_value")) {
      int length = element.get("initial_value").getAsString().length();
      assertTrue(length >= 1 && length <= element.get("max_length").getAsInt());
    }
  }

  private static void rich(JsonArray elements) {
    assertFalse(elements.isEmpty(), "empty rich text");
    for (JsonElement e : elements) {
      JsonObject element = e.getAsJsonObject();
      String type = element.get("type").getAsString();
      if (type.startsWith("rich_text_")) {
        rich(element.getAsJsonArray("elements"));
      } else {
        assertTrue(Set.of("text", "link").contains(type), "Unexpected rich text " + type);
        int length = element.get("text").getAsString().length();
        assertTrue(length >= 1 && length <= 3000, "rich text of " + length);
      }
    }
  }

  private static void within(String kind, String text) {
    int most = LONGEST_TEXT.getOrDefault(kind, 0);
    assertTrue(!text.isEmpty() && text.length() <= most, kind + " of " + text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean half = Character.isSurrogate(text.charAt(i))
          && !(Character.isHighSurrogate(text.charAt(i))
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(++i)));
      assertFalse(half, "half a character in a " + kind);
    }
  }

  private static String text(JsonObject object) {
    return object.get("text").getAsString();
  }
}
