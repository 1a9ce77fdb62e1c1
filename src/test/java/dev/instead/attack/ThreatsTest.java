package dev.instead.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every threat in {@code docs/security.md} names tests, and they exist. */
class ThreatsTest {
  private static final Path DOCUMENT = Path.of("docs", "security.md");
  private static final Path TESTS = Path.of("src/test/java/dev/instead");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");
  private static final int KNOWN_THREATS = 30;

  @Test
  void every_threat_names_a_test_that_exists() throws IOException {
    Map<String, List<Path>> classes = classes();
    List<String> missing = new ArrayList<>();
    List<String[]> threats = threats();
    for (String[] threat : threats) {
      Matcher named = NAMED.matcher(threat[3]);
      int tests = 0;
      while (named.find()) {
        tests++;
        if (!exists(classes.getOrDefault(named.group(1), List.of()), named.group(2))) {
          missing.add(named.group());
        }
      }
      if (tests == 0 || threat[2].isBlank()) {
        missing.add("a test and a countermeasure for: " + threat[1]);
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(threats.size() >= KNOWN_THREATS, () -> "only " + threats.size() + " threats");
  }

  private static List<String[]> threats() throws IOException {
    String document = Files.readString(DOCUMENT);
    int table = document.indexOf("| threat |");
    return document
        .substring(table, document.indexOf("\n\n", table))
        .lines()
        .skip(2)
        .map(row -> row.split("\\|", -1))
        .toList();
  }

  private static boolean exists(List<Path> files, String method) throws IOException {
    Pattern test = Pattern.compile(
        "@(?:Test|ParameterizedTest)[^{;]*?\\bvoid " + Pattern.quote(method) + "\\(",
        Pattern.DOTALL);
    Pattern declared = Pattern.compile("\\n  void " + Pattern.quote(method) + "\\(");
    for (Path file : files) {
      String source = Files.readString(file);
      if (declared.matcher(source).find() || test.matcher(source).find()) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, List<Path>> classes() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .collect(
              Collectors.groupingBy(file -> file.getFileName().toString().replace(".java", "")));
    }
  }
}
