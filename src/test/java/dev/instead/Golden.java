package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file under {@code src/test/resources/golden}; {@code -Dgolden=write} rewrites it. */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  public static void assertMatches(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    String text = actual + "\n";
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER.resolve(name).getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return;
    }
    assertEquals(
        Files.readString(file, StandardCharsets.UTF_8),
        text,
        () -> name + " looks different now; if that is meant, run with -Dgolden=write");
  }
}
