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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Map<String, String> LEAST = Map.of(
      "INSTEAD_SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef",
      "INSTEAD_SLACK_BOT_TOKEN", "xoxb-0123456789-abcdef");

  private static final Map<String, String> TEAMS = Map.of(
      "INSTEAD_TEAMS_APP_ID", "AAAAAAAA-bbbb-4ccc-8ddd-eeeeeeeeeeee",
      "INSTEAD_TEAMS_TENANT_ID", "11111111-2222-4333-8444-555555555555",
      "INSTEAD_TEAMS_APP_PASSWORD", "Abc8Q~hush");

  @Test
  void two_secrets_are_enough_to_start() {
    Settings settings = Settings.of(LEAST);

    assertEquals(
        new Settings(
            "0.0.0.0",
            3000,
            Path.of("config/policy.yaml"),
            DatabaseAddress.of("jdbc:sqlite:data/instead.db"),
            Optional.of(new SlackSettings(
                List.of(new Secret("0123456789abcdef0123456789abcdef")),
                new Secret("xoxb-0123456789-abcdef"),
                URI.create("https://slack.com/api/"),
                300)),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            true,
            Optional.of(Path.of("data").toAbsolutePath()),
            Set.of(),
            MetricsSettings.OFF),
        settings);
  }

  @Test
  void three_settings_are_enough_to_start_on_teams_alone() {
    Settings settings = Settings.of(TEAMS);

    assertEquals(Optional.empty(), settings.slack());
    assertEquals(
        Optional.of(new TeamsSettings(
            "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
            List.of(new Secret("Abc8Q~hush")),
            Optional.empty(),
            "11111111-2222-4333-8444-555555555555",
            TeamsCloud.PUBLIC,
            URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration"),
            URI.create("https://login.microsoftonline.com"),
            Set.of(
                "smba.trafficmanager.net",
                "smba.onyx.prod.teams.trafficmanager.net",
                "smba.infra.gcc.teams.microsoft.com"),
            Optional.empty(),
            false)),
        settings.teams());
  }

  @Test
  void both_platforms_work_side_by_side() {
    Map<String, String> both = new HashMap<>(LEAST);
    both.putAll(TEAMS);

    assertTrue(Settings.of(both).slack().isPresent());
    assertTrue(Settings.of(both).teams().isPresent());
  }

  @Test
  void every_setting_of_teams_can_be_set() {
    TeamsSettings teams = teams(Map.of(
        "INSTEAD_TEAMS_APP_PASSWORD", "new, old",
        "INSTEAD_TEAMS_CLOUD", "usgov",
        "INSTEAD_TEAMS_OPENID_URL", "http://127.0.0.1:4000/openid",
        "INSTEAD_TEAMS_LOGIN_URL", "http://localhost:4000/",
        "INSTEAD_TEAMS_SERVICE_HOSTS", "127.0.0.1:4000, Smba.example.com",
        "INSTEAD_TEAMS_SECRET_EXPIRES", "2027-05-31",
        "INSTEAD_TEAMS_ONLY_YOU", "yes"));

    assertEquals(List.of(new Secret("new"), new Secret("old")), teams.passwords());
    assertEquals(TeamsCloud.US_GOV, teams.cloud());
    assertEquals(URI.create("http://127.0.0.1:4000/openid"), teams.openId());
    assertEquals(URI.create("http://localhost:4000"), teams.login());
    assertEquals(Set.of("127.0.0.1:4000", "smba.example.com"), teams.serviceHosts());
    assertEquals(Optional.of(LocalDate.of(2027, 5, 31)), teams.secretExpires());
    assertTrue(teams.onlyYou());
  }

  @Test
  void the_cloud_decides_where_everything_is() {
    TeamsSettings gov = teams(Map.of("INSTEAD_TEAMS_CLOUD", "usgov"));

    assertEquals(
        URI.create("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        gov.openId());
    assertEquals(URI.create("https://login.microsoftonline.us"), gov.login());
    assertTrue(gov.serviceHosts().contains("smba.infra.gov.teams.microsoft.us"));
    assertEquals("https://api.botframework.us/.default", gov.cloud().scope());
  }

  @Test
  void a_certificate_takes_the_place_of_the_password() {
    Map<String, String> environment = new HashMap<>(TEAMS);
    environment.remove("INSTEAD_TEAMS_APP_PASSWORD");
    environment.put("INSTEAD_TEAMS_CERTIFICATE", "/etc/instead/teams.pem");

    TeamsSettings teams = Settings.of(environment).teams().orElseThrow();

    assertEquals(List.of(), teams.passwords());
    assertEquals(Optional.of(Path.of("/etc/instead/teams.pem")), teams.certificate());
  }

  @Test
  void a_platform_that_is_set_up_by_half_says_what_is_missing() {
    Map<String, String> half = new HashMap<>(LEAST);
    half.put("INSTEAD_TEAMS_CLOUD", "public");

    assertEquals(
        List.of(
            "INSTEAD_TEAMS_APP_ID is missing. Set it: The bot's Microsoft App ID, from the Configuration of the Azure Bot.",
            "INSTEAD_TEAMS_TENANT_ID is missing. Set it: The App Tenant ID, from the Configuration of the Azure Bot; only this tenant's people can use the bot.",
            "INSTEAD_TEAMS_APP_PASSWORD is missing. Set it, or INSTEAD_TEAMS_CERTIFICATE: The value of the app's client secret; two, separated by a comma and the newest first, while it is being changed."),
        problems(half));

    Map<String, String> otherHalf = new HashMap<>(TEAMS);
    otherHalf.put("INSTEAD_SLACK_BOT_TOKEN", "xoxb-0123456789-abcdef");

    assertEquals(
        List.of(
            "INSTEAD_SLACK_SIGNING_SECRET is missing. Set it: Slack's signing secret, from the app's Basic Information; two, separated by a comma, while it is being changed."),
        problems(otherHalf));
  }

  @Test
  void without_any_platform_both_ways_are_named() {
    assertEquals(
        List.of(
            "Neither Slack nor Teams is set up. Set INSTEAD_SLACK_SIGNING_SECRET and INSTEAD_SLACK_BOT_TOKEN for Slack, or INSTEAD_TEAMS_APP_ID, INSTEAD_TEAMS_TENANT_ID and INSTEAD_TEAMS_APP_PASSWORD for Teams."),
        problems(Map.of("INSTEAD_SLACK_BOT_TOKEN", "  ")));
  }

  @Test
  void all_problems_are_listed_at_once() {
    Settings.Problems problems = assertThrows(
        Settings.Problems.class,
        () -> Settings.of(Map.of(
            "INSTEAD_PORT",
            "abc",
            "INSTEAD_LOG",
            "loud",
            "INSTEAD_SLACK_MESSAGES_PER_MINUTE",
            "300")));

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
        "INSTEAD_DATABASE_URL|jdbc:postgresql://u:pw@db/x|is set, but can't be right. Take user and password out of it: they belong in INSTEAD_DATABASE_USER and INSTEAD_DATABASE_PASSWORD.",
        "INSTEAD_DATABASE_URL|jdbc:postgresql://db/x?ssl=true&password=pw|is set, but can't be right. Take user and password out of it: they belong in INSTEAD_DATABASE_USER and INSTEAD_DATABASE_PASSWORD.",
        "INSTEAD_DATABASE_URL|jdbc:postgresql:x|is set, but can't be right. Use jdbc:sqlite: and a path, or jdbc:postgresql://host/database, or with a port jdbc:postgresql://host:5432/database.",
        "INSTEAD_DATABASE_URL|jdbc:mysql://db/x|is set, but can't be right. Use jdbc:sqlite: and a path, or jdbc:postgresql://host/database, or with a port jdbc:postgresql://host:5432/database.",
        "INSTEAD_DATABASE_URL|jdbc:sqlite:|is set, but can't be right. Use jdbc:sqlite: and a path, or jdbc:postgresql://host/database, or with a port jdbc:postgresql://host:5432/database.",
        "INSTEAD_SLACK_API_URL|http://slack.com/api/|is \"http://slack.com/api/\". Use https; http would send the bot's token in the clear and is for this machine only.",
        "INSTEAD_SLACK_ENTERPRISE|T012AB3CD|is \"T012AB3CD\". Use the organisation's id, which begins with E; a workspace's (T…) is not needed.",
        "INSTEAD_SLACK_API_URL|slack.com|is \"slack.com\". Use an https address such as https://slack.com/api/.",
        "INSTEAD_SLACK_API_URL|https://[|is \"https://[\". Use an https address such as https://slack.com/api/.",
        "INSTEAD_SLACK_MESSAGES_PER_MINUTE|0|is \"0\". Use a number from 1 to 6000.",
        "INSTEAD_PUBLIC_URL|http://bot.acme.com|is \"http://bot.acme.com\". Use https and the host name alone, such as https://instead.example.com.",
        "INSTEAD_PUBLIC_URL|https://bot.acme.com/bot|is \"https://bot.acme.com/bot\". Use https and the host name alone, such as https://instead.example.com.",
        "INSTEAD_SLACK_BOT_TOKEN|xoxp-0123456789-abcdef|is set, but can't be right. Use the Bot User OAuth Token, which begins with xoxb-.",
        "INSTEAD_SLACK_BOT_TOKEN|xoxb-|is set, but can't be right. Use the Bot User OAuth Token, which begins with xoxb-.",
        "INSTEAD_TEAMS_APP_ID|Helpdesk|is \"Helpdesk\". Use an id such as 12345678-90ab-cdef-1234-567890abcdef.",
        "INSTEAD_TEAMS_TENANT_ID|acme.onmicrosoft.com|is \"acme.onmicrosoft.com\". Use an id such as 12345678-90ab-cdef-1234-567890abcdef.",
        "INSTEAD_TEAMS_TENANTS|99999999-9999-4999-8999-99999999abcd|is \"99999999-9999-4999-8999-99999999abcd\". The bot serves one tenant, that of INSTEAD_TEAMS_TENANT_ID: an app of one tenant can't send to people of another. Take the setting away.",
        "INSTEAD_TEAMS_APP_PASSWORD|one,two,three|is set, but can't be right. Copy the value, not the id, of the app's client secret; at most two, separated by a comma.",
        "INSTEAD_TEAMS_CLOUD|china|is \"china\". Use public or usgov.",
        "INSTEAD_TEAMS_OPENID_URL|http://login.botframework.com/|is \"http://login.botframework.com/\". Use https; what comes over http could be anybody's, unless it is this machine's.",
        "INSTEAD_TEAMS_LOGIN_URL|http://login.microsoftonline.com|is \"http://login.microsoftonline.com\". Use https; http would send the app's password in the clear and is for this machine only.",
        "INSTEAD_TEAMS_SERVICE_HOSTS|https://smba.trafficmanager.net/|is \"https://smba.trafficmanager.net/\". Use host names such as smba.trafficmanager.net, or host:port, separated by commas.",
        "INSTEAD_TEAMS_SERVICE_HOSTS|*.trafficmanager.net|is \"*.trafficmanager.net\". Use host names such as smba.trafficmanager.net, or host:port, separated by commas.",
        "INSTEAD_TEAMS_SECRET_EXPIRES|31.05.2027|is \"31.05.2027\". Use a date such as 2027-05-31.",
        "INSTEAD_TEAMS_ONLY_YOU|maybe|is \"maybe\". Use yes or no.",
        "INSTEAD_SLACK_SIGNING_SECRET|two words|is set, but can't be right. Copy the signing secret from the app's Basic Information; at most two, separated by a comma.",
      })
  void a_wrong_value_is_named_with_the_remedy(String name, String value, String said) {
    assertEquals(
        List.of(name + " " + said),
        problems(name.startsWith("INSTEAD_TEAMS_") ? with(TEAMS, name, value) : with(name, value)));
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
        slack("INSTEAD_SLACK_SIGNING_SECRET", both).signingSecrets());
    assertThrows(
        Settings.Problems.class,
        () -> Settings.of(with("INSTEAD_SLACK_SIGNING_SECRET", both + ",0011223344556677")));
  }

  @Test
  void another_slack_api_may_be_on_this_machine_without_https() {
    for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
      assertEquals(
          URI.create("http://" + host + ":1234/api/"),
          slack("INSTEAD_SLACK_API_URL", "http://" + host + ":1234/api").api());
    }
    assertEquals(
        URI.create("https://slack-gov.com/api/"),
        slack("INSTEAD_SLACK_API_URL", "https://slack-gov.com/api").api());
  }

  @Test
  void the_public_address_needs_no_final_slash() {
    assertEquals(
        Optional.of(URI.create("https://bot.acme.com")),
        Settings.of(with("INSTEAD_PUBLIC_URL", "https://bot.acme.com/")).publicUrl());
  }

  @Test
  void settings_can_be_printed_without_showing_a_secret() {
    Map<String, String> both = new HashMap<>(LEAST);
    both.putAll(TEAMS);
    String printed = Settings.of(both).toString();

    assertTrue(printed.contains("botToken=(secret)"), printed);
    assertFalse(printed.contains("0123456789"), printed);
    assertTrue(printed.contains("passwords=[(secret)]"), printed);
    assertFalse(printed.contains("hush"), printed);
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
  void people_are_linked_only_where_that_is_said() {
    assertFalse(Settings.of(LEAST).linkPeople());
    assertTrue(Settings.of(with("INSTEAD_LINK_PEOPLE_BY_EMAIL", "yes")).linkPeople());
    assertFalse(Settings.of(with("INSTEAD_LINK_PEOPLE_BY_EMAIL", "no")).linkPeople());
  }

  @Test
  void pages_are_looked_at_only_where_that_is_said_and_only_on_the_hosts_that_are_named() {
    assertEquals(Set.of(), Settings.of(LEAST).linkHosts());
    assertEquals(
        Set.of(), Settings.of(with("INSTEAD_LINK_HOSTS", "acme.example")).linkHosts());
    assertEquals(
        Set.of("acme.example", "help.acme.example:8443"),
        Settings.of(with(
                with("INSTEAD_LINK_CHECK", "on"),
                "INSTEAD_LINK_HOSTS",
                "Acme.example, help.acme.example:8443"))
            .linkHosts());
    assertEquals(
        List.of(
            "INSTEAD_LINK_HOSTS is missing. Name the hosts that INSTEAD_LINK_CHECK=on may contact, such as acme.example,help.acme.example."),
        problems(with("INSTEAD_LINK_CHECK", "on")));
    assertEquals(
        List.of("INSTEAD_LINK_CHECK is \"maybe\". Use on or off."),
        problems(with("INSTEAD_LINK_CHECK", "maybe")));
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

  @Test
  void metrics_are_shown_nowhere_unless_a_token_or_a_port_is_set() {
    assertFalse(Settings.of(LEAST).metrics().isOn());
    assertEquals(
        new MetricsSettings(Optional.empty(), Optional.of(9464), "127.0.0.1"),
        Settings.of(with("INSTEAD_METRICS_PORT", "9464")).metrics());
    Settings guarded = Settings.of(with("INSTEAD_METRICS_TOKEN", "0123456789abcdef"));
    assertTrue(guarded.metrics().isOn());
    assertFalse(guarded.toString().contains("0123456789abcdef"), guarded.toString());
  }

  @Test
  void a_token_for_metrics_that_could_be_guessed_is_refused_and_not_repeated() {
    Settings.Problems refused = assertThrows(
        Settings.Problems.class, () -> Settings.of(with("INSTEAD_METRICS_TOKEN", "hunter2")));

    assertEquals(1, refused.lines().size());
    assertTrue(refused.lines().get(0).contains("at least 16 letters"), refused.getMessage());
    assertFalse(refused.lines().get(0).contains("hunter2"), refused.getMessage());
  }

  @Test
  void the_log_is_written_as_text_or_json_and_nothing_else() {
    assertEquals(Set.of(), Settings.of(with("INSTEAD_LOG_FORMAT", "JSON")).linkHosts());
    Settings.Problems refused =
        assertThrows(Settings.Problems.class, () -> Settings.of(with("INSTEAD_LOG_FORMAT", "xml")));

    assertEquals(List.of("INSTEAD_LOG_FORMAT is \"xml\". Use text or json."), refused.lines());
  }

  private static SlackSettings slack(String name, String value) {
    return Settings.of(with(name, value)).slack().orElseThrow();
  }

  private static TeamsSettings teams(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(TEAMS);
    settings.putAll(more);
    return Settings.of(settings).teams().orElseThrow();
  }

  private static List<String> problems(Map<String, String> environment) {
    return assertThrows(Settings.Problems.class, () -> Settings.of(environment)).lines();
  }

  private static Map<String, String> with(String name, String value) {
    return with(LEAST, name, value);
  }

  private static Map<String, String> with(Map<String, String> least, String name, String value) {
    Map<String, String> settings = new HashMap<>(least);
    settings.put(name, value);
    return settings;
  }
}
