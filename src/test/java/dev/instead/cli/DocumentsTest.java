package dev.instead.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.PolicyReader;
import dev.instead.config.Reading;
import dev.instead.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is so: links lead somewhere, files and commands are there, examples are valid. */
class DocumentsTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern LINK = Pattern.compile("!?\\[[^]]*]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern SOURCE =
      Pattern.compile("`((?:[a-z]+/)+[A-Z]\\w+)(?:\\.[A-Z_]+)?`|`([A-Z]\\w+Test)`");
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^instead|instead\\.jar)((?: [a-z]+)+)([^`\\n|]*)");
  private static final Pattern OPTION = Pattern.compile(" (--[a-z]+)");
  private static final Pattern COMMAND_OF_HELP =
      Pattern.compile("^  ([a-z]+)  ", Pattern.MULTILINE);

  @Test
  void links_between_documents_and_to_files_lead_somewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      for (String link : found(LINK, Files.readString(document))) {
        if (!link.startsWith("https://") && !leadsSomewhere(document, link)) {
          broken.add(document + " links " + link);
        }
      }
    }

    assertEquals(List.of(), broken);
  }

  @Test
  void source_files_that_documents_name_exist() throws IOException {
    List<String> missing = new ArrayList<>();
    List<Path> sources = files(Path.of("src"), ".java");
    for (Path document : documents()) {
      for (MatchResult name : matches(SOURCE, Files.readString(document))) {
        String file = (name.group(1) == null ? name.group(2) : name.group(1)) + ".java";
        if (sources.stream().noneMatch(source -> source.endsWith(file))) {
          missing.add(document + " names " + file);
        }
      }
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void the_two_commands_of_the_readme_are_those_of_the_pom() throws IOException {
    String readme = Files.readString(README);
    String pom = Files.readString(Path.of("pom.xml"));

    assertTrue(readme.contains("```\nmvn -q compile exec:java\n```"));
    assertTrue(readme.contains("```\nmvn verify\n```"));
    assertTrue(pom.contains("<artifactId>exec-maven-plugin</artifactId>"));
    assertTrue(pom.contains("<main.class>dev.instead.Main</main.class>"));
    assertTrue(pom.contains("<arguments><argument>playground</argument></arguments>"));
    assertTrue(pom.contains("<finalName>instead</finalName>"));
  }

  @Test
  void every_command_is_named_in_the_readme() throws IOException {
    String readme = Files.readString(README);
    List<String> commands = found(COMMAND_OF_HELP, help(""));

    assertTrue(commands.size() >= 5, commands.toString());
    assertEquals(
        List.of(),
        commands.stream()
            .filter(command -> !readme.contains("`instead " + command + "`"))
            .toList());
  }

  @Test
  void every_command_in_the_documents_is_understood_with_its_options() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult written : matches(COMMAND, code(Files.readString(document)))) {
        String command = known(written.group(1).strip());
        String help = help(command);
        if (command.isEmpty()
            || found(OPTION, written.group(2)).stream()
                .anyMatch(option -> !help.contains(option))) {
          wrong.add(document + ": " + written.group().strip());
        }
      }
    }

    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/policy.md"})
  void the_examples_of_a_policy_put_together_are_a_valid_file(String document) throws IOException {
    String policy = String.join("\n", found(YAML, Files.readString(Path.of(document))));

    assertFalse(policy.isEmpty());
    assertInstanceOf(
        Reading.Valid.class,
        PolicyReader.read(document, policy.getBytes(UTF_8), LocalDate.of(2026, 11, 22)),
        () -> PolicyReader.read(document, policy.getBytes(UTF_8), LocalDate.of(2026, 11, 22))
            .toString());
  }

  @Test
  void settings_that_documents_name_exist() throws IOException {
    Pattern setting = Pattern.compile("(INSTEAD_[A-Z_]+)");
    List<String> known = found(setting, Settings.table());
    for (Path document : documents()) {
      found(setting, Files.readString(document))
          .forEach(name -> assertTrue(known.contains(name), document + " names " + name));
    }
  }

  private static boolean leadsSomewhere(Path document, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
    if (!Files.isRegularFile(target)) {
      return false;
    }
    return parts.length == 1
        || found(HEADING, Files.readString(target)).stream()
            .map(DocumentsTest::anchor)
            .anyMatch(parts[1]::equals);
  }

  /** As GitHub makes it of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  /** Only what stands in code is a command; "instead of" is not. */
  private static String code(String text) {
    return found(Pattern.compile("```[a-z]*\\n(.*?)```|`([^`\\n]+)`", Pattern.DOTALL), text)
        .stream()
        .filter(code -> code.startsWith("instead ") || code.contains("instead.jar "))
        .collect(Collectors.joining("\n"));
  }

  /** The longest beginning of some words that is a command. */
  private static String known(String words) {
    String command = words;
    while (!command.isEmpty() && help(command).isEmpty()) {
      command = command.contains(" ") ? command.substring(0, command.lastIndexOf(' ')) : "";
    }
    return command;
  }

  /** A command's own help; empty when there is no such command. */
  private static String help(String command) {
    StringWriter out = new StringWriter();
    Commands commands = new Commands(
        Map.of(),
        new Wired(),
        Clock.systemUTC(),
        new PrintWriter(out, true),
        new PrintWriter(new StringWriter(), true),
        work -> {});
    int code = commands.run((command + " --help").strip().split(" "));
    String usage = ("instead " + command).strip() + " [";
    return code == 0 && out.toString().contains(usage) ? out.toString() : "";
  }

  private static List<String> found(Pattern pattern, String text) {
    return matches(pattern, text).stream()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
        .toList();
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(files(Path.of("docs"), ".md"));
    documents.add(README);
    documents.add(Path.of("CHANGELOG.md"));
    return documents;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
