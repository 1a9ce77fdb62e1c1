package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;

/** What the Bot Connector answers when all is well; {@code wrote} when something changed that people see. */
record ConnectorAnswer(int status, JsonNode body, boolean wrote) {
  static ConnectorAnswer found(JsonNode body) {
    return new ConnectorAnswer(200, body, false);
  }

  static ConnectorAnswer created(JsonNode body) {
    return new ConnectorAnswer(201, body, true);
  }

  static ConnectorAnswer changed(JsonNode body) {
    return new ConnectorAnswer(200, body, true);
  }
}
