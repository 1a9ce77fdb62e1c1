package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Small Adaptive Cards for tests. */
final class Cards {
  private Cards() {}

  static ObjectNode small() {
    return saying("Hello");
  }

  static ObjectNode saying(String text) {
    ObjectNode card = Json.object().put("type", "AdaptiveCard").put("version", "1.5");
    card.putArray("body").addObject().put("type", "TextBlock").put("text", text).put("wrap", true);
    return card;
  }

  /** Written with single quotes. */
  static ObjectNode of(String json) {
    return Json.readObject(json.replace('\'', '"'))
        .orElseThrow(() -> new AssertionError("This isn't JSON: " + json));
  }
}
