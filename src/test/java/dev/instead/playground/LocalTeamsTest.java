package dev.instead.playground;

import static dev.instead.playground.TeamsClient.activities;
import static dev.instead.playground.TeamsClient.card;
import static dev.instead.playground.TeamsClient.code;
import static dev.instead.playground.TeamsClient.encode;
import static dev.instead.playground.TeamsClient.json;
import static dev.instead.playground.TeamsClient.newChat;
import static dev.instead.playground.TeamsClient.newThread;
import static dev.instead.playground.TeamsClient.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTeamsTest {
  private static final String SOCIAL = SampleTenant.SOCIAL;

  private final TestClock clock = new TestClock();
  private final TeamsTenant tenant = SampleTenant.tenant(clock);
  private final LocalTeams teams = LocalTeams.start(tenant, clock);
  private final TeamsClient client = new TeamsClient(teams);
  private final String dewi = tenant.known(SampleTenant.DEWI).chat();

  @BeforeEach
  void logIn() throws Exception {
    client.loggedIn();
  }

  @AfterEach
  void stop() {
    teams.close();
  }

  @Test
  void what_is_posted_can_be_edited_and_deleted() throws Exception {
    String id = id(client.say(dewi, "One"));
    String path = activities(dewi) + "/" + id;
    assertEquals(200, client.send("PUT", path, Json.write(text("Two"))).statusCode());

    assertEquals("Two", tenant.chatOf(SampleTenant.DEWI).get(0).text());
    assertTrue(tenant.chatOf(SampleTenant.DEWI).get(0).edited());
    assertEquals(200, client.send("DELETE", path, "").statusCode());
    assertTrue(tenant.chatOf(SampleTenant.DEWI).isEmpty());
    assertEquals("404 ActivityNotFoundInConversation", code(client.send("DELETE", path, "")));
  }

  @Test
  void a_new_thread_answers_its_conversation_and_its_first_message() throws Exception {
    HttpResponse<String> made = client.create(newThread(SOCIAL, card(Cards.small())));
    assertEquals(201, made.statusCode());
    String root = json(made).path("activityId").asText();
    String thread = json(made).path("id").asText();
    assertEquals(SOCIAL + ";messageid=" + root, thread);

    assertEquals(201, client.say(thread, "A note").statusCode());
    assertEquals(2, tenant.thread(SOCIAL, root).size());
    assertEquals(root, tenant.thread(SOCIAL, root).get(1).root());
  }

  @Test
  void an_id_may_come_encoded_or_as_it_is() throws Exception {
    String thread =
        json(client.create(newThread(SOCIAL, text("Root")))).path("id").asText();
    String path = "v3/conversations/" + thread + "/activities";
    assertEquals(201, client.send("POST", path, Json.write(text("Plain"))).statusCode());
    assertEquals(201, client.say(thread, "Encoded").statusCode());
  }

  @Test
  void a_chat_is_opened_by_remote_id_or_by_aad_object_id() throws Exception {
    String remote = tenant.known(SampleTenant.ANA).remoteId();
    assertEquals(
        tenant.known(SampleTenant.ANA).chat(),
        json(client.create(newChat(remote))).path("id").asText());
    assertEquals(201, client.create(newChat(SampleTenant.ANA)).statusCode());
  }

  @Test
  void who_has_not_the_app_is_reached_through_the_team_by_remote_id_only() throws Exception {
    tenant.uninstall(SampleTenant.ANA);
    assertEquals("403 BotNotInConversationRoster", code(client.create(newChat(SampleTenant.ANA))));
    String remote = tenant.known(SampleTenant.ANA).remoteId();
    assertEquals(201, client.create(newChat(remote)).statusCode());

    tenant.leaveTeam(SampleTenant.ANA);
    assertEquals("403 BotNotInConversationRoster", code(client.create(newChat(remote))));
    assertEquals(
        "403 BotNotInConversationRoster",
        code(client.say(tenant.known(SampleTenant.ANA).chat(), "Hello")));
  }

  @Test
  void a_chat_that_never_was_is_unknown_and_a_blocked_one_closed() throws Exception {
    String gus = tenant.known(SampleTenant.GUS).chat();
    assertEquals("404 ConversationNotFound", code(client.say(gus, "Hello")));
    tenant.block(SampleTenant.DEWI, true);
    assertEquals("403 ConversationBlockedByUser", code(client.say(dewi, "Hello")));
  }

  @Test
  void without_the_app_in_the_team_its_channels_are_closed() throws Exception {
    tenant.appInTeam(false);
    assertEquals("403 BotNotInConversationRoster", code(client.say(SOCIAL, "Hello")));
    HttpResponse<String> team = client.send("GET", "v3/teams/" + encode(TeamsTenant.TEAM), "");
    assertEquals("403 BotNotInConversationRoster", code(team));
  }

  @Test
  void a_deleted_channel_a_missing_thread_and_a_foreign_message_are_not_there() throws Exception {
    assertEquals(
        "404 ActivityNotFoundInConversation", code(client.say(SOCIAL + ";messageid=1", "Hello")));
    TeamsPost anas = tenant.post(TeamsTenant.Draft.text(SOCIAL, SampleTenant.ANA, "Mine", null));
    String path = activities(SOCIAL) + "/" + anas.id();
    assertEquals(
        "404 ActivityNotFoundInConversation",
        code(client.send("PUT", path, Json.write(text("Yours")))));
    tenant.put(tenant.place(SOCIAL).gone());
    assertEquals("404 ConversationNotFound", code(client.say(SOCIAL, "Hello")));
  }

  @Test
  void an_answer_to_a_message_that_is_not_there_is_refused() throws Exception {
    ObjectNode reply = text("Yes").put("replyToId", "1700000000000");
    assertEquals(
        "404 ActivityNotFoundInConversation",
        code(client.send("POST", activities(dewi), Json.write(reply))));
    String path = activities(dewi) + "/1700000000001";
    assertEquals(
        "404 ActivityNotFoundInConversation",
        code(client.send("POST", path, Json.write(text("Yes")))));
    assertEquals("400 BadArgument", code(client.send("POST", path, Json.write(reply))));
    String asked = id(client.say(dewi, "Well?"));
    String right = activities(dewi) + "/" + asked;
    assertEquals(201, client.send("POST", right, Json.write(text("Yes"))).statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "{'type':'message'} => 400 BadArgument",
        "{'type':'message','text':' '} => 400 BadArgument",
        "{'type':'event','text':'a'} => 400 BadArgument",
        "{'type':'message','text':'a','from':{'id':'28:another'}} => 400 BadArgument",
        "{'type':'message','attachments':[{'contentType':'image/png','content':{}}]} => 400 BadArgument",
        "{'type':'message','attachments':[{'contentType':'application/vnd.microsoft.card.adaptive'}]} => 400 BadArgument",
        "{'type':'message','attachments':[{'contentType':'application/vnd.microsoft.card.adaptive','content':{'type':'AdaptiveCard','version':'1.6','body':[]}}]} => 400 BadArgument",
        "not json => 400 BadSyntax"
      })
  void what_teams_would_not_show_is_refused(String body, String code) throws Exception {
    assertEquals(code, code(client.send("POST", activities(dewi), body.replace('\'', '"'))));
    assertTrue(tenant.chatOf(SampleTenant.DEWI).isEmpty());
  }

  @Test
  void text_and_a_card_together_are_refused() throws Exception {
    ObjectNode both = card(Cards.small()).put("text", "and this");
    assertEquals("400 BadArgument", code(client.send("POST", activities(dewi), Json.write(both))));
  }

  @Test
  void a_card_over_25_kilobytes_is_too_big_and_one_below_is_not() throws Exception {
    assertEquals(201, client.show(dewi, Cards.saying("é".repeat(12_000))).statusCode());
    assertEquals(
        "413 MessageSizeTooBig", code(client.show(dewi, Cards.saying("é".repeat(12_800)))));
    assertEquals("413 MessageSizeTooBig", code(client.say(dewi, "x".repeat(26_000))));
  }

  @Test
  void a_targeted_message_is_seen_by_one_member_of_the_channel() throws Exception {
    String path = activities(SOCIAL) + "?isTargetedActivity=true";
    String made = id(client.send("POST", path, Json.write(targeted(SampleTenant.ANA))));
    assertEquals(1, tenant.seenBy(SampleTenant.ANA, SOCIAL).size());
    assertTrue(tenant.seenBy(SampleTenant.BEN, SOCIAL).isEmpty());
    assertTrue(tenant.postsIn(SOCIAL).isEmpty());

    assertEquals(
        "400 BadArgument",
        code(client.send("POST", path, Json.write(targeted(SampleTenant.DEWI)))));
    String inChat = activities(dewi) + "?isTargetedActivity=true";
    assertEquals(
        "400 BadArgument",
        code(client.send("POST", inChat, Json.write(targeted(SampleTenant.DEWI)))));
    assertEquals(
        "404 ActivityNotFoundInConversation",
        code(client.send("DELETE", activities(SOCIAL) + "/" + made, "")));
  }

  @Test
  void a_roster_comes_in_pages_whose_tokens_must_be_encoded() throws Exception {
    String path = "v3/conversations/" + encode(TeamsTenant.TEAM) + "/pagedmembers";
    List<String> names = new ArrayList<>();
    JsonNode page = json(client.send("GET", path, ""));
    int pages = 1;
    String token = page.path("continuationToken").asText();
    assertEquals(
        400, client.send("GET", path + "?continuationToken=" + token, "").statusCode());
    while (page.path("continuationToken").isTextual()) {
      page.path("members").forEach(member -> names.add(member.path("name").asText()));
      String next = encode(page.path("continuationToken").asText());
      page = json(client.send("GET", path + "?pageSize=50&continuationToken=" + next, ""));
      pages++;
    }
    page.path("members").forEach(member -> names.add(member.path("name").asText()));
    assertEquals(3, pages);
    assertEquals(10, names.size());
    assertEquals(10, names.stream().distinct().count());
  }

  @Test
  void a_closed_channel_has_its_own_roster_and_a_guest_is_told_by_the_principal_name()
      throws Exception {
    JsonNode legal =
        json(client.send("GET", "v3/conversations/" + encode(SampleTenant.LEGAL) + "/members", ""));
    assertEquals(1, legal.size());
    assertEquals(SampleTenant.LARAS, legal.path(0).path("aadObjectId").asText());

    String all = "v3/conversations/" + encode(TeamsTenant.TEAM) + "/members/";
    JsonNode guest = json(client.send("GET", all + SampleTenant.GUS, ""));
    assertTrue(guest.path("userPrincipalName").asText().contains("#EXT#"));
    assertFalse(guest.has("email"));
    assertEquals(
        "404 MemberNotFoundInConversation",
        code(client.send("GET", all + SampleTenant.SOMEBODY, "")));
  }

  @Test
  void a_team_tells_its_channels_and_the_general_one_has_no_name() throws Exception {
    String path = "v3/teams/" + encode(TeamsTenant.TEAM);
    assertEquals(
        "Meranti Motors", json(client.send("GET", path, "")).path("name").asText());
    JsonNode channels = json(client.send("GET", path + "/conversations", "")).path("conversations");
    assertEquals(tenant.channels().size(), channels.size());
    assertTrue(channels.path(0).path("name").isNull());
    assertEquals("404 ConversationNotFound", code(client.send("GET", "v3/teams/19:x", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, v3/teams/19:x, 404",
    "GET, v3/conversations, 404",
    "PATCH, v3/conversations/a:1/activities, 404",
    "POST, v3/conversations/a:1/history, 404",
    "GET, v2/conversations, 404"
  })
  void another_call_is_unknown(String method, String path, int status) throws Exception {
    assertEquals(status, client.send(method, path, "{}").statusCode());
  }

  @Test
  void a_wrong_conversation_is_not_made() throws Exception {
    String ana = tenant.known(SampleTenant.ANA).remoteId();
    assertEquals("400 BadSyntax", code(client.create(newChat("29:nobody"))));
    assertEquals("400 BadArgument", code(client.create(newChat(ana).put("tenantId", "other"))));
    assertEquals("400 BadArgument", code(client.create(newChat(ana).put("isGroup", true))));
    ObjectNode two = newChat(ana);
    two.withArray("members").addObject().put("id", SampleTenant.BEN);
    assertEquals("400 BadArgument", code(client.create(two)));
    ObjectNode other = newChat(ana);
    other.putObject("bot").put("id", "28:another");
    assertEquals("400 BadArgument", code(client.create(other)));
    ObjectNode silent = newThread(SOCIAL, text("x"));
    silent.remove("activity");
    assertEquals("400 BadArgument", code(client.create(silent)));
    assertEquals(
        "404 ConversationNotFound", code(client.create(newThread("19:nowhere", text("x")))));
  }

  @Test
  void nothing_is_done_without_a_good_token() throws Exception {
    assertEquals("401 Unauthorized", code(new TeamsClient(teams).say(dewi, "Hello")));
    clock.advance(Duration.ofMinutes(61));
    assertEquals("401 Unauthorized", code(client.say(dewi, "Hello")));
    client.loggedIn();
    assertEquals(201, client.say(dewi, "Hello").statusCode());
    teams.tokens().expireAll();
    assertEquals("401 Unauthorized", code(client.say(dewi, "Hello")));
    assertEquals(1, tenant.chatOf(SampleTenant.DEWI).size());
  }

  @Test
  void another_region_or_tenant_is_another_host() throws Exception {
    String elsewhere = teams.serviceUrl().replace("/apac/", "/emea/") + activities(dewi);
    HttpResponse<String> answer = client.sendTo(elsewhere, "POST", Json.write(text("Hello")));
    assertEquals("403 InvalidBotApiHost", code(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, another-app, 400, unauthorized_client",
    "client_secret, wrong, 401, invalid_client",
    "client_secret, '', 400, invalid_request",
    "scope, https://graph.microsoft.com/.default, 400, invalid_scope",
    "scope, '', 400, invalid_request",
    "grant_type, password, 400, unsupported_grant_type"
  })
  void a_wrong_login_is_refused(String field, String value, int status, String error)
      throws Exception {
    HttpResponse<String> answer = client.login(TeamsTenant.TENANT, TeamsClient.form(field, value));
    assertEquals(status, answer.statusCode());
    assertEquals(error, json(answer).path("error").asText());
  }

  @Test
  void two_secrets_are_good_while_one_replaces_the_other_and_a_foreign_tenant_never()
      throws Exception {
    teams.tokens().addSecret("newer");
    assertEquals(200, login("newer"));
    assertEquals(200, login(LocalTeams.SECRET));
    teams.tokens().removeSecret(LocalTeams.SECRET);
    assertEquals(401, login(LocalTeams.SECRET));
    assertEquals(400, client.login("another-tenant", TeamsClient.form("a", "b")).statusCode());
  }

  @Test
  void a_certificate_does_as_well_as_a_secret_when_it_signs_the_right_things() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    teams.tokens().addCertificate(pair.getPublic());
    String at = teams.address() + "/" + TeamsTenant.TENANT + "/oauth2/v2.0/token";
    assertEquals(200, loginWith(assertion(pair, at, TeamsTenant.APP, 300)));
    assertEquals(
        401, loginWith(assertion(pair, "https://elsewhere.example", TeamsTenant.APP, 300)));
    assertEquals(401, loginWith(assertion(pair, at, "another-app", 300)));
    assertEquals(401, loginWith(assertion(pair, at, TeamsTenant.APP, -1)));
    KeyPair strange = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    assertEquals(401, loginWith(assertion(strange, at, TeamsTenant.APP, 300)));
    assertEquals(401, loginWith("rubbish"));
  }

  private int loginWith(String assertion) throws Exception {
    String form = TeamsClient.form("client_secret", "")
        + "&client_assertion_type="
        + encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        + "&client_assertion=" + encode(assertion);
    return client.login(TeamsTenant.TENANT, form).statusCode();
  }

  private String assertion(KeyPair pair, String audience, String app, int seconds)
      throws Exception {
    ObjectNode header = Json.object().put("alg", "RS256").put("x5t#S256", "thumbprint");
    ObjectNode claims = Json.object().put("iss", app).put("sub", app).put("aud", audience);
    claims.put("jti", "1").put("exp", clock.instant().plusSeconds(seconds).getEpochSecond());
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String signed =
        base64.encodeToString(Json.bytes(header)) + "." + base64.encodeToString(Json.bytes(claims));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + base64.encodeToString(signature.sign());
  }

  @Test
  void the_keys_are_found_by_way_of_the_openid_document() throws Exception {
    JsonNode document = json(client.sendTo(teams.openIdUrl(), "GET", ""));
    assertEquals("https://api.botframework.com", document.path("issuer").asText());
    JsonNode key = json(client.sendTo(document.path("jwks_uri").asText(), "GET", ""))
        .path("keys")
        .path(0);
    assertEquals("msteams", key.path("endorsements").path(0).asText());
    teams.keys().rotate();
    JsonNode next = json(client.sendTo(document.path("jwks_uri").asText(), "GET", ""))
        .path("keys")
        .path(0);
    assertFalse(next.path("kid").equals(key.path("kid")));
  }

  @Test
  void limits_and_conflicts_do_nothing_and_pass() throws Exception {
    teams.troubles().limitNext(1, Duration.ofSeconds(7));
    HttpResponse<String> limited = client.say(dewi, "One");
    assertEquals("429 Throttled", code(limited));
    assertEquals("7", limited.headers().firstValue("Retry-After").orElseThrow());
    teams.troubles().conflictNext(1);
    assertEquals("412 PreconditionFailed", code(client.say(dewi, "One")));
    teams.troubles().refuseNext(1, TeamsRefusal.writesBlocked());
    HttpResponse<String> blocked = client.say(dewi, "One");
    assertEquals(403, blocked.statusCode());
    assertTrue(json(blocked).path("message").asText().contains("MessageWritesBlocked"));
    assertTrue(tenant.chatOf(SampleTenant.DEWI).isEmpty());
    assertEquals(201, client.say(dewi, "One").statusCode());
  }

  @Test
  void a_lost_answer_leaves_the_message_standing() throws Exception {
    teams.troubles().failAfterAccepting(1);
    assertEquals(502, client.say(dewi, "One").statusCode());
    teams.troubles().dropNext(1);
    assertThrows(IOException.class, () -> client.say(dewi, "Two"));
    assertEquals(2, tenant.chatOf(SampleTenant.DEWI).size());
    assertEquals(2, teams.calls().count("POST activities"));
  }

  private int login(String secret) throws Exception {
    return client
        .login(TeamsTenant.TENANT, TeamsClient.form("client_secret", secret))
        .statusCode();
  }

  private static ObjectNode targeted(String aad) {
    ObjectNode activity = text("Only you");
    activity.putObject("recipient").put("id", aad);
    return activity;
  }

  private static String id(HttpResponse<String> answer) {
    assertEquals(201, answer.statusCode(), answer.body());
    return json(answer).path("id").asText();
  }
}
