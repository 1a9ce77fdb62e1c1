package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold for every card and dialog: Microsoft's schema of Adaptive Cards 1.5, Teams' limits, and our own promises. */
final class CardCheck {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Schema SCHEMA = schema();
  private static final int LARGEST = 25_000;
  private static final int SHOWN_IN_A_ROW = 6;
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+");

  private CardCheck() {}

  static String pretty(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(Map<String, Object> card) {
    return JSON.valueToTree(card);
  }

  static void check(Map<String, Object> card) {
    JsonNode json = tree(card);
    assertEquals(List.of(), SCHEMA.validate(json), "not an Adaptive Card 1.5");
    int bytes = json.toString().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < LARGEST, bytes + " bytes");
    assertEquals("1.5", json.path("version").asText());
    assertFalse(json.path("lang").asText().isEmpty(), "no language");
    assertFalse(json.path("body").isEmpty(), "nothing to see");
    Set<String> ids = new HashSet<>();
    for (JsonNode piece : pieces(json)) {
      if (piece.has("id")) {
        assertTrue(ids.add(piece.get("id").asText()), "id twice");
      }
      piece(piece);
    }
  }

  private static void piece(JsonNode piece) {
    String type = piece.path("type").asText();
    if (piece.has("actions")) {
      row(piece.get("actions"));
    }
    if (type.equals("TextBlock")) {
      assertTrue(piece.get("wrap").asBoolean(), "cut at the margin: " + piece);
      assertFalse(piece.get("text").asText().isBlank(), "an empty text");
    }
    if (type.startsWith("Input.")) {
      input(piece);
    }
    if (type.startsWith("Action.")) {
      action(piece, type);
    }
    for (String text : List.of("text", "title", "value", "label")) {
      assertWhole(piece.path(text).asText());
    }
    assertFalse(type.startsWith("Image") || type.equals("Media"), "a picture from elsewhere");
    assertFalse(piece.has("backgroundImage") || piece.has("iconUrl") || piece.has("refresh"));
  }

  private static void row(JsonNode actions) {
    int shown = 0;
    for (JsonNode action : actions) {
      shown += action.path("mode").asText().equals("secondary") ? 0 : 1;
    }
    assertTrue(shown <= SHOWN_IN_A_ROW, shown + " buttons in a row");
  }

  private static void input(JsonNode input) {
    if (!input.path("isVisible").asBoolean(true)) {
      return;
    }
    assertFalse(input.path("label").asText().isBlank(), "an input without a label");
    if (input.path("isRequired").asBoolean()) {
      assertFalse(input.path("errorMessage").asText().isBlank(), "required, but says nothing");
    }
    if (input.has("maxLength")) {
      assertTrue(input.path("value").asText().length() <= input.get("maxLength").asInt());
    }
    input.path("choices").forEach(c -> assertFalse(c.get("title").asText().isBlank()));
  }

  private static void action(JsonNode action, String type) {
    switch (type) {
      case "Action.Execute" -> {
        assertEquals(action.get("verb"), action.get("data").get("verb"));
        assertTrue(action.get("data").get("value").isTextual());
        JsonNode fallback = action.get("fallback");
        assertEquals("Action.Submit", fallback.get("type").asText());
        assertEquals(action.get("data"), fallback.get("data"));
        assertEquals(action.get("title"), fallback.get("title"));
      }
      case "Action.Submit" -> assertTrue(action.get("data").get("verb").isTextual());
      case "Action.OpenUrl" -> {
        String url = action.get("url").asText();
        assertTrue(ADDRESS.matcher(url).matches(), url);
      }
      case "Action.ShowCard", "Action.ToggleVisibility" -> {}
      default -> throw new AssertionError("Unexpected " + type);
    }
    boolean inText = type.equals("Action.OpenUrl") && !action.has("title");
    assertTrue(inText || !action.path("title").asText().isBlank(), "a button without words");
    assertTrue(action.path("title").asText().length() <= 75, "a long button");
  }

  private static void assertWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        i++;
        assertTrue(i < text.length() && Character.isLowSurrogate(text.charAt(i)), "half a letter");
      } else {
        assertFalse(Character.isLowSurrogate(text.charAt(i)), "half a letter");
      }
    }
  }

  /** Every object of the card that has a type. */
  static List<JsonNode> pieces(JsonNode json) {
    List<JsonNode> found = new ArrayList<>();
    if (json.isObject() && json.has("type")) {
      found.add(json);
    }
    json.forEach(child -> found.addAll(pieces(child)));
    return found;
  }

  private static Schema schema() {
    Path file = Path.of("src/test/resources/schemas/adaptive-card.1.5.0.json");
    try {
      ObjectNode schema =
          (ObjectNode) JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
      // Draft 6 says $id; the file has the word of draft 4, which the validator stumbles over.
      schema.remove("id");
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6).getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
