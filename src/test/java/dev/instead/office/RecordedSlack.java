package dev.instead.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.playground.SignedRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Recorded and composed requests of Slack's, from the files, and signed as if they were sent just now. */
public final class RecordedSlack {
  public static final Path FIXTURES = Path.of("src/test/resources/fixtures/slack");
  public static final String FORM = "application/x-www-form-urlencoded";
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordedSlack() {}

  public static ObjectNode read(String file) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(FIXTURES.resolve(file)));
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }

  /** As it is on the wire: commands are forms, interactions a form with one field, events JSON. */
  public static SignedRequest request(ObjectNode fixture) {
    for (String raw : List.of("_raw_body", "raw_body")) {
      if (fixture.has(raw)) {
        return signed(FORM, fixture.get(raw).asText());
      }
    }
    boolean event = fixture.has("event") || fixture.has("challenge");
    return event
        ? signed("application/json", fixture.toString())
        : signed(FORM, "payload=" + encoded(fixture.toString()));
  }

  public static String form(JsonNode fields) {
    return fields.properties().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue().asText()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public static SignedRequest signed(String type, String body) {
    return LiveOffice.SECRET.sign(type, body, Instant.now());
  }
}
