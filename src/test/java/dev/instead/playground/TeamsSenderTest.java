package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsSenderTest {
  private static final String DEWI = SampleTenant.DEWI;
  private static final String ANA = SampleTenant.ANA;

  private static final ObjectNode CARD = Cards.of(
      "{'type':'AdaptiveCard','version':'1.5','body':["
          + "{'type':'TextBlock','text':'S-7KQ2'},"
          + "{'type':'Input.Text','id':'text_field','label':'Note'},"
          + "{'type':'Input.ChoiceSet','id':'choice_field','label':'Which','choices':[{'title':'A','value':'a'}]}],"
          + "'actions':["
          + "{'type':'Action.Execute','title':'Take it','verb':'case.take','data':{'verb':'case.take','value':'S-7KQ2'},"
          + "'fallback':{'type':'Action.Submit','title':'Take it','data':{'verb':'case.take','value':'S-7KQ2'}}},"
          + "{'type':'Action.Submit','title':'Resolve','data':{'verb':'case.resolve','value':'S-7KQ2','msteams':{'type':'task/fetch'}}},"
          + "{'type':'Action.Submit','title':'Old','data':{'verb':'old','value':'x'}},"
          + "{'type':'Action.OpenUrl','title':'Look','url':'https://meranti.example'},"
          + "{'type':'Action.ShowCard','title':'More','card':{'type':'AdaptiveCard','body':["
          + "{'type':'Input.Text','id':'inner','label':'Why','isRequired':true,'errorMessage':'Say why'}],"
          + "'actions':[{'type':'Action.Execute','title':'Go','verb':'inner.go','data':{'verb':'inner.go','value':'1'}}]}}]}");

  private static final String FORM =
      "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'Input.Text','id':'link_field','label':'Link','isRequired':true,"
          + "'errorMessage':'Paste the link','maxLength':20}],'actions':[{'type':'Action.Submit','title':'Send',"
          + "'data':{'verb':'report.file','value':'','op':'42'}}]}";

  private final TeamsTenant tenant = SampleTenant.tenant();
  private final LocalTeams teams = LocalTeams.start(tenant);
  private EchoBot bot;
  private TeamsSender sender;

  @BeforeEach
  void start() throws IOException {
    EchoBot echo = new EchoBot();
    bot = echo;
    sender = new TeamsSender(teams, echo::address);
  }

  @AfterEach
  void stop() {
    sender.close();
    bot.close();
    teams.close();
  }

  @Test
  void every_activity_is_signed_for_the_app_and_its_own_service_address() throws Exception {
    sender.say(DEWI, "Hello");
    EchoBot.Heard heard = bot.next();
    String[] token = heard.header("Authorization").substring("Bearer ".length()).split("\\.", -1);
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(publishedKey());
    check.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));

    assertTrue(check.verify(Base64.getUrlDecoder().decode(token[2])));
    JsonNode claims = Json.read(
            new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8))
        .orElseThrow();
    assertEquals("https://api.botframework.com", claims.path("iss").asText());
    assertEquals(TeamsTenant.APP, claims.path("aud").asText());
    assertEquals(teams.serviceUrl(), claims.path("serviceurl").asText());
    assertEquals(teams.serviceUrl(), heard.json().path("serviceUrl").asText());
  }

  @Test
  void words_in_the_chat_are_a_message_with_html_beside() throws Exception {
    sender.say(DEWI, "May I <post> & tell?");
    JsonNode activity = bot.next().json();
    assertEquals("May I <post> & tell?", activity.path("text").asText());
    assertEquals(
        "<p>May I &lt;post&gt; &amp; tell?</p>",
        activity.path("attachments").path(0).path("content").asText());
    assertEquals(
        "personal", activity.path("conversation").path("conversationType").asText());
    assertEquals(tenant.chatOf(DEWI).get(0).id(), activity.path("id").asText());
  }

  @Test
  void a_channel_is_heard_only_when_the_bot_is_mentioned_and_there() throws Exception {
    sender.say(DEWI, SampleTenant.GENERAL, "Nothing for the bot", null);
    sender.say(DEWI, SampleTenant.GENERAL, "@Instead may I post this?", null);
    JsonNode activity = bot.next().json();
    assertEquals("<at>Instead</at> may I post this?", activity.path("text").asText());
    assertEquals("mention", activity.path("entities").path(0).path("type").asText());
    assertEquals(
        "<at>Instead</at>", activity.path("entities").path(0).path("text").asText());
    String html = activity.path("attachments").path(0).path("content").asText();
    assertTrue(html.contains("itemid=\"0\">Instead</span>&nbsp;may I post this?"), html);
    String root = tenant.postsIn(SampleTenant.GENERAL).get(1).id();
    assertEquals(
        SampleTenant.GENERAL + ";messageid=" + root,
        activity.path("conversation").path("id").asText());

    sender.say(ANA, SampleTenant.GENERAL, "@Instead and this?", root);
    JsonNode reply = bot.next().json();
    assertEquals(
        activity.path("conversation").path("id").asText(),
        reply.path("conversation").path("id").asText());
    tenant.appInTeam(false);
    sender.say(ANA, SampleTenant.GENERAL, "@Instead still there?", root);
    assertEquals(2, bot.all().size());
  }

  @Test
  void nobody_without_an_account_has_an_aad_object_id() throws Exception {
    sender.say(SampleTenant.SOMEBODY, SampleTenant.GENERAL, "@Instead hello", null);
    assertFalse(bot.next().json().path("from").has("aadObjectId"));
  }

  @Test
  void a_press_carries_the_buttons_data_with_the_fields() throws Exception {
    TeamsPost card = posted(SampleTenant.SOCIAL);
    bot.answering(execute("application/vnd.microsoft.activity.message", "'It is yours'"));
    assertTrue(
        sender.press(ANA, card, "case.take", Map.of("text_field", "Mine")).ok());
    JsonNode activity = bot.next().json();

    assertEquals("adaptiveCard/action", activity.path("name").asText());
    assertEquals(card.id(), activity.path("replyToId").asText());
    assertEquals(card.thread(), activity.path("conversation").path("id").asText());
    JsonNode action = activity.path("value").path("action");
    assertEquals("case.take", action.path("verb").asText());
    assertEquals("S-7KQ2", action.path("data").path("value").asText());
    assertEquals("Mine", action.path("data").path("text_field").asText());
    assertFalse(action.path("data").has("choice_field"), "nobody chose");
    assertFalse(action.path("data").has("inner"), "that field belongs to another card");
    assertEquals("It is yours", note(ANA).text());
  }

  @Test
  void a_returned_card_is_seen_by_the_one_who_pressed_until_the_bot_edits_it() {
    TeamsPost card = posted(SampleTenant.SOCIAL);
    bot.answering(
        execute("application/vnd.microsoft.card.adaptive", Json.write(Cards.saying("Yours"))));
    sender.press(ANA, card, "case.take");
    assertTrue(tenant.seenBy(ANA, SampleTenant.SOCIAL).get(0).everything().contains("Yours"));
    assertEquals(
        CARD, tenant.seenBy(SampleTenant.BEN, SampleTenant.SOCIAL).get(0).card().get());

    tenant.edit(card, draft(SampleTenant.SOCIAL, Cards.saying("Taken by Ana")));
    assertTrue(tenant.seenBy(ANA, SampleTenant.SOCIAL).get(0).everything().contains("Taken"));
  }

  @Test
  void an_error_with_its_right_type_is_shown() {
    bot.answering("{\"statusCode\":400,\"type\":\"application/vnd.microsoft.error\","
        + "\"value\":{\"code\":\"BadRequest\",\"message\":\"Not your team\"}}");
    assertTrue(sender.press(ANA, posted(SampleTenant.SOCIAL), "case.take").ok());
    assertEquals(new TeamsScreens.Note("Not your team", true), note(ANA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.error\",\"value\":{\"code\":\"a\",\"message\":\"b\"}}",
        "{\"statusCode\":400,\"type\":\"application/vnd.getmicrosoft().error\",\"value\":{\"code\":\"a\",\"message\":\"b\"}}",
        "{\"statusCode\":400,\"type\":\"application/vnd.microsoft.error\",\"value\":\"text\"}",
        "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\",\"value\":\"\"}",
        "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.card.adaptive\",\"value\":{\"type\":\"AdaptiveCard\",\"version\":\"1.6\",\"body\":[]}}"
      })
  void an_answer_that_the_client_does_not_know_is_an_error(String body) {
    bot.answering(body);
    Answer answer = sender.press(ANA, posted(SampleTenant.SOCIAL), "case.take");
    assertEquals(Answer.Outcome.NOT_UNDERSTOOD, answer.outcome());
    assertTrue(note(ANA).bad());
  }

  @Test
  void a_bot_that_fails_is_unreachable() {
    bot.withStatus(500);
    sender.press(ANA, posted(SampleTenant.SOCIAL), "case.take");
    assertEquals("Unable to reach the app. Please try again.", note(ANA).text());
  }

  @Test
  void an_old_client_sends_the_fallback_as_a_message_with_a_value() throws Exception {
    TeamsPost card = posted(SampleTenant.SOCIAL);
    sender.pressFallback(ANA, card, "case.take");
    JsonNode activity = bot.next().json();
    assertEquals("message", activity.path("type").asText());
    assertEquals("case.take", activity.path("value").path("verb").asText());
    assertFalse(activity.has("text"));
    sender.press(ANA, card, "old");
    assertEquals("x", bot.next().json().path("value").path("value").asText());
  }

  @Test
  void links_stay_in_the_client_and_what_is_not_there_cannot_be_pressed() {
    TeamsPost card = posted(SampleTenant.SOCIAL);
    JsonNode link = CardTree.actions(CARD).stream()
        .filter(action -> action.has("url"))
        .findFirst()
        .orElseThrow();
    sender.press(ANA, card, link, Map.of());
    assertTrue(bot.all().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> sender.press(ANA, card, "nothing"));
    assertThrows(
        IllegalArgumentException.class,
        () -> sender.press(ANA, card, "case.take", Map.of("no_field", "x")));
    assertThrows(
        IllegalArgumentException.class,
        () -> sender.press(ANA, card, "case.take", Map.of("choice_field", "z")));
  }

  @Test
  void a_required_field_in_a_shown_card_holds_back_its_own_button_only() throws Exception {
    TeamsPost card = posted(SampleTenant.SOCIAL);
    assertEquals(Answer.Outcome.NOT_SENT, sender.press(ANA, card, "inner.go").outcome());
    assertTrue(bot.all().isEmpty());
    sender.press(ANA, card, "inner.go", Map.of("inner", "because"));
    JsonNode data = bot.next().json().path("value").path("action").path("data");
    assertEquals("because", data.path("inner").asText());
    assertTrue(data.has("text_field"), "the fields around it go along");
  }

  @Test
  void a_button_opens_a_dialog_that_is_sent_back_and_closes() throws Exception {
    TeamsPost card = posted(SampleTenant.SOCIAL);
    bot.answering(dialog("Resolve", FORM));
    assertTrue(sender.press(ANA, card, "case.resolve").ok());
    JsonNode fetch = bot.next().json();
    assertEquals("task/fetch", fetch.path("name").asText());
    assertEquals("case.resolve", fetch.path("value").path("data").path("verb").asText());
    assertEquals("Resolve", tenant.screens().dialog(ANA).orElseThrow().title());

    bot.answering("{\"task\":{\"type\":\"message\",\"value\":\"Resolved\"}}");
    assertTrue(sender.submit(ANA, Map.of("link_field", "https://x.com/a")).ok());
    JsonNode submit = bot.next().json();
    assertEquals("task/submit", submit.path("name").asText());
    assertEquals("42", submit.path("value").path("data").path("op").asText());
    assertEquals(
        "https://x.com/a", submit.path("value").path("data").path("link_field").asText());
    assertEquals(fetch.path("conversation"), submit.path("conversation"));
    assertNotEquals(fetch.path("id"), submit.path("id"));
    assertTrue(tenant.screens().dialog(ANA).isEmpty());
    assertEquals("Resolved", note(ANA).text());
  }

  @Test
  void an_empty_or_overlong_field_stays_in_the_client() {
    bot.answering(dialog("Report", FORM));
    sender.commandBox(DEWI, "report");
    assertEquals(Answer.Outcome.NOT_SENT, sender.submit(DEWI, Map.of()).outcome());
    assertEquals(
        Map.of("link_field", "Paste the link"),
        tenant.screens().dialog(DEWI).orElseThrow().errors());
    assertEquals(
        Answer.Outcome.NOT_SENT,
        sender.submit(DEWI, Map.of("link_field", "x".repeat(21))).outcome());
    assertEquals(1, bot.all().size());
  }

  @Test
  void a_dialog_may_be_updated_and_an_empty_answer_closes_it() {
    bot.answering(dialog("Report", FORM));
    sender.commandBox(DEWI, "report");
    bot.answering(dialog("Once more", FORM));
    sender.submit(DEWI, Map.of("link_field", "x"));
    assertEquals("Once more", tenant.screens().dialog(DEWI).orElseThrow().title());
    bot.answering("");
    sender.submit(DEWI, Map.of("link_field", "x"));
    assertTrue(tenant.screens().dialog(DEWI).isEmpty());
    assertThrows(IllegalStateException.class, () -> sender.submit(DEWI, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"A\",\"url\":\"https://example.com\"}}}",
        "{\"task\":{\"type\":\"message\"}}",
        "{\"task\":{\"type\":\"close\"}}",
        "{\"composeExtension\":{\"type\":\"result\",\"attachments\":[]}}"
      })
  void a_dialog_that_the_client_cannot_open_is_an_error(String body) {
    bot.answering(body);
    Answer answer = sender.commandBox(DEWI, "report");
    assertEquals(Answer.Outcome.NOT_UNDERSTOOD, answer.outcome());
    assertTrue(tenant.screens().dialog(DEWI).isEmpty());
  }

  @Test
  void a_dialog_with_a_button_to_execute_or_without_a_title_is_an_error() {
    bot.answering(dialog("Report", Json.write(CARD)));
    assertEquals(
        Answer.Outcome.NOT_UNDERSTOOD, sender.commandBox(DEWI, "report").outcome());
    bot.answering(dialog(" ", FORM));
    assertEquals(
        Answer.Outcome.NOT_UNDERSTOOD, sender.commandBox(DEWI, "report").outcome());
  }

  @Test
  void a_command_in_a_messages_menu_takes_the_message_along() throws Exception {
    TeamsPost post =
        tenant.post(TeamsTenant.Draft.text(SampleTenant.GENERAL, ANA, "Look: <this> & that", null));
    bot.answering(dialog("Report", FORM));
    sender.onMessage(DEWI, post, "report");
    JsonNode value = bot.next().json().path("value");
    assertEquals("message", value.path("commandContext").asText());
    JsonNode payload = value.path("messagePayload");
    assertEquals(post.id(), payload.path("id").asText());
    assertEquals(
        "Ana Wijaya", payload.path("from").path("user").path("displayName").asText());
    assertTrue(payload.path("body").path("content").asText().contains("&lt;this&gt; &amp; that"));

    bot.answering("");
    sender.submit(DEWI, Map.of("link_field", "x"));
    JsonNode submitted = bot.next().json();
    assertEquals("composeExtension/submitAction", submitted.path("name").asText());
    assertEquals(payload, submitted.path("value").path("messagePayload"));
    assertEquals(
        "report.file", submitted.path("value").path("data").path("verb").asText());
  }

  @Test
  void an_extensions_card_waits_in_the_compose_box() {
    bot.answering(dialog("Ask", FORM));
    sender.compose(DEWI, SampleTenant.GENERAL, "ask");
    ObjectNode answer = Json.object();
    ObjectNode result = answer.putObject("composeExtension").put("type", "result");
    result
        .putArray("attachments")
        .addObject()
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", Cards.small());
    bot.answering(Json.write(answer));
    assertTrue(sender.submit(DEWI, Map.of("link_field", "x")).ok());
    assertEquals(Cards.small(), tenant.screens().draft(DEWI).orElseThrow());
    assertTrue(tenant.screens().dialog(DEWI).isEmpty());
  }

  @Test
  void times_have_three_two_seven_one_or_no_digits_behind_the_point() throws Exception {
    Set<Integer> lengths = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      sender.say(DEWI, "x");
      JsonNode activity = bot.next().json();
      String utc = activity.path("timestamp").asText();
      lengths.add(utc.length());
      OffsetDateTime local =
          OffsetDateTime.parse(activity.path("localTimestamp").asText());
      assertEquals(OffsetDateTime.parse(utc).toInstant(), local.toInstant());
      assertEquals("+07:00", local.getOffset().getId());
    }
    assertEquals(Set.of(20, 22, 23, 24, 28), lengths);
  }

  @Test
  void everything_comes_twice_when_wanted_with_the_old_id_or_a_new_one() throws Exception {
    teams.troubles().deliverTwice(true);
    sender.say(DEWI, "x");
    assertEquals(bot.next().json(), bot.next().json());
    teams.troubles().none();
    teams.troubles().repeatUnderNewId(true);
    sender.say(DEWI, "y");
    ObjectNode first = (ObjectNode) bot.next().json();
    ObjectNode second = (ObjectNode) bot.next().json();
    assertNotEquals(first.path("id"), second.path("id"));
    first.remove("id");
    second.remove("id");
    assertEquals(first, second);
  }

  @ParameterizedTest
  @CsvSource({"false, 1", "true, 2"})
  void who_is_out_of_reach_talks_to_nobody(boolean inTeam, int heard) {
    sender.say(DEWI, "One");
    tenant.uninstall(DEWI);
    if (!inTeam) {
      tenant.leaveTeam(DEWI);
    }
    sender.say(DEWI, "Two");
    assertEquals(heard, bot.all().size());
  }

  @Test
  void comings_and_goings_happen_in_the_tenant_and_are_told() throws Exception {
    sender.news().uninstall(DEWI);
    assertEquals("remove", bot.next().json().path("action").asText());
    assertFalse(tenant.hasInstalled(DEWI));
    sender.news().install(DEWI);
    assertEquals("add", bot.next().json().path("action").asText());
    JsonNode members = bot.next().json().path("membersAdded");
    assertEquals(TeamsTenant.BOT, members.path(0).path("id").asText());
    assertEquals(DEWI, members.path(1).path("aadObjectId").asText());

    assertEquals(
        "channelRenamed",
        event(() -> sender.news().renameChannel(ANA, SampleTenant.SOCIAL, "Care")));
    assertEquals("Care", tenant.place(SampleTenant.SOCIAL).name());
    assertEquals(
        "channelDeleted", event(() -> sender.news().deleteChannel(ANA, SampleTenant.SOCIAL)));
    assertEquals("teamRenamed", event(() -> sender.news().renameTeam(ANA, "Meranti")));
    assertEquals("teamDeleted", event(() -> sender.news().deleteTeam(ANA)));
    assertFalse(tenant.isAppInTeam());
    assertTrue(tenant.channels().isEmpty());
  }

  private interface Doing {
    Answer now();
  }

  private String event(Doing doing) throws InterruptedException {
    doing.now();
    return bot.next().json().path("channelData").path("eventType").asText();
  }

  private PublicKey publishedKey() throws Exception {
    JsonNode key = teams.keys().published().path("keys").path(0);
    BigInteger n = new BigInteger(1, Base64.getUrlDecoder().decode(key.path("n").asText()));
    BigInteger e = new BigInteger(1, Base64.getUrlDecoder().decode(key.path("e").asText()));
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e));
  }

  private TeamsPost posted(String conversation) {
    assertEquals(List.of(), AdaptiveCardCheck.message(CARD));
    return tenant.post(draft(conversation, CARD));
  }

  private static TeamsTenant.Draft draft(String conversation, ObjectNode card) {
    return new TeamsTenant.Draft(
        conversation, TeamsTenant.BOT, "", "A case", Json.array().add(card), null, null);
  }

  private TeamsScreens.Note note(String aad) {
    return tenant.screens().note(aad).orElseThrow();
  }

  private static String execute(String type, String value) {
    return "{\"statusCode\":200,\"type\":\"" + type + "\",\"value\":" + value.replace('\'', '"')
        + "}";
  }

  private static String dialog(String title, String card) {
    ObjectNode answer = Json.object();
    ObjectNode value =
        answer.putObject("task").put("type", "continue").putObject("value").put("title", title);
    value
        .putObject("card")
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", Cards.of(card));
    return Json.write(answer);
  }
}
