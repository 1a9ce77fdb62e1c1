package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a Web API call was given, whether it came as a form or as JSON. */
record Arguments(ObjectNode all) {

  static Arguments form(String encoded) {
    ObjectNode fields = Json.object();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new Arguments(fields);
  }

  static Arguments json(String body) {
    return new Arguments(Json.readObject(body).orElseThrow(() -> new SlackRefusal("invalid_json")));
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new SlackRefusal("invalid_form_data");
    }
  }

  String text(String name) {
    return Json.text(all, name);
  }

  String need(String name) {
    String value = text(name);
    if (value.isEmpty()) {
      throw new SlackRefusal(
          "invalid_arguments", List.of("[ERROR] missing required field: " + name));
    }
    return value;
  }

  boolean flag(String name) {
    return List.of("true", "1").contains(text(name).toLowerCase(Locale.ROOT));
  }

  int number(String name, int otherwise) {
    return all.path(name).asInt(otherwise);
  }

  /** Structured arguments: objects in a JSON body, JSON texts in a form. Missing when not given. */
  JsonNode structured(String name, String errorWhenBroken) {
    JsonNode value = all.path(name);
    if (!value.isTextual()) {
      return value;
    }
    return value.asText().isEmpty()
        ? MissingNode.getInstance()
        : Json.read(value.asText()).orElseThrow(() -> new SlackRefusal(errorWhenBroken));
  }

  /** For the log: without the token, JSON texts as JSON. */
  ObjectNode forTheLog() {
    ObjectNode copy = all.deepCopy();
    copy.remove("token");
    for (String name : List.of("blocks", "view", "metadata")) {
      Json.read(text(name)).ifPresent(parsed -> copy.set(name, parsed));
    }
    return copy;
  }
}
