package dev.instead.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.StoreException;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static final String ALL_SCOPES =
      "app_mentions:read,chat:write,commands,im:history,usergroups:read,users:read,channels:history,channels:read,groups:history,groups:read";

  private final FakeSlack slack;
  private final Map<String, String> settings = new HashMap<>();
  private final Policy policy = Policies.sample();
  private PolicyCheck policies =
      file -> new PolicyCheck.Checked(Optional.of(policy), List.of(), List.of());
  private StoreCheck stores = url -> new StoreCheck.Looked("data/instead.db", false, 0);
  private CardCheck cards = (store, ids) -> Map.of();
  private Clock clock = Clock.systemUTC();

  DoctorTest() throws IOException {
    slack = new FakeSlack();
  }

  @BeforeEach
  void all_is_well() {
    settings.put("INSTEAD_SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef");
    settings.put("INSTEAD_SLACK_BOT_TOKEN", "xoxb-0123456789-abcdef");
    settings.put("INSTEAD_SLACK_API_URL", slack.address() + "/api/");
    slack.headers.put("x-oauth-scopes", ALL_SCOPES);
    slack.answers(
        "auth.test",
        "{\"ok\":true,\"team\":\"Meranti Motors\",\"team_id\":\"T0MERANTI\",\"user_id\":\"U0INSTEAD\"}");
    slack.answers(
        "conversations.info",
        "{\"ok\":true,\"channel\":{\"name\":\"somewhere\",\"is_archived\":false,\"is_member\":true}}");
    slack.answers("usergroups.users.list", "{\"ok\":true,\"users\":[\"U0ANA\",\"U0BEN\"]}");
    slack.answers("conversations.history", "{\"ok\":true,\"messages\":[]}");
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void all_being_well_it_says_what_it_looked_at() throws Exception {
    List<String> told = healthy();

    assertTrue(told.contains("ok      All settings can be read."), told.toString());
    assertTrue(
        told.contains(
            "ok      The policy 2026-11 of Meranti Motors is valid: 3 situations, 5 answers."),
        told.toString());
    assertTrue(told.contains("ok      The store data/instead.db can be used."), told.toString());
    assertTrue(
        told.contains(
            "ok      Slack knows the bot: workspace Meranti Motors (T0MERANTI), bot user U0INSTEAD."),
        told.toString());
    assertTrue(
        told.contains("ok      All scopes that the bot needs are granted."), told.toString());
    assertTrue(told.contains("ok      This machine's clock agrees with Slack's."), told.toString());
    assertTrue(told.stream().allMatch(line -> line.startsWith("ok ")), told.toString());
  }

  @Test
  void linking_people_needs_a_scope_that_is_missed() throws Exception {
    settings.put("INSTEAD_LINK_PEOPLE_BY_EMAIL", "yes");

    assertTrue(sick().stream()
        .anyMatch(line -> line.contains("The scope users:read.email isn't granted.")));

    slack.headers.put("x-oauth-scopes", ALL_SCOPES + ",users:read.email");
    healthy();
  }

  @Test
  void an_organisation_is_looked_at_with_its_workspaces() throws Exception {
    installedForAll("E0MERANTI", "T0MERANTI");
    settings.put("INSTEAD_SLACK_ENTERPRISE", "E0MERANTI");

    List<String> told = healthy();

    assertTrue(
        told.contains(
            "ok      Slack knows the bot: organisation Meranti Group (E0MERANTI), bot user U0INSTEAD."),
        told.toString());
    assertTrue(told.contains("ok      The bot may be used in T0MERANTI."), told.toString());
  }

  @Test
  void a_group_that_may_be_of_any_workspace_needs_one() throws Exception {
    installedForAll("E0MERANTI", "T0MERANTI", "T0MEDAN");
    settings.put("INSTEAD_SLACK_ENTERPRISE", "E0MERANTI");

    assertTrue(
        sick()
            .contains(
                "problem The user group S0TRAINED (trained speakers) may be of any workspace of the organisation. Say in the policy of which: T0MERANTI/S0TRAINED."));
  }

  @Test
  void an_organisation_that_lets_the_bot_in_nowhere_is_a_problem() throws Exception {
    installedForAll("E0MERANTI");
    settings.put("INSTEAD_SLACK_ENTERPRISE", "E0MERANTI");

    assertTrue(sick().stream()
        .anyMatch(line ->
            line.startsWith("problem The organisation lets the bot into none of its workspaces.")));
  }

  @Test
  void a_token_for_an_organisation_needs_the_setting_and_one_for_a_workspace_must_not_have_it()
      throws Exception {
    settings.put("INSTEAD_SLACK_ENTERPRISE", "E0MERANTI");
    assertTrue(sick().stream()
        .anyMatch(line -> line.contains("The bot's token is for one workspace, but")));

    installedForAll("E0OTHER", "T0MERANTI");
    assertTrue(
        sick().stream().anyMatch(line -> line.contains("Set INSTEAD_SLACK_ENTERPRISE=E0OTHER")));

    settings.remove("INSTEAD_SLACK_ENTERPRISE");
    assertTrue(
        sick().stream().anyMatch(line -> line.contains("INSTEAD_SLACK_ENTERPRISE says nothing.")));
  }

  private void installedForAll(String organisation, String... workspaces) {
    slack.answers(
        "auth.test",
        "{\"ok\":true,\"team\":\"Meranti Group\",\"team_id\":\"" + organisation
            + "\",\"enterprise_id\":\"" + organisation
            + "\",\"is_enterprise_install\":true,\"user_id\":\"U0INSTEAD\"}");
    slack.answers(
        "auth.teams.list",
        Stream.of(workspaces)
            .map(id -> "{\"id\":\"" + id + "\"}")
            .collect(Collectors.joining(",", "{\"ok\":true,\"teams\":[", "]}")));
  }

  @Test
  void it_looks_at_every_channel_and_group_of_the_policy_once() throws Exception {
    List<String> told = healthy();

    assertEquals(
        policy.teams().size() + 1,
        told.stream().filter(line -> line.contains("#somewhere, channel ")).count());
    assertTrue(
        told.contains("ok      The user group S0TRAINED (trained speakers) has 2 people."),
        told.toString());
    assertTrue(slack.authorizations.stream().allMatch("Bearer xoxb-0123456789-abcdef"::equals));
  }

  @Test
  void a_wrong_setting_does_not_hide_what_else_is_wrong() throws Exception {
    settings.put("INSTEAD_PORT", "abc");
    settings.remove("INSTEAD_SLACK_SIGNING_SECRET");
    stores = url -> {
      throw new StoreException(
          "data/instead.db: the database file is read-only. Let it be written.");
    };
    policies = file -> new PolicyCheck.Checked(
        Optional.empty(),
        List.of("config/policy.yaml:31: the don't has no do. Add one."),
        List.of());

    List<String> told = sick();

    assertTrue(
        told.contains("problem INSTEAD_PORT is \"abc\". Use a port number from 1 to 65535."));
    assertTrue(told.stream()
        .anyMatch(line -> line.startsWith("problem INSTEAD_SLACK_SIGNING_SECRET is missing.")));
    assertTrue(told.contains("problem config/policy.yaml:31: the don't has no do. Add one."));
    assertTrue(told.contains(
        "problem data/instead.db: the database file is read-only. Let it be written."));
    assertTrue(told.stream().anyMatch(line -> line.startsWith("ok      Slack knows the bot")));
  }

  @Test
  void warnings_are_told_and_do_not_fail() throws Exception {
    policies = file -> new PolicyCheck.Checked(
        Optional.of(policy),
        List.of(),
        List.of("config/policy.yaml:40: review is overdue. See to it."));
    stores = url -> new StoreCheck.Looked("data/instead.db", false, 3);
    slack.headers.put("x-oauth-scopes", ALL_SCOPES.replace(",groups:history", ""));

    List<String> told = healthy();

    assertTrue(told.contains("warn    config/policy.yaml:40: review is overdue. See to it."));
    assertTrue(told.stream()
        .anyMatch(line -> line.startsWith("warn    3 messages could not be delivered.")));
    assertTrue(told.stream()
        .anyMatch(
            line -> line.startsWith("warn    The optional scope groups:history isn't granted.")));
  }

  @Test
  void a_missing_scope_is_named() throws Exception {
    slack.headers.put("x-oauth-scopes", "chat:write, commands");

    List<String> told = sick();

    assertTrue(
        told.contains(
            "problem The scope im:history isn't granted. Add it under OAuth & Permissions and install the app again."),
        told.toString());
    assertFalse(told.stream().anyMatch(line -> line.contains("scope commands")));
  }

  @Test
  void a_refused_token_ends_the_look_at_slack_with_the_remedy() throws Exception {
    slack.answers("auth.test", "{\"ok\":false,\"error\":\"token_revoked\"}");

    List<String> told = sick();

    assertTrue(
        told.contains(
            "problem Slack refuses the bot's token (token_revoked). Install the app again and set INSTEAD_SLACK_BOT_TOKEN to its new Bot User OAuth Token."),
        told.toString());
    assertEquals(1, slack.authorizations.size());
    assertFalse(told.toString().contains("0123456789"), "the token is shown");
  }

  @Test
  void a_slack_that_does_not_answer_is_a_problem() throws Exception {
    slack.close();

    List<String> told = sick();

    assertTrue(
        told.stream()
            .anyMatch(line -> line.startsWith("problem Slack doesn't answer at http://127")),
        told.toString());
  }

  @Test
  void channels_where_no_card_can_be_posted_are_problems() throws Exception {
    List<String> channels = policy.teams().values().stream()
        .map(team -> String.join("", team.channels().values()))
        .toList();
    slack.answers(
        "conversations.info channel=" + channels.get(0),
        "{\"ok\":true,\"channel\":{\"name\":\"old\",\"is_archived\":true,\"is_member\":true}}");
    slack.answers(
        "conversations.info channel=" + channels.get(1),
        "{\"ok\":true,\"channel\":{\"name\":\"closed\",\"is_archived\":false,\"is_member\":false}}");
    slack.answers(
        "conversations.info channel=" + channels.get(2),
        "{\"ok\":false,\"error\":\"channel_not_found\"}");
    slack.answers("conversations.info channel=C0OPS", "{\"ok\":false,\"error\":\"missing_scope\"}");

    List<String> told = sick();

    assertTrue(anyStarts(told, "problem #old, channel " + channels.get(0)), told.toString());
    assertTrue(anyStarts(told, "problem #closed, channel " + channels.get(1)), told.toString());
    assertTrue(anyStarts(told, "problem The channel " + channels.get(2)), told.toString());
    assertTrue(anyStarts(told, "warn    The channel C0OPS (fallback) can't be looked at."));
    assertTrue(told.toString().contains("/invite @Instead"));
  }

  @Test
  void groups_that_cannot_be_read_are_told() throws Exception {
    slack.answers("usergroups.users.list usergroup=S0TRAINED", "{\"ok\":true,\"users\":[]}");
    assertTrue(
        anyStarts(healthy(), "warn    The user group S0TRAINED (trained speakers) is empty."));

    slack.status("usergroups.users.list usergroup=S0TRAINED", 429);
    assertTrue(
        anyStarts(
            healthy(),
            "warn    The user group S0TRAINED (trained speakers) can't be looked at now (ratelimited)."));

    slack.status("usergroups.users.list usergroup=S0TRAINED", 200);
    slack.answers(
        "usergroups.users.list usergroup=S0TRAINED",
        "{\"ok\":false,\"error\":\"no_such_subteam\"}");
    assertTrue(
        anyStarts(sick(), "problem The user group S0TRAINED (trained speakers) isn't there."));
  }

  @Test
  void a_clock_that_makes_slacks_signatures_look_old_is_a_problem() throws Exception {
    clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
    assertTrue(anyStarts(sick(), "problem This machine's clock is "));

    clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-2));
    List<String> told = healthy();
    assertTrue(anyStarts(told, "warn    This machine's clock is "), told.toString());
    assertTrue(told.toString().contains("behind Slack's"));
  }

  @Test
  void messages_that_were_given_up_are_named_with_their_reason() throws Exception {
    stores = url -> new StoreCheck.Looked(
        "data/instead.db", false, 1, List.of("team_card of case S-7KQ2: is_archived"), List.of());
    settings.put("INSTEAD_DATABASE_URL", "jdbc:sqlite:data/instead.db");
    assertTrue(
        healthy()
            .toString()
            .contains(
                "1 messages could not be delivered. Put right what hinders"
                    + " them, then run \"instead doctor --retry\". The newest: team_card of case S-7KQ2: is_archived."));
  }

  @Test
  void a_channel_that_can_be_joined_is_joined_only_when_asked() throws Exception {
    slack.answers(
        "conversations.info channel=C0SOCIAL",
        "{\"ok\":true,\"channel\":{\"name\":\"social\",\"is_archived\":false,\"is_member\":false}}");
    slack.answers("conversations.join", "{\"ok\":true}");
    assertTrue(anyStarts(sick(), "problem #social, channel C0SOCIAL"));
    assertTrue(anyStarts(mended(), "ok      The bot has joined the channel C0SOCIAL"));

    slack.answers("conversations.join", "{\"ok\":false,\"error\":\"missing_scope\"}");
    assertTrue(
        anyStarts(mended(), "problem The bot isn't in the channel C0SOCIAL"),
        mended().toString());
  }

  @Test
  void cards_that_cannot_be_looked_at_now_are_told_and_do_not_fail() throws Exception {
    slack.answers("conversations.history", "{\"ok\":false,\"error\":\"fatal_error\"}");
    assertTrue(anyStarts(healthy(), "warn    The cards in C0SOCIAL can't all be looked at now"));
  }

  @Test
  void the_public_address_must_lead_to_the_bot() throws Exception {
    Doctor doctor = new Doctor(policies, stores, cards, clock);
    slack.answers("health/live", "alive\n");
    assertEquals(Finding.Level.OK, doctor.reached(slack.address()).level());

    slack.answers("health/live", "<html>Welcome to the proxy</html>");
    assertEquals(
        slack.address() + "/health/live isn't the bot (status 200).",
        doctor.reached(slack.address()).what());

    URI gone = slack.address();
    slack.close();
    assertEquals(gone + " can't be reached from here.", doctor.reached(gone).what());
  }

  private static boolean anyStarts(List<String> told, String start) {
    return told.stream().anyMatch(line -> line.startsWith(start));
  }

  private List<String> mended() throws InterruptedException {
    List<String> told = new ArrayList<>();
    new Doctor(policies, stores, cards, clock)
        .mending()
        .examine(settings, finding -> told.add(finding.toString()));
    return told;
  }

  private List<String> healthy() throws InterruptedException {
    return examined(true);
  }

  private List<String> sick() throws InterruptedException {
    return examined(false);
  }

  private List<String> examined(boolean well) throws InterruptedException {
    List<String> told = new ArrayList<>();
    boolean found = new Doctor(policies, stores, cards, clock)
        .examine(settings, finding -> told.add(finding.toString()));
    assertEquals(well, found, told.toString());
    return told;
  }
}
