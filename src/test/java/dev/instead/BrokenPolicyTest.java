package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.LiveOffice;
import dev.instead.playground.SlackMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The policy file changes while the bot runs: a broken one changes nothing, and its owner hears what is wrong, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class BrokenPolicyTest {
  private static final String OWNER = "U0OMAR";
  private static final String GOOD = LiveOffice.examplePolicy();

  private final LiveOffice office = new LiveOffice();
  private int versions = 1;

  @AfterAll
  void close() {
    office.close();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("", "the file is empty"),
        Arguments.of(GOOD.substring(0, GOOD.indexOf("situations:") + 400), "policy.yaml:"),
        Arguments.of(GOOD + "# x".repeat(5 * 1024 * 1024 / 3), "larger than 1 MB"),
        Arguments.of("company: &a [*a]\n", "policy.yaml:1"),
        Arguments.of(GOOD.replace("policy_team: communications", "policy_team: nobody"), "nobody"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void the_last_good_one_stays_and_the_owner_is_told_why(String content, String words) {
    long told = broke().size();
    office.changesPolicy(content);
    office.eventually("the owner is told", here -> broke().size() > told);
    String said = broke().get(broke().size() - 1).everything();
    assertTrue(said.contains(words), said);
    assertTrue(said.contains("policy.yaml:"), said);
    assertTrue(said.contains("stays in force"), said);
    office.reports(
        "U0DEWI", "https://x.com/a/status/17900000000000060" + broke().size() + " refund");
  }

  @Test
  void a_file_that_has_gone_is_as_broken_as_any() throws IOException {
    long told = broke().size();
    Files.delete(office.policy);
    office.eventually("the owner is told", here -> broke().size() > told);
    assertTrue(broke().get(broke().size() - 1).everything().contains("there is no such file"));
  }

  @Test
  void the_owner_is_told_once_and_again_when_a_valid_change_is_in_force() {
    long told = broke().size();
    office.changesPolicy("company: [half");
    office.eventually("the owner is told", here -> broke().size() > told);
    String version = mend();
    assertEquals(told + 1, broke().size());
    office.types("U0DEWI", "/canipost", "may I post about the new store");
    office.whispered("U0DEWI", "policy " + version);
  }

  /** Puts a good file with a new version in its place, and waits until the owner hears of it. */
  private String mend() {
    String version = "2026-11-" + ++versions;
    office.changesPolicy(GOOD.replace("version: \"2026-11\"", "version: \"" + version + "\""));
    office.told(OWNER, "Version " + version + " is in force");
    return version;
  }

  private List<SlackMessage> broke() {
    return office.workspace.directMessagesOf(OWNER).stream()
        .filter(message -> message.text().contains("The policy file has mistakes"))
        .toList();
  }
}
