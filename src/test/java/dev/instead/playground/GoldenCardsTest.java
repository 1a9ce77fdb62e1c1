package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every picture of a card and a form passes the playground's strict reading of Block Kit. */
class GoldenCardsTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/slack");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @MethodSource("pictures")
  void slack_would_take_it(Path picture) throws IOException {
    JsonNode json = JSON.readTree(picture.toFile());
    List<String> problems = picture.toString().contains("/form/")
        ? BlockKitCheck.view(json)
        : BlockKitCheck.message(json.get("blocks"));

    assertEquals(List.of(), problems);
  }

  @Test
  void there_are_pictures() throws IOException {
    assertTrue(pictures().size() > 150);
  }

  static List<Path> pictures() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
