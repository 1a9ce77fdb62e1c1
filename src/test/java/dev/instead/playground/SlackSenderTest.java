package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackSenderTest {
  private static final SigningSecret SECRET = new SigningSecret("local-signing-secret");

  private final SlackWorkspace workspace = SampleCompany.workspace();
  private final LocalSlack slack = LocalSlack.start(workspace);
  private EchoBot bot;
  private SlackSender sender;

  @BeforeEach
  void start() throws IOException {
    EchoBot echo = new EchoBot();
    bot = echo;
    sender = new SlackSender(slack, echo::address, SECRET);
  }

  @AfterEach
  void stop() {
    sender.close();
    bot.close();
    slack.close();
  }

  @Test
  void signatures_agree_with_slacks_published_vector() throws IOException {
    JsonNode vector;
    try (InputStream file =
        SlackSenderTest.class.getResourceAsStream("/fixtures/slack/signature_vector.json")) {
      vector =
          Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)).orElseThrow();
    }
    SignedRequest signed = new SigningSecret(vector.path("signing_secret").asText())
        .sign(
            "application/x-www-form-urlencoded",
            vector.path("raw_body").asText(),
            Instant.ofEpochSecond(1531420618));
    assertEquals(
        vector.path("x_slack_signature").asText(), signed.headers().get("X-Slack-Signature"));
  }

  @Test
  void a_command_carries_every_field_and_a_signature_over_its_body() throws Exception {
    sender.command("U0DEWI", "C0SHOWROOM", "/report", "café & <https://x.com/a>");
    EchoBot.Heard heard = bot.next();
    JsonNode form = heard.form();

    assertEquals("/report", form.path("command").asText());
    assertEquals("café & <https://x.com/a>", form.path("text").asText());
    assertEquals("showroom", form.path("channel_name").asText());
    assertEquals("U0DEWI", form.path("user_id").asText());
    assertTrue(form.path("response_url").asText().startsWith(slack.address() + "/hooks/"));
    assertFalse(form.path("trigger_id").asText().isEmpty());
    String second = heard.header("X-slack-request-timestamp");
    assertEquals(SECRET.signature(second, heard.body()), heard.header("X-slack-signature"));
  }

  @Test
  void a_commands_answer_is_shown_to_the_asker_alone() {
    bot.answering("{\"text\":\"Thanks, Dewi\"}");
    assertTrue(sender.command("U0DEWI", "C0SHOWROOM", "/report", "").ok());
    bot.answering("plain words");
    sender.command("U0DEWI", "C0SHOWROOM", "/report", "");

    assertEquals("Thanks, Dewi", workspace.ephemeralsFor("U0DEWI").get(0).text());
    assertEquals("plain words", workspace.ephemeralsFor("U0DEWI").get(1).text());
    assertTrue(workspace.messagesIn("C0SHOWROOM").isEmpty());
  }

  @Test
  void an_answer_that_slack_would_not_show_is_not_shown_here() {
    bot.answering("{\"blocks\":[{\"type\":\"carousel\"}]}");
    Answer answer = sender.command("U0DEWI", "C0SHOWROOM", "/report", "");
    assertEquals("invalid_command_response", answer.outcome().word());
    assertTrue(workspace.ephemeralsFor("U0DEWI").isEmpty());
  }

  @Test
  void a_bot_that_takes_more_than_three_seconds_has_timed_out() throws Exception {
    CountDownLatch finish = new CountDownLatch(1);
    bot.answering(heard -> waitFor(finish));
    Answer answer = sender.command("U0DEWI", "C0SHOWROOM", "/report", "");
    finish.countDown();
    assertEquals("operation_timeout", answer.outcome().word());
  }

  @Test
  void a_press_carries_message_state_and_a_usable_trigger() throws Exception {
    SlackMessage card = workspace.post(draftWithCard("C0SOCIAL"));
    sender.press("U0ANA", card, "case.claim");
    JsonNode payload = bot.next().json();

    assertEquals("block_actions", payload.path("type").asText());
    assertEquals("case.claim", payload.path("actions").path(0).path("action_id").asText());
    assertEquals("S-7KQ2", payload.path("actions").path(0).path("value").asText());
    assertEquals("card", payload.path("actions").path(0).path("block_id").asText());
    assertEquals(card.ts(), payload.path("container").path("message_ts").asText());
    assertEquals(card.ts(), payload.path("message").path("ts").asText());
    assertTrue(
        payload.path("state").path("values").path("card").path("severity").has("selected_option"));
    String trigger = payload.path("trigger_id").asText();
    assertTrue(new Client(slack).call("views.open", opening(trigger)).path("ok").asBoolean());
    assertTrue(workspace.modalOf("U0ANA").isPresent());
  }

  @Test
  void a_choice_carries_the_option_that_was_chosen() throws Exception {
    SlackMessage card = workspace.post(draftWithCard("C0SOCIAL"));
    sender.choose("U0ANA", card, "severity", "high");
    JsonNode action = bot.next().json().path("actions").path(0);
    assertEquals(
        "High", action.path("selected_option").path("text").path("text").asText());
  }

  @Test
  void an_ephemeral_message_is_not_sent_along() throws Exception {
    SlackMessage card = workspace.post(draftWithCard("C0SOCIAL").onlyFor("U0ANA"));
    sender.press("U0ANA", card, "case.claim");
    JsonNode payload = bot.next().json();
    assertTrue(payload.path("container").path("is_ephemeral").asBoolean());
    assertTrue(payload.path("message").isMissingNode());
  }

  @Test
  void a_submission_has_a_value_for_every_field_and_closes_the_modal() throws Exception {
    openForm("U0DEWI");
    assertTrue(sender.submit("U0DEWI", Map.of("link", "https://x.com/a")).ok());
    JsonNode values = bot.next().json().path("view").path("state").path("values");

    assertEquals(
        "https://x.com/a", values.path("link").path("value").path("value").asText());
    assertTrue(values.path("what").path("value").path("value").isNull());
    assertTrue(workspace.modalOf("U0DEWI").isEmpty());
  }

  @Test
  void errors_stay_beside_their_fields_and_what_was_written_is_kept() throws Exception {
    openForm("U0DEWI");
    bot.answering("{\"response_action\":\"errors\",\"errors\":{\"link\":\"This isn't a link.\"}}");
    sender.submit("U0DEWI", Map.of("link", "oops"));
    assertEquals(Map.of("link", "This isn't a link."), workspace.views().errorsOf("U0DEWI"));

    bot.answering("");
    bot.next();
    sender.submit("U0DEWI", Map.of("what", "angry"));
    JsonNode values = bot.next().json().path("view").path("state").path("values");
    assertEquals("oops", values.path("link").path("value").path("value").asText());
  }

  @Test
  void errors_for_a_field_that_is_not_there_are_an_error_of_the_bot() throws Exception {
    openForm("U0DEWI");
    bot.answering("{\"response_action\":\"errors\",\"errors\":{\"elsewhere\":\"No.\"}}");
    assertFalse(sender.submit("U0DEWI", Map.of()).ok());
    assertTrue(workspace.modalOf("U0DEWI").isPresent());
  }

  @Test
  void an_answer_can_update_push_and_clear() throws Exception {
    openForm("U0DEWI");
    String view =
        "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"Next\"},\"blocks\":[]}";
    bot.answering("{\"response_action\":\"update\",\"view\":" + view + "}");
    sender.submit("U0DEWI", Map.of());
    assertEquals(
        "Next",
        workspace.modalOf("U0DEWI").orElseThrow().path("title").path("text").asText());

    bot.answering("{\"response_action\":\"push\",\"view\":" + view + "}");
    sender.submit("U0DEWI", Map.of());
    assertEquals(2, workspace.views().depth("U0DEWI"));

    bot.answering("{\"response_action\":\"clear\"}");
    sender.submit("U0DEWI", Map.of());
    assertEquals(0, workspace.views().depth("U0DEWI"));
  }

  @Test
  void words_in_the_apps_conversation_are_an_im_event_and_a_mention_in_a_channel_another()
      throws Exception {
    sender.say("U0DEWI", "D0DEWI", "may I post this", null);
    JsonNode direct = bot.next().json();
    sender.say("U0DEWI", "C0SHOWROOM", "just talk", null);
    sender.say("U0DEWI", "C0SHOWROOM", "<@U0INSTEAD> may I", null);
    JsonNode mention = bot.next().json();

    assertEquals("im", direct.path("event").path("channel_type").asText());
    assertEquals(
        "U0INSTEAD", direct.path("authorizations").path(0).path("user_id").asText());
    assertEquals("app_mention", mention.path("event").path("type").asText());
    assertNotEquals(direct.path("event_id"), mention.path("event_id"));
    assertEquals(2, bot.all().size());
  }

  @Test
  void somebody_of_another_organisation_is_told_apart_in_every_payload() throws Exception {
    workspace.put(SlackUser.employee("U0OUT", "Olga Out", "", "en-US").ofTeam("T0OTHER"));
    workspace.join("C0SHOWROOM", "U0OUT");
    sender.press("U0OUT", workspace.post(draftWithCard("C0SHOWROOM")), "case.claim");
    JsonNode press = bot.next().json();
    openForm("U0OUT");
    sender.submit("U0OUT", Map.of("link", "https://x.com/a"));
    JsonNode submission = bot.next().json();

    assertEquals("T0OTHER", press.path("user").path("team_id").asText());
    assertEquals("T0MERANTI", press.path("team").path("id").asText());
    assertEquals("T0OTHER", submission.path("team").path("id").asText());
    assertEquals(
        "T0MERANTI", submission.path("view").path("app_installed_team_id").asText());
  }

  @Test
  void a_closed_view_is_told_only_when_it_asked_to_be() throws Exception {
    openForm("U0DEWI");
    sender.closeModal("U0DEWI", false);
    ObjectNode body = opening(slack.trigger("U0DEWI"));
    ((ObjectNode) body.path("view")).put("notify_on_close", true);
    new Client(slack).call("views.open", body);
    sender.closeModal("U0DEWI", false);

    assertEquals("view_closed", bot.next().json().path("type").asText());
    assertEquals(1, bot.all().size());
  }

  @Test
  void shortcuts_and_the_home_send_what_slack_sends() throws Exception {
    SlackMessage post =
        workspace.post(SlackWorkspace.Draft.text("C0SHOWROOM", "U0BUDI", "Look at this"));
    sender.shortcut("U0DEWI", "report");
    JsonNode global = bot.next().json();
    sender.messageShortcut("U0DEWI", "report_message", post);
    JsonNode message = bot.next().json();
    sender.openHome("U0DEWI");
    JsonNode home = bot.next().json();

    assertEquals("shortcut", global.path("type").asText());
    assertTrue(global.path("channel").isMissingNode());
    assertEquals("Look at this", message.path("message").path("text").asText());
    assertEquals("app_home_opened", home.path("event").path("type").asText());
  }

  @Test
  void a_failed_event_is_sent_again_with_slacks_headers() throws Exception {
    bot.withStatus(500);
    sender.say("U0DEWI", "D0DEWI", "hello", null);
    EchoBot.Heard first = bot.next();
    EchoBot.Heard second = bot.next();

    assertEquals(first.json().path("event_id"), second.json().path("event_id"));
    assertEquals("", first.header("X-slack-retry-num"));
    assertEquals("1", second.header("X-slack-retry-num"));
    assertEquals("http_error", second.header("X-slack-retry-reason"));
  }

  @Test
  void everything_comes_twice_when_asked_for() throws Exception {
    slack.troubles().deliverTwice(true);
    sender.command("U0DEWI", "C0SHOWROOM", "/report", "a");
    assertEquals(bot.next().body(), bot.next().body());
    sender.say("U0DEWI", "D0DEWI", "hello", null);
    assertEquals(bot.next().json().path("event_id"), bot.next().json().path("event_id"));
  }

  @Test
  void a_raw_request_goes_out_as_it_is_forged_or_repeated() throws Exception {
    sender.command("U0DEWI", "C0SHOWROOM", "/report", "a");
    String body = bot.next().body();
    sender.send(sender.latest());
    assertEquals(body, bot.next().body());
    sender.send(sender.latest().with("X-Slack-Signature", "v0=forged"));
    assertEquals("v0=forged", bot.next().header("X-slack-signature"));
  }

  @Test
  void nobody_at_the_other_end_is_told_apart() throws IOException {
    EchoBot gone = new EchoBot();
    URI address = gone.address();
    gone.close();
    try (SlackSender lonely = new SlackSender(slack, () -> address, SECRET)) {
      assertEquals(
          "dispatch_failed", lonely.shortcut("U0DEWI", "report").outcome().word());
    }
  }

  private void openForm(String user) throws Exception {
    ObjectNode body = opening(slack.trigger(user));
    ObjectNode view = (ObjectNode) body.path("view");
    view.putObject("submit").put("type", "plain_text").put("text", "Send");
    ArrayNode blocks = view.putArray("blocks");
    blocks.add(field("link"));
    blocks.add(field("what").put("optional", true));
    assertTrue(new Client(slack).call("views.open", body).path("ok").asBoolean());
  }

  private static ObjectNode field(String block) {
    ObjectNode input = Json.object().put("type", "input").put("block_id", block);
    input.putObject("label").put("type", "plain_text").put("text", block);
    input.putObject("element").put("type", "plain_text_input").put("action_id", "value");
    return input;
  }

  private static ObjectNode opening(String trigger) {
    ObjectNode body = Json.object().put("trigger_id", trigger);
    ObjectNode view = body.putObject("view").put("type", "modal");
    view.putObject("title").put("type", "plain_text").put("text", "Report");
    view.putArray("blocks");
    return body;
  }

  private static SlackWorkspace.Draft draftWithCard(String channel) {
    String blocks = """
        [{"type":"actions","block_id":"card","elements":[
          {"type":"button","action_id":"case.claim","value":"S-7KQ2","text":{"type":"plain_text","text":"Take it"}},
          {"type":"static_select","action_id":"severity","options":[
            {"text":{"type":"plain_text","text":"High"},"value":"high"}]}]}]
        """;
    JsonNode card = Json.read(blocks).orElseThrow();
    return new SlackWorkspace.Draft(
        channel, SlackWorkspace.BOT_USER, "Card", card, null, null, null);
  }

  private static String waitFor(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS) ? "late" : "never";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
