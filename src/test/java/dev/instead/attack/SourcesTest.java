package dev.instead.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources can show. */
class SourcesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/instead");
  private static final Pattern VERSION =
      Pattern.compile("<(?:version|[\\w.-]+\\.version|maven\\.compiler\\.release)>([^<]+)</");
  private static final Pattern FIXED =
      Pattern.compile("\\$\\{[\\w.-]+}|\\d[\\w.-]*|\\[17,\\)|\\[3\\.8,\\)");
  private static final Pattern COMPARED =
      Pattern.compile("reveal\\(\\)\\s*\\.(?:equals|compareTo|startsWith|contains)\\(|"
          + "equals\\([^;]*reveal\\(\\)");

  @Test
  void every_version_in_the_build_is_pinned() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"))
        .replaceFirst("<version>0[^<]*-SNAPSHOT</version>", ""); // the product's own
    List<String> loose = new ArrayList<>();
    Matcher version = VERSION.matcher(pom);
    int seen = 0;
    while (version.find()) {
      seen++;
      String text = version.group(1);
      if (!FIXED.matcher(text).matches() || text.contains("SNAPSHOT")) {
        loose.add(text);
      }
    }
    assertEquals(List.of(), loose);
    assertTrue(seen > 50, "only " + seen + " versions were found");
    assertFalse(Pattern.compile("<repositor|<pluginRepositor").matcher(pom).find());
  }

  @Test
  void secrets_are_compared_in_constant_time_alone() throws IOException {
    for (String file : List.of("config/Secret.java", "web/SlackSignature.java")) {
      String source = Files.readString(SOURCES.resolve(file));
      assertTrue(source.contains("MessageDigest.isEqual("), file);
    }
    List<String> compared = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (COMPARED.matcher(Files.readString(file)).find()) {
          compared.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), compared);
    assertTrue(COMPARED.matcher("if (secret.reveal().equals(x))").find());
  }

  @Test
  void the_image_runs_without_root_and_holds_no_secret() throws IOException {
    String image = Files.readString(Path.of("Dockerfile"));
    String last = image.substring(image.lastIndexOf("\nFROM "));
    Matcher user = Pattern.compile("\nUSER (\\d+):(\\d+)\n").matcher(last);
    assertTrue(user.find() && Integer.parseInt(user.group(1)) > 0, "runs as root");
    assertTrue(user.start() < last.indexOf("\nENTRYPOINT "), "root until the end");
    Pattern kept = Pattern.compile(
        "(?m)^(?:ENV|ARG|LABEL)(?:.*\\\\\\n)*.*(?:SECRET|TOKEN|PASSWORD|CERTIFICATE)");
    assertFalse(kept.matcher(image).find(), "a secret in what the image keeps");
    assertTrue(kept.matcher("ENV A=1 \\\n  INSTEAD_SLACK_BOT_TOKEN=x").find());
    assertTrue(
        Files.readString(Path.of(".dockerignore")).startsWith("*\n"),
        "everything is sent to the builder");
  }
}
