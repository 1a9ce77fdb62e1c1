package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A package imports only packages above it in this list; some never import one another; the inner ones know no library. */
class PackageOrderTest {
  private static final List<String> ORDER = List.of(
      "trail",
      "people",
      "policy",
      "report",
      "notice",
      "desk",
      "outbox",
      "config",
      "logs",
      "calls",
      "search",
      "store",
      "slack",
      "teams",
      "web",
      "metrics",
      "setup",
      "trial",
      "",
      "playground",
      "cli");

  /** The platforms and the store meet only in the wiring. */
  private static final List<Set<String>> STRANGERS = List.of(
      Set.of("store", "slack"),
      Set.of("store", "teams"),
      Set.of("slack", "teams"),
      Set.of("store", "web"));

  private static final Set<String> WITHOUT_LIBRARIES =
      Set.of("trail", "people", "policy", "report", "notice", "desk", "outbox");

  /** Plurals are a science of their own, and its library is the one exception. */
  private static final Map<String, String> ALLOWED = Map.of("notice", "com.ibm.icu.");

  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);
  /** The one file that may import everything: it only hands the command line its parts. */
  private static final Path MAIN = Path.of("src/main/java/dev/instead/Main.java");

  private static final Path SOURCES = Path.of("src/main/java/dev/instead");

  @Test
  void every_package_is_in_the_list_and_the_list_has_no_other() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : files()) {
      found.add(packageOf(file));
    }
    assertEquals(new TreeSet<>(ORDER), found);
  }

  @Test
  void a_package_imports_only_packages_above_it() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : files()) {
      String own = packageOf(file);
      for (String imported : imports(file)) {
        if (!file.equals(MAIN)
            && imported.startsWith("dev.instead.")
            && !mayImport(own, packageOf(imported))) {
          wrong.add(file + " imports " + imported);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void from_people_to_outbox_no_library_appears_but_slf4j() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : files()) {
      String own = packageOf(file);
      for (String imported : imports(file)) {
        boolean ours = imported.startsWith("dev.instead.")
            || imported.startsWith("java.")
            || imported.startsWith("org.slf4j.")
            || imported.startsWith("org.jspecify.")
            || imported.startsWith(ALLOWED.getOrDefault(own, "java."));
        if (WITHOUT_LIBRARIES.contains(own) && !ours) {
          wrong.add(file + " imports " + imported);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void the_rules_can_be_broken() {
    assertTrue(mayImport("desk", "report"));
    assertTrue(mayImport("desk", "desk"));
    assertEquals(false, mayImport("report", "desk"));
    assertEquals(false, mayImport("slack", "store"));
    assertEquals(false, mayImport("desk", "unheard-of"));
  }

  private static boolean mayImport(String own, String other) {
    boolean strangers = !own.equals(other)
        && STRANGERS.stream().anyMatch(pair -> pair.containsAll(Set.of(own, other)));
    return ORDER.contains(other) && ORDER.indexOf(other) <= ORDER.indexOf(own) && !strangers;
  }

  /** Of a file or an import; the root package is "". */
  private static String packageOf(Path file) {
    Path folder = SOURCES.relativize(file).getParent();
    return folder == null ? "" : folder.toString();
  }

  private static String packageOf(String imported) {
    String rest = imported.substring("dev.instead.".length());
    return Character.isUpperCase(rest.charAt(0)) ? "" : rest.substring(0, rest.indexOf('.'));
  }

  private static Set<String> imports(Path file) throws IOException {
    Set<String> imports = new TreeSet<>();
    Matcher matcher = IMPORT.matcher(Files.readString(file));
    while (matcher.find()) {
      imports.add(matcher.group(1));
    }
    return imports;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
