package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person has filled in: {@code state.values} as Slack sends it, for every field, touched or not. */
final class FormState {
  private record Kind(String field, String initial) {}

  private static final Map<String, Kind> KINDS = Map.of(
      "plain_text_input", new Kind("value", "initial_value"),
      "url_text_input", new Kind("value", "initial_value"),
      "static_select", new Kind("selected_option", "initial_option"),
      "radio_buttons", new Kind("selected_option", "initial_option"),
      "checkboxes", new Kind("selected_options", "initial_options"),
      "users_select", new Kind("selected_user", "initial_user"),
      "conversations_select", new Kind("selected_conversation", "initial_conversation"),
      "datepicker", new Kind("selected_date", "initial_date"));

  private FormState() {}

  /** The values of all fields among {@code blocks}: as given, else as remembered, else as the app set them. */
  static ObjectNode values(JsonNode blocks, JsonNode given, JsonNode remembered) {
    ObjectNode values = Json.object();
    for (BlockTree.Found found : BlockTree.elements(blocks)) {
      Kind kind = KINDS.get(Json.text(found.element(), "type"));
      if (kind != null) {
        JsonNode value = Optional.of(at(given, found))
            .filter(JsonNode::isObject)
            .or(() -> Optional.of(at(remembered, found)).filter(JsonNode::isObject))
            .orElseGet(() -> untouched(found.element(), kind));
        values.withObjectProperty(found.blockId()).set(found.actionId(), value.deepCopy());
      }
    }
    return values;
  }

  /**
   * Values from plain words, by block_id: a field's text, an option's value (several with commas between), an id, a date.
   */
  static ObjectNode fill(JsonNode blocks, Map<String, String> words) {
    ObjectNode values = Json.object();
    for (BlockTree.Found found : BlockTree.elements(blocks)) {
      String word = words.get(found.blockId());
      if (word != null) {
        values
            .withObjectProperty(found.blockId())
            .set(found.actionId(), filled(found.element(), word));
      }
    }
    words.keySet().stream().filter(block -> !values.has(block)).findFirst().ifPresent(block -> {
      throw new IllegalArgumentException("The form has no field in a block " + block);
    });
    return values;
  }

  /** What an element sends when a person chooses or writes {@code word}. */
  static ObjectNode filled(JsonNode element, String word) {
    String type = Json.text(element, "type");
    ObjectNode value = Json.object().put("type", type);
    switch (type) {
      case "static_select", "radio_buttons", "overflow" ->
        value.set("selected_option", option(element, word));
      case "checkboxes" -> {
        ArrayNode chosen = value.putArray("selected_options");
        List.of(word.split(",", -1)).forEach(each -> chosen.add(option(element, each)));
      }
      default -> {
        Kind kind = KINDS.get(type);
        value.put(kind == null ? "value" : kind.field(), word);
      }
    }
    return value;
  }

  private static JsonNode option(JsonNode element, String value) {
    JsonNode found = find(element.path("options"), value);
    for (JsonNode group : element.path("option_groups")) {
      found = found.isMissingNode() ? find(group.path("options"), value) : found;
    }
    if (found.isMissingNode()) {
      throw new IllegalArgumentException(
          "The menu " + Json.text(element, "action_id") + " has no option with the value " + value);
    }
    return found;
  }

  private static JsonNode find(JsonNode options, String value) {
    for (JsonNode option : options) {
      if (Json.text(option, "value").equals(value)) {
        return option;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode at(JsonNode values, BlockTree.Found found) {
    return values.path(found.blockId()).path(found.actionId());
  }

  private static ObjectNode untouched(JsonNode element, Kind kind) {
    ObjectNode value = Json.object().put("type", Json.text(element, "type"));
    if (element.hasNonNull(kind.initial())) {
      value.set(kind.field(), element.get(kind.initial()).deepCopy());
    } else if (kind.field().equals("selected_options")) {
      value.putArray(kind.field());
    } else {
      value.putNull(kind.field());
    }
    return value;
  }
}
