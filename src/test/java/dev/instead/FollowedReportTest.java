package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.office.LiveOffice;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.SampleCompany;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackSender;
import dev.instead.playground.SlackWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator follows one report through the log of a real process, from its request to what was delivered for it. */
@Timeout(120)
class FollowedReportTest {
  private static final String SECRET = "followed-signing-secret-00000000";
  private static final String POST = "https://x.com/rudi_drives/status/1790000000000000666";
  private static final String WORDS = "Rudi is furious about a refund";

  @TempDir
  Path folder;

  @Test
  void one_search_leads_from_the_request_to_what_was_delivered() throws Exception {
    List<JsonNode> log = logOf(Map.of("INSTEAD_LOG_FORMAT", "json"));

    JsonNode delivered = log.stream()
        .filter(line -> said(line).equals("Delivered a message (receipt) on slack"))
        .reduce((first, second) -> second)
        .orElseThrow();
    String report = delivered.path("report").asText();
    List<JsonNode> found =
        log.stream().filter(line -> line.path("report").asText().equals(report)).toList();
    assertTrue(said(found.get(0)).startsWith("Stored for case "), found.toString());
    assertTrue(said(found.get(1)).startsWith("Answered a request to /slack/events with 200 "));
    assertEquals(found.get(0).path("request"), found.get(1).path("request"));
    assertNotEquals("", found.get(0).path("request").asText());
    assertTrue(found.contains(delivered));

    String number = delivered.path("case").asText();
    List<String> about = log.stream()
        .filter(line -> line.path("case").asText().equals(number))
        .map(FollowedReportTest::said)
        .toList();
    assertTrue(about.contains("Delivered a message (team_card) on slack"), about.toString());
    assertEquals(Set.of(number), cases(found));
  }

  @Test
  void nobodys_words_are_in_the_log_and_each_line_is_an_object() throws Exception {
    List<JsonNode> log = logOf(Map.of("INSTEAD_LOG_FORMAT", "json", "INSTEAD_LOG", "debug"));

    for (JsonNode line : log) {
      String text = line.toString();
      for (String personal : List.of("furious", "rudi_drives", "U0DEWI", "Dewi")) {
        assertFalse(text.contains(personal), text);
      }
      assertTrue(line.path("time").asText().endsWith("Z"), text);
      assertTrue(line.hasNonNull("level") && line.hasNonNull("logger"), text);
    }
  }

  @Test
  void people_who_read_the_log_are_spared_a_line_for_each_message() throws Exception {
    Path log = run(Map.of());

    assertFalse(Files.readString(log).contains("Delivered a message"), Files.readString(log));
    assertTrue(Files.readString(log).contains("Connected to the Slack workspace"));
  }

  private List<JsonNode> logOf(Map<String, String> settings) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = Files.readAllLines(run(settings));
    assertFalse(lines.isEmpty());
    return lines.stream().map(line -> parsed(json, line)).toList();
  }

  /** A report is filed, and its card and receipt are delivered. */
  private Path run(Map<String, String> more) throws IOException {
    Path log = folder.resolve("log");
    SlackWorkspace workspace = SampleCompany.workspace();
    try (LocalSlack slack = LocalSlack.start(workspace)) {
      Map<String, String> settings = new HashMap<>(Map.of(
          "INSTEAD_POLICY",
          Files.copy(Path.of("config", "policy.yaml"), folder.resolve("policy.yaml"))
              .toString(),
          "INSTEAD_DATABASE_URL",
          "jdbc:sqlite:" + folder.resolve("instead.db"),
          "INSTEAD_SLACK_SIGNING_SECRET",
          SECRET,
          "INSTEAD_SLACK_BOT_TOKEN",
          LocalSlack.TOKEN,
          "INSTEAD_SLACK_API_URL",
          slack.apiUrl()));
      settings.putAll(more);
      BotProcess bot = BotProcess.start(java(), List.of("serve"), settings, log);
      try (bot;
          SlackSender people = new SlackSender(slack, bot::address, new SigningSecret(SECRET))) {
        warmUp(people);
        String number = LiveOffice.numberIn(people
                .command("U0DEWI", "C0GENERAL", "/report", POST + " " + WORDS)
                .body())
            .orElseThrow();
        assertTrue(workspace.await(
            here -> here.messagesIn("C0SOCIAL").stream()
                    .anyMatch(message -> message.text().contains(number))
                && here.directMessagesOf("U0DEWI").stream()
                    .anyMatch(message -> message.everything().contains(number)),
            LiveOffice.SOON));
      }
    }
    return log;
  }

  /** The first request of a process loads its classes, which may take longer than Slack waits. */
  private static void warmUp(SlackSender people) {
    for (int tries = 0; tries < 10; tries++) {
      if (people.command("U0SIGIT", "C0GENERAL", "/canipost", "warm up").ok()
          && people
              .command("U0SIGIT", "C0GENERAL", "/report", "https://x.com/warm/status/" + tries)
              .ok()) {
        return;
      }
    }
    throw new AssertionError("The bot does not answer");
  }

  /** The log as it is outside of tests. */
  private static List<String> java() {
    return List.of(
        "-Xmx128m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dlogback.configurationFile=logback.xml",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.instead.Main");
  }

  private static String said(JsonNode line) {
    return line.path("message").asText();
  }

  private static Set<String> cases(List<JsonNode> lines) {
    return lines.stream().map(line -> line.path("case").asText()).collect(Collectors.toSet());
  }

  private static JsonNode parsed(ObjectMapper json, String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("No JSON: " + line, e);
    }
  }
}
