package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person filled into a card's fields: checked as Teams' clients check it, and put into what the button sends. */
final class CardForm {
  private CardForm() {}

  /** The fields that a button takes along: those outside of shown cards, and those of the shown card that it stands in. */
  static List<JsonNode> fields(JsonNode card, JsonNode action) {
    if (Json.text(action, "associatedInputs").equalsIgnoreCase("none")) {
      return List.of();
    }
    // By identity: two fields or buttons may look the same.
    Set<JsonNode> elsewhere = Collections.newSetFromMap(new IdentityHashMap<>());
    for (JsonNode shown : CardTree.actions(card)) {
      JsonNode inner = shown.path("card");
      Set<JsonNode> buttons = Collections.newSetFromMap(new IdentityHashMap<>());
      buttons.addAll(CardTree.actions(inner));
      if (!buttons.contains(action)) {
        elsewhere.addAll(CardTree.inputs(inner));
      }
    }
    return CardTree.inputs(card).stream()
        .filter(field -> !elsewhere.contains(field))
        .toList();
  }

  /** The field's id → what to put right; empty when the button may send. */
  static Map<String, String> errors(List<JsonNode> fields, Map<String, String> given) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (JsonNode field : fields) {
      String id = Json.text(field, "id");
      if (!isRight(field, value(field, given))) {
        errors.put(id, field.path("errorMessage").asText("This isn't right yet."));
      }
    }
    return errors;
  }

  private static boolean isRight(JsonNode field, String value) {
    if (value.isBlank()) {
      return !field.path("isRequired").asBoolean(false);
    }
    String pattern = Json.text(field, "regex");
    boolean fits = pattern.isEmpty() || Pattern.compile(pattern).matcher(value).find();
    return fits && value.length() <= field.path("maxLength").asInt(Integer.MAX_VALUE);
  }

  /** The action's own data with the fields beside it. What nobody chose isn't there, what nobody wrote is "". */
  static ObjectNode data(JsonNode action, List<JsonNode> fields, Map<String, String> given) {
    ObjectNode data =
        action.path("data") instanceof ObjectNode own ? own.deepCopy() : Json.object();
    for (JsonNode field : fields) {
      String value = value(field, given);
      boolean writes = Json.text(field, "type").equals("Input.Text");
      if (writes || !value.isEmpty()) {
        data.put(Json.text(field, "id"), value);
      }
    }
    return data;
  }

  /** Refuses, as nobody could do that, what isn't on the card. */
  static void mustOffer(List<JsonNode> fields, Map<String, String> given) {
    for (Map.Entry<String, String> one : given.entrySet()) {
      JsonNode field = fields.stream()
          .filter(each -> Json.text(each, "id").equals(one.getKey()))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("The card has no field " + one.getKey()));
      if (Json.text(field, "type").equals("Input.ChoiceSet")) {
        mustOffer(field, one.getValue());
      }
    }
  }

  private static void mustOffer(JsonNode field, String chosen) {
    boolean many = field.path("isMultiSelect").asBoolean(false);
    for (String word : many ? chosen.split(",", -1) : new String[] {chosen}) {
      boolean offered = word.isEmpty();
      for (JsonNode choice : field.path("choices")) {
        offered |= Json.text(choice, "value").equals(word);
      }
      if (!offered) {
        throw new IllegalArgumentException(
            "The field " + Json.text(field, "id") + " doesn't offer " + word);
      }
    }
  }

  private static String value(JsonNode field, Map<String, String> given) {
    String untouched = Json.text(field, "type").equals("Input.Toggle")
        ? field.path("value").asText(field.path("valueOff").asText("false"))
        : Json.text(field, "value");
    return given.getOrDefault(Json.text(field, "id"), untouched);
  }
}
