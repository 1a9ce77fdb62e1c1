package dev.instead.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Map<String, String> LEAST = Map.of(
      "INSTEAD_SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef",
      "INSTEAD_SLACK_BOT_TOKEN", "xoxb-0123456789-abcdef");

  @Test
  void two_secrets_are_enough_to_start() {
    Settings settings = Settings.of(LEAST);

    assertEquals(
        new Settings(
            "0.0.0.0",
            3000,
            Path.of("config/policy.yaml"),
            "jdbc:sqlite:data/instead.db",
            List.of(new Secret("0123456789abcdef0123456789abcdef")),
            new Secret("xoxb-0123456789-abcdef"),
            URI.create("https://slack.com/api/"),
            300,
            false,
            Optional.empty()),
        settings);
  }

  @Test
  void all_problems_are_listed_at_once() {
    Settings.Problems problems = assertThrows(
        Settings.Problems.class,
        () -> Settings.of(Map.of("INSTEAD_PORT", "abc", "INSTEAD_LOG", "loud")));

    assertEquals(
        List.of(
            "INSTEAD_SLACK_SIGNING_SECRET is missing. Set it: Slack's signing secret, from the app's Basic Information; two, separated by a comma, while it is being changed.",
            "INSTEAD_SLACK_BOT_TOKEN is missing. Set it: The bot user's token, from the app's OAuth & Permissions.",
            "INSTEAD_PORT is \"abc\". Use a port number from 1 to 65535.",
            "INSTEAD_LOG is \"loud\". Use info or debug."),
        problems.lines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSTEAD_PORT|0|is \"0\". Use a port number from 1 to 65535.",
        "INSTEAD_PORT|65536|is \"65536\". Use a port number from 1 to 65535.",
        "INSTEAD_PORT|tcp://10.0.0.7:3000|is \"tcp://10.0.0.7:3000\". Use a port number from 1 to 65535.",
        "INSTEAD_HOST|http://a|is \"http://a\". Use an address such as 0.0.0.0 or a host name, without a port.",
        "INSTEAD_DATABASE_URL|jdbc:postgresql://u:pw@db/x|is set, but can't be right. Only SQLite is served so far: use jdbc:sqlite: and a path.",
        "INSTEAD_DATABASE_URL|jdbc:sqlite:|is set, but can't be right. Only SQLite is served so far: use jdbc:sqlite: and a path.",
        "INSTEAD_SLACK_API_URL|http://slack.com/api/|is \"http://slack.com/api/\". Use https; http would send the bot's token in the clear and is for this machine only.",
        "INSTEAD_SLACK_API_URL|slack.com|is \"slack.com\". Use an https address such as https://slack.com/api/.",
        "INSTEAD_SLACK_API_URL|https://[|is \"https://[\". Use an https address such as https://slack.com/api/.",
        "INSTEAD_SLACK_MESSAGES_PER_MINUTE|0|is \"0\". Use a number from 1 to 6000.",
        "INSTEAD_PUBLIC_URL|http://bot.acme.com|is \"http://bot.acme.com\". Use https and the host name alone, such as https://instead.example.com.",
        "INSTEAD_PUBLIC_URL|https://bot.acme.com/bot|is \"https://bot.acme.com/bot\". Use https and the host name alone, such as https://instead.example.com.",
        "INSTEAD_SLACK_BOT_TOKEN|xoxp-0123456789-abcdef|is set, but can't be right. Use the Bot User OAuth Token, which begins with xoxb-.",
        "INSTEAD_SLACK_BOT_TOKEN|xoxb-|is set, but can't be right. Use the Bot User OAuth Token, which begins with xoxb-.",
        "INSTEAD_SLACK_SIGNING_SECRET|two words|is set, but can't be right. Copy the signing secret from the app's Basic Information; at most two, separated by a comma.",
      })
  void a_wrong_value_is_named_with_the_remedy(String name, String value, String said) {
    Settings.Problems problems =
        assertThrows(Settings.Problems.class, () -> Settings.of(with(name, value)));

    assertEquals(List.of(name + " " + said), problems.lines());
  }

  @Test
  void a_wrong_secret_is_not_repeated() {
    Settings.Problems problems = assertThrows(
        Settings.Problems.class,
        () -> Settings.of(Map.of(
            "INSTEAD_SLACK_SIGNING_SECRET", "hush hush hush hush",
            "INSTEAD_SLACK_BOT_TOKEN", "hush-token-0123456789")));

    assertEquals(2, problems.lines().size());
    assertFalse(problems.toString().contains("hush"), problems.toString());
  }

  @Test
  void blank_counts_as_not_set_and_spaces_around_a_value_do_not_matter() {
    assertEquals(3000, Settings.of(with("INSTEAD_PORT", "  ")).port());
    assertEquals(4000, Settings.of(with("INSTEAD_PORT", " 4000\n")).port());
  }

  @Test
  void two_signing_secrets_are_allowed_while_one_is_being_changed() {
    String both = "0123456789abcdef, fedcba9876543210";

    assertEquals(
        List.of(new Secret("0123456789abcdef"), new Secret("fedcba9876543210")),
        Settings.of(with("INSTEAD_SLACK_SIGNING_SECRET", both)).signingSecrets());
    assertThrows(
        Settings.Problems.class,
        () -> Settings.of(with("INSTEAD_SLACK_SIGNING_SECRET", both + ",0011223344556677")));
  }

  @Test
  void another_slack_api_may_be_on_this_machine_without_https() {
    for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
      assertEquals(
          URI.create("http://" + host + ":1234/api/"),
          Settings.of(with("INSTEAD_SLACK_API_URL", "http://" + host + ":1234/api"))
              .slackApi());
    }
    assertEquals(
        URI.create("https://slack-gov.com/api/"),
        Settings.of(with("INSTEAD_SLACK_API_URL", "https://slack-gov.com/api")).slackApi());
  }

  @Test
  void the_public_address_needs_no_final_slash() {
    assertEquals(
        Optional.of(URI.create("https://bot.acme.com")),
        Settings.of(with("INSTEAD_PUBLIC_URL", "https://bot.acme.com/")).publicUrl());
  }

  @Test
  void settings_can_be_printed_without_showing_a_secret() {
    String printed = Settings.of(LEAST).toString();

    assertTrue(printed.contains("botToken=(secret)"), printed);
    assertFalse(printed.contains("0123456789"), printed);
  }

  @Test
  void secrets_are_equal_when_their_text_is() {
    assertEquals(new Secret("kopi"), new Secret("kopi"));
    assertNotEquals(new Secret("kopi"), new Secret("teh"));
    assertEquals(new Secret("kopi").hashCode(), new Secret("teh").hashCode());
  }

  @Test
  void a_command_that_needs_one_setting_does_not_ask_for_the_others() {
    assertEquals(3000, Settings.one(Settings.PORT, Map.of()));
    assertEquals(Optional.empty(), Settings.any(Settings.PUBLIC_URL, Map.of()));
    assertThrows(
        Settings.Problems.class,
        () -> Settings.any(Settings.PUBLIC_URL, Map.of("INSTEAD_PUBLIC_URL", "x")));
  }

  @Test
  void the_documented_table_is_the_one_drawn_from_the_settings() throws IOException {
    Path page = Path.of("docs/settings.md");
    String text = Files.readString(page);
    int from = text.indexOf("| setting |");
    int to = text.indexOf("\n\n", from) + 1;
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(page, text.substring(0, from) + Settings.table() + text.substring(to));
    }

    assertEquals(Settings.table(), text.substring(from, to), "-Dgolden=write rewrites the table");
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> settings = new HashMap<>(LEAST);
    settings.put(name, value);
    return settings;
  }
}
