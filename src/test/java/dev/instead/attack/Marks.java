package dev.instead.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.playground.LocalSlack;
import dev.instead.playground.LocalTeams;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Secrets that can be recognised wherever they turn up, also in the ways in which programs write them. */
final class Marks {
  static final String SIGNING = "MARKED-signing-secret-0000000001";
  static final String OLD_SIGNING = "MARKED-signing-secret-0000000002";
  static final String OLD_PASSWORD = "MARKED~teams-password-000000003";
  static final String DATABASE_PASSWORD = "MARKED/database-password+4";
  static final String IN_URL = "MARKED-password-in-a-url-5";
  static final String CERTIFICATE_KEY = "MARKEDprivateKeyOfTheCertificate6";

  /** What somebody sends who takes a header for the place of a secret. */
  static final String FORGED = "MARKED.forged.token-7";

  static final List<String> SECRETS = List.of(
      SIGNING,
      OLD_SIGNING,
      OLD_PASSWORD,
      DATABASE_PASSWORD,
      IN_URL,
      CERTIFICATE_KEY,
      FORGED,
      LocalSlack.TOKEN,
      LocalTeams.SECRET);

  private Marks() {}

  static void assertNoneIn(String where, String text) {
    List<String> found = SECRETS.stream()
        .filter(secret -> Stream.of(
                secret,
                URLEncoder.encode(secret, UTF_8),
                Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)).replace("=", ""))
            .anyMatch(text::contains))
        .toList();
    assertEquals(List.of(), found, () -> "secrets in " + where + ":\n" + excerpt(text));
  }

  /** Names and contents, whatever they are: each byte is taken for a character. */
  static void assertNoneInFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertNoneIn("the name of a file", file.toString());
        assertNoneIn(
            file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static String excerpt(String text) {
    int at =
        SECRETS.stream().mapToInt(text::indexOf).filter(i -> i >= 0).findFirst().orElse(0);
    return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 300));
  }
}
