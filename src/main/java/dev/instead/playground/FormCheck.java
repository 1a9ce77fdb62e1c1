package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Slack's own clients check before a form is sent at all: required fields, lengths, links. */
final class FormCheck {
  private FormCheck() {}

  /** block_id → what to put right; empty when the form may be sent. */
  static Map<String, String> errors(JsonNode view, JsonNode values) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (BlockTree.Found found : BlockTree.elements(view.path("blocks"))) {
      if (Json.text(found.block(), "type").equals("input")) {
        String error = error(found, values.path(found.blockId()).path(found.actionId()));
        if (!error.isEmpty()) {
          errors.put(found.blockId(), error);
        }
      }
    }
    return errors;
  }

  private static String error(BlockTree.Found found, JsonNode given) {
    if (isEmpty(given)) {
      return found.block().path("optional").asBoolean(false)
          ? ""
          : "Please complete this required field.";
    }
    String text = Json.text(given, "value");
    JsonNode element = found.element();
    if (Json.text(element, "type").equals("url_text_input") && !isLink(text)) {
      return "Please enter a valid URL, for example https://example.com.";
    }
    if (text.length() > element.path("max_length").asInt(3000)) {
      return "Please use at most " + element.path("max_length").asInt(3000) + " characters.";
    }
    boolean tooShort =
        !text.isEmpty() && text.length() < element.path("min_length").asInt(0);
    return tooShort
        ? "Please use at least " + element.path("min_length").asInt(0) + " characters."
        : "";
  }

  private static boolean isEmpty(JsonNode given) {
    for (Map.Entry<String, JsonNode> field : given.properties()) {
      JsonNode value = field.getValue();
      boolean says = value.isObject()
          || (value.isArray() && !value.isEmpty())
          || !value.asText("").isBlank();
      if (!field.getKey().equals("type") && !value.isNull() && says) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLink(String text) {
    try {
      URI link = new URI(text);
      return link.getHost() != null
          && link.getScheme() != null
          && link.getScheme().startsWith("http");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
