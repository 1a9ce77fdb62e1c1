package dev.instead.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.desk.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private final LoggerContext context = new LoggerContext();
  private final JsonLines lines = new JsonLines();

  @Test
  void an_event_is_one_line_with_its_marks_in_utf_8() throws IOException {
    String line = line("Said “héllo”\nand more", null, Map.of("case", "S-7KQ2", "other", "x"));

    assertEquals(line.length() - 1, line.indexOf('\n'));
    JsonNode json = new ObjectMapper().readTree(line);
    assertEquals("2026-11-24T03:00:00.123Z", json.path("time").asText());
    assertEquals("WARN", json.path("level").asText());
    assertEquals("dev.instead.Test", json.path("logger").asText());
    assertEquals("Said “héllo”\nand more", json.path("message").asText());
    assertEquals("S-7KQ2", json.path("case").asText());
    assertFalse(json.has("other"), "only marks that are known");
    assertFalse(json.has("error"));
  }

  @Test
  void of_a_failure_only_our_own_words_are_written() throws IOException {
    IllegalStateException quoting = new IllegalStateException("cannot parse: Rudi is furious");
    String line = line("It failed", new StoreException("The disk is full.", quoting), Map.of());

    JsonNode error = new ObjectMapper().readTree(line).path("error");
    assertEquals("dev.instead.desk.StoreException", error.path("class").asText());
    assertEquals("The disk is full.", error.path("message").asText());
    assertEquals(
        "java.lang.IllegalStateException", error.path("cause").path("class").asText());
    assertTrue(error.path("cause").path("at").get(0).asText().contains("JsonLinesTest"), line);
    assertFalse(line.contains("furious"), line);
  }

  @Test
  void a_line_has_an_end_whatever_is_logged() throws IOException {
    Throwable deep = new StoreException("0");
    for (int i = 0; i < 200; i++) {
      deep = new StoreException("x".repeat(10_000), deep);
    }

    String line = line("😀".repeat(100_000), deep, Map.of());

    assertTrue(line.length() < 120_000, "it has " + line.length() + " characters");
    assertFalse(line.contains("\uFFFD") || line.contains("\\ud83d\""), "a cut through a character");
    assertTrue(new ObjectMapper().readTree(line).path("message").asText().endsWith("…"));
  }

  private String line(String message, @Nullable Throwable failure, Map<String, String> marks) {
    LoggingEvent event = new LoggingEvent(
        "", context.getLogger("dev.instead.Test"), Level.WARN, message, failure, new Object[0]);
    event.setInstant(Instant.parse("2026-11-24T03:00:00.123Z"));
    event.setMDCPropertyMap(marks);
    return new String(lines.encode(event), StandardCharsets.UTF_8);
  }
}
