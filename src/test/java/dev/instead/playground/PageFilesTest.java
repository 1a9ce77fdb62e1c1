package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page's files must never contain, because its content policy or its readers would suffer. */
class PageFilesTest {
  private static final Path FOLDER = Path.of("src/main/resources/playground");
  private static final Pattern FROM_OUTSIDE =
      Pattern.compile("(?:src|href|url\\(|from |import\\()\\s*[=:]?\\s*[\"']?(?:https?:)?//");
  private static final Pattern AS_MARKUP = Pattern.compile(
      "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|DOMParser");
  private static final Pattern IMPORTED =
      Pattern.compile("(?:from '\\./|src=\"|<link[^>]*href=\"|src: ')([\\w.-]+)[\"']");
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\bsrc=)|\\son\\w+=\"|<style|javascript:");
  private static final int SCREENS = 300;

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void nothing_is_loaded_from_outside(Path file) throws IOException {
    assertFalse(FROM_OUTSIDE.matcher(withoutNamespaces(file)).find(), file::toString);
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_text_is_read_as_markup_or_program(Path file) throws IOException {
    assertFalse(AS_MARKUP.matcher(Files.readString(file)).find(), file::toString);
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_file_that_is_named_is_there(Path file) throws IOException {
    Matcher named = IMPORTED.matcher(Files.readString(file));
    while (named.find()) {
      assertTrue(
          Files.exists(FOLDER.resolve(named.group(1))), () -> file + " names " + named.group(1));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_program_stands_in_the_markup(Path file) throws IOException {
    boolean markup = file.toString().endsWith(".html") || file.toString().endsWith(".svg");
    assertFalse(markup && INLINE.matcher(Files.readString(file)).find(), file::toString);
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_file_fits_a_few_screens(Path file) throws IOException {
    long lines = Files.readString(file).lines().count();
    assertEquals(Math.min(lines, SCREENS), lines, file::toString);
  }

  private static String withoutNamespaces(Path file) throws IOException {
    return Files.readString(file).replace("http://www.w3.org/2000/svg", "");
  }
}
