package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.config.TeamsCloud;
import dev.instead.web.TeamsTokenFilter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What is forged, stolen or somebody else's, sent over HTTP to the endpoint as {@code serve} has it. */
class TokenCheckTest {
  private static final KeyPair FORGER = Tokens.keys(2048);
  private static final String TRUE_SERVICE =
      "https://smba.trafficmanager.net/emea/11111111-2222-4333-8444-555555555555/";

  private final TeamsEndpoint teams = new TeamsEndpoint(TeamsCloud.PUBLIC);

  @AfterEach
  void stop() {
    teams.close();
  }

  @Test
  void a_good_token_with_its_activity_is_taken() {
    assertTaken(teams.send(teams.token(), teams.activity()));
  }

  @Test
  void the_same_token_is_good_again() {
    String token = teams.token();
    for (int i = 0; i < 3; i++) {
      assertTaken(teams.send(token, teams.activity()));
    }
  }

  // ---- the table of forged tokens

  @Test
  void no_token_is_refused() {
    assertRefused(401, teams.post(r -> {}, teams.activity().toString().getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer garbage",
        "Bearer a.b.c",
        "Bearer ..",
        "Bearer e30.e30.",
        "Bearer bnVsbA.bnVsbA.bnVsbA",
        "Basic dXNlcjpwYXNz",
        "garbage",
      })
  void garbage_is_refused(String authorization) {
    assertRefused(
        401,
        teams.post(
            request -> request.header("Authorization", authorization),
            teams.activity().toString().getBytes(UTF_8)));
  }

  @Test
  void a_token_for_another_bot_is_refused() {
    assertForged(claims -> claims.put("aud", "99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee"));
  }

  @Test
  void a_token_for_several_bots_or_none_is_refused() {
    assertForged(claims ->
        claims.put("aud", List.of(TeamsEndpoint.APP, "99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee")));
    assertForged(claims -> claims.put("aud", List.of()));
    assertForged(claims -> claims.remove("aud"));
  }

  @Test
  void a_token_of_another_service_url_is_refused() {
    assertForged(claims -> claims.put("serviceurl", "https://smba.trafficmanager.net/amer/"));
  }

  @Test
  void a_token_without_a_service_url_is_refused() {
    assertForged(claims -> claims.remove("serviceurl"));
    assertForged(claims -> claims.put("serviceurl", ""));
    assertForged(claims -> claims.put("serviceurl", 17));
  }

  @Test
  void a_token_that_expired_ten_minutes_ago_is_refused() {
    assertForged(claims -> claims.put("exp", teams.seconds() - 600));
  }

  @Test
  void a_token_that_expired_two_minutes_ago_may_be_due_to_the_clock() {
    assertTaken(teams.send(
        teams.token(claims -> claims.put("exp", teams.seconds() - 120)), teams.activity()));
  }

  @Test
  void a_token_that_is_not_yet_good_is_refused_but_for_the_clock() {
    assertForged(claims -> claims.put("nbf", teams.seconds() + 600));
    assertTaken(teams.send(
        teams.token(claims -> claims.put("nbf", teams.seconds() + 120)), teams.activity()));
  }

  @Test
  void a_token_without_an_end_is_refused() {
    assertForged(claims -> claims.remove("exp"));
    assertForged(claims -> claims.put("exp", "never"));
    assertForged(claims -> claims.put("exp", null));
  }

  @Test
  void a_token_without_a_beginning_is_refused() {
    assertForged(claims -> claims.remove("nbf"));
  }

  @Test
  void times_beyond_all_calendars_are_refused() {
    assertForged(claims -> claims.put("nbf", Long.MAX_VALUE));
    assertForged(claims -> claims.put("exp", Long.MIN_VALUE));
  }

  @Test
  void a_forged_key_is_refused() {
    assertRefused(
        401,
        teams.send(
            Tokens.signed(Tokens.header("RS256", "teams"), teams.claims(), FORGER),
            teams.activity()));
  }

  @Test
  void changed_claims_are_refused() {
    String[] good = teams.token().split("\\.", -1);
    String[] other = teams.token(claims -> claims.put("aud", "somebody else")).split("\\.", -1);

    assertRefused(401, teams.send(other[0] + "." + good[1] + "." + other[2], teams.activity()));
  }

  @Test
  void a_token_that_was_good_does_not_let_another_one_in() {
    String good = teams.token();
    assertTaken(teams.send(good, teams.activity()));

    assertRefused(401, teams.send(good.substring(0, good.length() - 4) + "AAAA", teams.activity()));
  }

  @Test
  void an_unknown_key_is_refused() {
    assertRefused(
        401,
        teams.send(
            Tokens.signed(Tokens.header("RS256", "unheard-of"), teams.claims(), FORGER),
            teams.activity()));
  }

  @Test
  void a_token_that_names_no_key_is_refused() {
    Map<String, Object> header = Tokens.header("RS256", "");
    assertRefused(
        401, teams.send(Tokens.signed(header, teams.claims(), teams.keys), teams.activity()));
    header.remove("kid");
    assertRefused(
        401, teams.send(Tokens.signed(header, teams.claims(), teams.keys), teams.activity()));
  }

  @Test
  void a_token_signed_with_the_public_key_is_refused() {
    assertRefused(
        401,
        teams.send(
            Tokens.signedWithPublicKey(Tokens.header("HS256", "teams"), teams.claims(), teams.keys),
            teams.activity()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", ""})
  void an_unsigned_token_is_refused(String algorithm) {
    assertRefused(
        401,
        teams.send(
            Tokens.unsigned(Tokens.header(algorithm, "teams"), teams.claims()), teams.activity()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256", "rs256"})
  void another_algorithm_is_refused(String algorithm) {
    assertRefused(
        401,
        teams.send(
            Tokens.signed(Tokens.header(algorithm, "teams"), teams.claims(), teams.keys),
            teams.activity()));
  }

  @Test
  void a_token_that_must_be_understood_in_a_way_we_do_not_is_refused() {
    Map<String, Object> header = Tokens.header("RS256", "teams");
    header.put("crit", List.of("exp2"));

    assertRefused(
        401, teams.send(Tokens.signed(header, teams.claims(), teams.keys), teams.activity()));
  }

  @Test
  void a_key_that_is_endorsed_for_another_channel_is_refused() {
    assertRefused(
        401,
        teams.send(
            Tokens.signed(Tokens.header("RS256", "webchat"), teams.claims(), teams.keys),
            teams.activity()));
  }

  @Test
  void a_key_without_endorsements_is_refused() {
    assertRefused(
        401,
        teams.send(
            Tokens.signed(Tokens.header("RS256", "bare"), teams.claims(), teams.keys),
            teams.activity()));
  }

  @Test
  void an_activity_without_a_channel_is_refused() {
    assertRefused(
        401, teams.send(teams.token(), teams.activity(activity -> activity.remove("channelId"))));
  }

  @Test
  void an_activity_of_another_channel_is_refused_though_its_key_is_endorsed_for_it() {
    assertRefused(
        401,
        teams.send(
            Tokens.signed(Tokens.header("RS256", "webchat"), teams.claims(), teams.keys),
            teams.activity(activity -> activity.put("channelId", "webchat"))));
  }

  @Test
  void an_activity_without_a_service_url_is_refused() {
    assertRefused(
        401, teams.send(teams.token(), teams.activity(activity -> activity.remove("serviceUrl"))));
    assertRefused(
        401,
        teams.send(
            teams.token(claims -> claims.remove("serviceurl")),
            teams.activity(activity -> activity.remove("serviceUrl"))));
  }

  @Test
  void another_bot_that_calls_this_one_as_a_skill_is_refused() {
    assertForged(claims -> {
      claims.put("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/");
      claims.put("ver", "2.0");
      claims.put("azp", "99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    });
    assertForged(claims -> {
      claims.put(
          "iss", "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0");
      claims.put("ver", "1.0");
      claims.put("appid", "99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    });
  }

  @Test
  void the_emulator_is_refused() {
    assertForged(claims -> {
      claims.put("iss", "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/");
      claims.put("ver", "1.0");
      claims.put("appid", TeamsEndpoint.APP);
      claims.remove("serviceurl");
    });
  }

  @Test
  void a_token_without_an_issuer_is_refused() {
    assertForged(claims -> claims.remove("iss"));
  }

  // ---- a right token, and yet

  @Test
  void people_of_another_tenant_are_refused() {
    assertRefused(
        403,
        teams.send(
            teams.token(), teams.activity(TeamsEndpoint.tenant(TeamsEndpoint.OTHER_TENANT))));
  }

  @Test
  void an_activity_with_two_tenants_is_refused() {
    assertRefused(
        403,
        teams.send(
            teams.token(),
            teams.activity(activity -> ((ObjectNode) activity.at("/channelData/tenant"))
                .put("id", TeamsEndpoint.OTHER_TENANT))));
    assertRefused(
        403,
        teams.send(
            teams.token(),
            teams.activity(activity -> ((ObjectNode) activity.get("conversation"))
                .put("tenantId", TeamsEndpoint.OTHER_TENANT))));
  }

  @Test
  void one_tenant_is_enough_wherever_it_stands() {
    assertTaken(
        teams.send(teams.token(), teams.activity(activity -> activity.remove("channelData"))));
    assertTaken(teams.send(
        teams.token(),
        teams.activity(
            activity -> ((ObjectNode) activity.get("conversation")).remove("tenantId"))));

    assertEquals(
        List.of(TeamsEndpoint.TENANT, TeamsEndpoint.TENANT),
        teams.bot.seen().stream()
            .map(activity -> activity.getConversation().getTenantId())
            .toList());
  }

  @Test
  void no_tenant_is_refused() {
    assertRefused(403, teams.send(teams.token(), teams.activity(activity -> {
      activity.remove("channelData");
      ((ObjectNode) activity.get("conversation")).remove("tenantId");
    })));
  }

  @Test
  void a_tenant_that_is_no_text_is_refused() {
    assertRefused(
        403,
        teams.send(
            teams.token(),
            teams.activity(
                activity -> ((ObjectNode) activity.get("conversation")).put("tenantId", 17))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://attacker.example/",
        "https://smba.trafficmanager.net.attacker.example/emea/",
        "https://attacker.example/smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:8443/emea/",
        "http://smba.trafficmanager.net/emea/",
      })
  void another_host_is_refused_even_when_its_token_is_right(String service) {
    assertRefused(
        403,
        teams.send(
            teams.token(claims -> claims.put("serviceurl", service)),
            teams.activity(activity -> activity.put("serviceUrl", service))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smba.trafficmanager.net",
        "//smba.trafficmanager.net/",
        "file://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@attacker.example/",
        "https://user@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/?a=b",
        "https://smba.trafficmanager.net/#a",
        "https://[",
        "",
      })
  void what_is_no_plain_address_is_refused(String service) {
    assertRefused(
        401,
        teams.send(
            teams.token(claims -> claims.put("serviceurl", service)),
            teams.activity(activity -> activity.put("serviceUrl", service))));
  }

  @Test
  void plain_http_is_for_a_host_and_port_that_the_operator_named() {
    String local = "http://127.0.0.1:49231/_connector";
    assertTaken(teams.send(
        teams.token(claims -> claims.put("serviceurl", local)),
        teams.activity(activity -> activity.put("serviceUrl", local))));

    String otherPort = "http://127.0.0.1:49232/_connector";
    assertRefused(
        403,
        teams.send(
            teams.token(claims -> claims.put("serviceurl", otherPort)),
            teams.activity(activity -> activity.put("serviceUrl", otherPort))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://smba.trafficmanager.net/emea/11111111-2222-4333-8444-555555555555",
        "https://SMBA.TrafficManager.net/emea/11111111-2222-4333-8444-555555555555/",
        "HTTPS://smba.trafficmanager.net:443/emea/11111111-2222-4333-8444-555555555555",
      })
  void the_same_address_may_be_written_differently(String claimed) {
    assertTaken(teams.send(
        teams.token(claims -> claims.put("serviceurl", claimed)),
        teams.activity(activity -> activity.put("serviceUrl", TRUE_SERVICE))));
  }

  @Test
  void a_body_that_does_not_match_the_claim_is_refused() {
    assertRefused(
        401,
        teams.send(
            teams.token(),
            teams.activity(
                activity -> activity.put("serviceUrl", "https://smba.trafficmanager.net/amer/"))));
  }

  // ---- time goes on

  @Test
  void a_remembered_token_ends_when_it_says() {
    String token = teams.token();
    assertTaken(teams.send(token, teams.activity()));

    teams.clock.advance(Duration.ofMinutes(64));
    assertTaken(teams.send(token, teams.activity()));
    teams.clock.advance(Duration.ofMinutes(2));

    assertRefused(401, teams.send(token, teams.activity()));
  }

  @Test
  void a_remembered_token_ends_when_its_key_is_taken_back() {
    String token = teams.token(claims -> claims.put("exp", teams.seconds() + 200_000));
    assertTaken(teams.send(token, teams.activity()));
    teams.host.has(List.of(Tokens.jwk("next", FORGER, List.of("msteams"))));

    teams.clock.advance(Duration.ofDays(1));

    // The first request starts the look that finds out, and doesn't wait for it.
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (teams.send(token, teams.activity()).statusCode() == 202
        && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertRefused(401, teams.send(token, teams.activity()));
  }

  @Test
  void an_hour_without_the_key_host_stops_nobody() {
    assertTaken(teams.send(teams.token(), teams.activity()));
    teams.host.hang();
    teams.clock.advance(Duration.ofDays(1));

    for (int minute = 0; minute < 60; minute++) {
      assertTaken(teams.send(teams.token(), teams.activity()));
      teams.clock.advance(Duration.ofMinutes(1));
    }
  }

  @Test
  void while_there_never_was_a_key_the_sender_may_try_again() {
    teams.host.says(500, "", "");

    assertRefused(503, teams.send(teams.token(), teams.activity()));
  }

  // ---- clouds

  @Test
  void each_cloud_has_its_own_issuer() {
    try (TeamsEndpoint gov = new TeamsEndpoint(TeamsCloud.US_GOV)) {
      String service = "https://smba.infra.gov.teams.microsoft.us/gcch/";
      ObjectNode activity = gov.activity(a -> a.put("serviceUrl", service));
      String public_ = gov.token(claims -> claims.put("serviceurl", service));
      String ofGov = gov.token(claims -> {
        claims.put("serviceurl", service);
        claims.put("iss", "https://api.botframework.us");
      });

      assertEquals(401, gov.send(public_, activity).statusCode());
      assertEquals(202, gov.send(ofGov, activity).statusCode());
    }
    assertForged(claims -> claims.put("iss", "https://api.botframework.us"));
  }

  // ---- bodies

  @Test
  void an_oversized_body_is_refused_before_it_is_read() throws Exception {
    assertTrue(teams.announce(teams.token(), 256 * 1024 + 1).startsWith("HTTP/1.1 413 "));
    assertEquals(0, teams.bot.seen().size());
  }

  @Test
  void a_body_is_not_even_read_without_a_good_token() throws Exception {
    assertTrue(teams.announce("garbage", 1_000).startsWith("HTTP/1.1 401 "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"message\"",
        "type=message",
        "{\"type\":\"message\"} {\"type\":\"message\"}",
        "{\"type\":\"message\",}",
        "{'type':'message'}",
      })
  void malformed_json_is_refused(String body) {
    assertRefused(400, teams.send(teams.token(), body));
  }

  @Test
  void deep_json_is_refused() {
    for (int depth : List.of(65, 100_000)) {
      assertRefused(
          400,
          teams.send(teams.token(), "{\"value\":" + "[".repeat(depth) + "]".repeat(depth) + "}"));
    }
  }

  @Test
  void a_field_of_a_wrong_kind_is_refused() {
    for (Consumer<ObjectNode> wrong : List.<Consumer<ObjectNode>>of(
        activity -> activity.putObject("text"),
        activity -> activity.put("from", "Ana"),
        activity -> activity.put("membersAdded", 3),
        activity -> activity.put("type", 3),
        activity -> activity.remove("type"),
        activity -> activity.put("type", ""),
        activity -> ((ObjectNode) activity.get("conversation")).remove("id"),
        activity -> ((ObjectNode) activity.get("conversation")).putArray("id"))) {
      assertRefused(400, teams.send(teams.token(), teams.activity(wrong)));
    }
  }

  @Test
  void only_posted_json_is_served() {
    byte[] body = teams.activity().toString().getBytes(UTF_8);
    assertRefused(
        415,
        teams.post(
            r -> r.setHeader("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Bearer " + teams.token()),
            body));
    HttpResponse<String> get = teams.post(HttpRequest.Builder::GET, body);
    assertRefused(405, get);
    assertEquals("POST", get.headers().firstValue("Allow").orElse(""));
  }

  // ---- the log

  @Test
  void the_log_says_which_check_failed_and_nothing_about_people() {
    Logger logger = (Logger) LoggerFactory.getLogger(TeamsTokenFilter.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.WARN);
    logger.setAdditive(false);
    try {
      teams.send("garbage", teams.activity());
      teams.send(teams.token(claims -> claims.put("aud", "other")), teams.activity());
      teams.send(teams.token(), teams.activity(TeamsEndpoint.tenant(TeamsEndpoint.OTHER_TENANT)));
      teams.send(teams.token(), teams.activity(TeamsEndpoint.tenant("Alice\nExample")));
      teams.send(teams.token(), "{\"text\":\"reset my VPN token\"");
    } finally {
      logger.setLevel(null);
      logger.setAdditive(true);
      logger.detachAppender(log);
    }

    String start = "Refused a request to /api/messages: ";
    assertEquals(
        List.of(
            start + "the bearer token can't be read as a JWT (status 401)",
            start
                + "the token is for another bot; is INSTEAD_TEAMS_APP_ID this bot's? (status 401)",
            start
                + "the tenant 99999999-9999-4999-8999-999999999999 is not allowed; the bot serves the one of INSTEAD_TEAMS_TENANT_ID (status 403)",
            start
                + "the tenant (unreadable) is not allowed; the bot serves the one of INSTEAD_TEAMS_TENANT_ID (status 403)",
            start + "the body is no JSON that is served here (JsonEOFException) (status 400)"),
        log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
  }

  private void assertForged(Consumer<Map<String, Object>> change) {
    assertRefused(401, teams.send(teams.token(change), teams.activity()));
  }

  private static void assertTaken(HttpResponse<String> answer) {
    assertEquals(202, answer.statusCode());
    assertEquals("", answer.body());
  }

  /** Refused in a few words that help no forger, and the bot saw nothing of it. */
  private void assertRefused(int status, HttpResponse<String> answer) {
    int seen = teams.bot.seen().size();
    assertEquals(status, answer.statusCode());
    assertTrue(answer.body().length() < 40, answer.body());
    assertFalse(answer.body().toLowerCase(java.util.Locale.ROOT).contains("token"), answer.body());
    assertTrue(seen == teams.taken(), "The bot saw an activity that was refused");
  }
}
