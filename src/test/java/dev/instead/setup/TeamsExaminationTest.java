package dev.instead.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.PolicyReader;
import dev.instead.config.Reading;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.teams.FakeTeams;
import dev.instead.teams.FakeTeams.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsExaminationTest {
  private static final String OPENID = "GET /v1/openid";
  private static final String KEYS = "GET /v1/keys";
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private Policy policy = valid("src/test/resources/policy/full.yaml");
  private final Map<String, String> settings = new HashMap<>();
  private final List<Spot> spots = new ArrayList<>();
  private FakeTeams teams;

  @BeforeEach
  void all_is_well() throws IOException {
    teams = new FakeTeams();
    settings.put("INSTEAD_TEAMS_APP_ID", FakeTeams.APP);
    settings.put("INSTEAD_TEAMS_TENANT_ID", FakeTeams.TENANT);
    settings.put("INSTEAD_TEAMS_APP_PASSWORD", "geheim-0123456789abcdef");
    settings.put("INSTEAD_TEAMS_SECRET_EXPIRES", today.plusDays(200).toString());
    settings.put("INSTEAD_TEAMS_LOGIN_URL", teams.login());
    settings.put("INSTEAD_TEAMS_OPENID_URL", teams.login() + "/v1/openid");
    settings.put("INSTEAD_TEAMS_SERVICE_HOSTS", teams.host());
    teams.answers(OPENID, "{\"jwks_uri\":\"" + teams.login() + "/v1/keys\"}");
    teams.answers(KEYS, "{\"keys\":[{\"kid\":\"1\"}]}");
    for (String id : conversations()) {
      spots.add(spot(id));
      teams.answers(roster(id), "{\"members\":[]}");
    }
  }

  @AfterEach
  void stop() {
    teams.close();
  }

  @Test
  void all_being_well_it_says_what_it_looked_at() throws Exception {
    List<String> told = examined(true);

    assertTrue(anyStarts(told, "ok      The keys of Teams' signatures can be had"));
    assertTrue(anyStarts(told, "ok      Microsoft Entra knows the bot"));
    assertTrue(anyStarts(told, "ok      The bot's secret for Teams expires on"));
    assertEquals(
        conversations().size(),
        told.stream().filter(line -> line.endsWith(": the bot is in.")).count(),
        told.toString());
    assertFalse(conversations().isEmpty(), "the sample policy names no conversation of Teams");
  }

  @ParameterizedTest
  @CsvSource({
    "31, true, ok",
    "30, true, warn",
    "8, true, warn",
    "7, true, 'warn    The bot''s secret for Teams expires'",
    "2, true, warn",
    "1, false, problem",
    "0, false, problem",
    "-1, false, 'problem The bot''s secret for Teams expired'"
  })
  void a_secret_that_expires_is_told_in_time(int days, boolean well, String start)
      throws Exception {
    settings.put("INSTEAD_TEAMS_SECRET_EXPIRES", today.plusDays(days).toString());

    List<String> told = examined(well);

    String line = told.stream()
        .filter(each -> each.contains("secret for Teams"))
        .findFirst()
        .orElseThrow();
    assertTrue(line.startsWith(start), line);
    assertEquals(days <= 7 && days > 1, line.contains("this week"), line);
  }

  @Test
  void nobody_knowing_when_the_secret_expires_is_a_warning() throws Exception {
    settings.remove("INSTEAD_TEAMS_SECRET_EXPIRES");

    assertTrue(
        anyStarts(examined(true), "warn    Nobody is told before the client secret expires."));
  }

  @Test
  void a_refused_secret_ends_the_look_at_channels_with_the_remedy() throws Exception {
    teams.answers(
        "token",
        asked -> Answer.of(401, "{\"error\":\"invalid_client\",\"error_codes\":[7000215]}"));

    List<String> told = examined(false);

    assertTrue(anyStarts(told, "problem Microsoft Entra gives the bot no token"), told.toString());
    assertTrue(told.toString().contains("AADSTS7000215"));
    assertFalse(told.toString().contains("geheim"), "the secret is shown");
    assertFalse(told.toString().contains("the bot is in"));
  }

  @Test
  void a_secret_that_does_not_hold_is_told_although_another_one_does() throws Exception {
    settings.put(
        "INSTEAD_TEAMS_APP_PASSWORD", "forgotten-0123456789abcdef,geheim-0123456789abcdef");
    teams.answers(
        "token",
        asked -> asked.body().contains("forgotten")
            ? Answer.of(401, "{\"error\":\"invalid_client\"}")
            : Answer.of(200, "{\"access_token\":\"a.b.c\",\"expires_in\":3600}"));

    List<String> told = examined(true);

    assertTrue(
        told.contains(
            "warn    Microsoft Entra refuses number 1 of INSTEAD_TEAMS_APP_PASSWORD; another secret is used meanwhile. Put it right, or take it out of the settings."),
        told.toString());
    assertFalse(told.toString().contains("number 2"), told.toString());
    assertFalse(told.toString().contains("forgotten"), "the secret is shown");
  }

  @Test
  void the_only_secret_has_no_number() throws Exception {
    teams.answers("token", asked -> Answer.of(401, "{\"error\":\"invalid_client\"}"));

    assertTrue(examined(false).stream()
        .anyMatch(line -> line.contains("Put INSTEAD_TEAMS_APP_PASSWORD right: it is wrong")));
  }

  @Test
  void a_conversation_that_is_channel_and_group_at_once_is_named_once() throws Exception {
    policy = valid("config/policy.yaml");

    assertTrue(
        anyStarts(
            examined(false),
            "problem The bot has never been seen in the channel 19:meranti-social-care@thread.tacv2 (team social-care)."));
  }

  @Test
  void a_channel_where_the_bot_never_was_is_a_problem() throws Exception {
    String id = spots.remove(0).channel().id();

    assertTrue(
        anyStarts(examined(false), "problem The bot has never been seen in the channel " + id));
  }

  @ParameterizedTest
  @CsvSource({
    "403, false, the bot isn't in it",
    "404, false, isn't there any more",
    "500, true, can't be looked at now"
  })
  void a_channel_that_cannot_be_read_is_told(int status, boolean well, String what)
      throws Exception {
    teams.answers(
        roster(conversations().get(0)),
        asked -> Answer.error(status, "BotNotInConversationRoster"));

    assertTrue(examined(well).stream().anyMatch(line -> line.contains(what)));
  }

  @ParameterizedTest
  @CsvSource({"{}", "<html>", "'{\"jwks_uri\":\"/v1/nothing\"}'"})
  void without_keys_every_request_would_be_refused(String document) throws Exception {
    teams.answers(OPENID, document);
    teams.answers("GET /v1/nothing", "{\"keys\":[]}");

    assertTrue(examined(false).stream().anyMatch(line -> line.contains("names no signing keys")));
  }

  @Test
  void without_settings_of_teams_nothing_of_it_is_looked_at() throws Exception {
    settings.clear();

    assertFalse(examined(false).toString().contains("Entra"));
    assertEquals(List.of(), teams.asked);
  }

  private static Policy valid(String file) {
    return ((Reading.Valid) PolicyReader.read(Path.of(file), Policies.TODAY)).policy();
  }

  /** Those that the policy names, each once. */
  private List<String> conversations() {
    List<String> ids = new ArrayList<>();
    policy.teams().values().forEach(team -> {
      Optional.ofNullable(team.channels().get(Platform.TEAMS)).ifPresent(ids::add);
      team.members().on(Platform.TEAMS).stream()
          .filter(id -> id.startsWith("19:"))
          .forEach(ids::add);
    });
    Optional.ofNullable(policy.fallback().get(Platform.TEAMS)).ifPresent(ids::add);
    return ids.stream().distinct().toList();
  }

  private Spot spot(String id) {
    return new Spot(
        new Channel(Platform.TEAMS, FakeTeams.TENANT, id),
        "19:team@thread.tacv2",
        "Social Care",
        teams.service(),
        true);
  }

  private static String roster(String id) {
    return "GET v3/conversations/" + id + "/pagedmembers";
  }

  private static boolean anyStarts(List<String> told, String start) {
    return told.stream().anyMatch(line -> line.startsWith(start));
  }

  private List<String> examined(boolean well) throws InterruptedException {
    List<String> told = new ArrayList<>();
    Doctor doctor = new Doctor(
        file -> new PolicyCheck.Checked(Optional.of(policy), List.of(), List.of()),
        url -> new StoreCheck.Looked("data/instead.db", false, 0, List.of(), spots),
        (store, ids) -> Map.of(),
        Clock.systemUTC());
    boolean found = doctor.examine(settings, finding -> told.add(finding.toString()));
    assertEquals(well, found, told.toString());
    return told;
  }
}
