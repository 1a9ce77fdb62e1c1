package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackWebApiTest {
  private final TestClock clock = new TestClock();
  private final SlackWorkspace workspace = SampleCompany.workspace(clock);
  private final LocalSlack slack = LocalSlack.start(workspace, clock);
  private final Client client = new Client(slack);

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void a_posted_message_stands_in_the_channel_and_can_be_edited() throws Exception {
    JsonNode posted = client.call("chat.postMessage", post("C0SOCIAL", "One"));
    JsonNode edited = client.call(
        "chat.update", post("C0SOCIAL", "Two").put("ts", posted.path("ts").asText()));

    assertTrue(posted.path("ok").asBoolean());
    assertTrue(edited.path("ok").asBoolean());
    assertEquals(List.of("Two"), texts("C0SOCIAL"));
    assertTrue(workspace.messagesIn("C0SOCIAL").get(0).edited());
  }

  @Test
  void a_form_body_works_like_json_and_blocks_get_the_ids_they_lack() throws Exception {
    String blocks =
        "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"Take it\"}}]}]";
    JsonNode posted = client.form(
        "chat.postMessage",
        "channel=C0SOCIAL&text=caf%C3%A9&blocks="
            + URLEncoder.encode(blocks, StandardCharsets.UTF_8));

    JsonNode block = posted.path("message").path("blocks").path(0);
    assertEquals("café", posted.path("message").path("text").asText());
    assertEquals(5, block.path("block_id").asText().length());
    assertEquals(5, block.path("elements").path(0).path("action_id").asText().length());
  }

  @Test
  void blocks_vanish_when_an_edit_brings_text_only_and_metadata_stays() throws Exception {
    ObjectNode first = post("C0SOCIAL", "Card");
    first.putArray("blocks").addObject().put("type", "divider");
    first
        .putObject("metadata")
        .put("event_type", "row")
        .putObject("event_payload")
        .put("id", "42");
    String ts = client.call("chat.postMessage", first).path("ts").asText();
    client.call("chat.update", post("C0SOCIAL", "Card").put("ts", ts));

    SlackMessage message = workspace.message("C0SOCIAL", ts).orElseThrow();
    assertTrue(message.blocks().isEmpty());
    ObjectNode look = Json.object().put("channel", "C0SOCIAL").put("include_all_metadata", true);
    JsonNode read = client.call("conversations.history", look).path("messages").path(0);
    assertEquals("42", read.path("metadata").path("event_payload").path("id").asText());
    JsonNode brief = client.call("conversations.history", Json.object().put("channel", "C0SOCIAL"));
    assertTrue(
        brief.path("messages").path(0).path("metadata").path("event_payload").isMissingNode());
  }

  @Test
  void somebody_elses_message_cannot_be_edited_or_deleted() throws Exception {
    SlackMessage anas = workspace.post(SlackWorkspace.Draft.text("C0SOCIAL", "U0ANA", "Mine"));

    ObjectNode request = post("C0SOCIAL", "Yours").put("ts", anas.ts());
    assertEquals("cant_update_message", error("chat.update", request));
    assertEquals("cant_delete_message", error("chat.delete", request));
    assertEquals("message_not_found", error("chat.update", request.put("ts", "1.000001")));
  }

  @ParameterizedTest
  @CsvSource({
    "chat.postMessage, '{\"channel\":\"C0NOWHERE\",\"text\":\"a\"}', channel_not_found",
    "chat.postMessage, '{\"channel\":\"U0NOBODY\",\"text\":\"a\"}', channel_not_found",
    "chat.postMessage, '{\"text\":\"a\"}', invalid_arguments",
    "chat.postMessage, '{\"channel\":\"C0SOCIAL\"}', no_text",
    "chat.postMessage, '{\"channel\":\"C0SOCIAL\",\"text\":\"a\",\"blocks\":\"oops\"}', invalid_blocks_format",
    "chat.postMessage, '{\"channel\":\"C0SOCIAL\",\"text\":\"a\",\"metadata\":{}}', invalid_metadata_format",
    "chat.postMessage, 'not json', invalid_json",
    "chat.update, '{\"channel\":\"U0ANA\",\"text\":\"a\",\"ts\":\"1.0\"}', channel_not_found",
    "chat.postEphemeral, '{\"channel\":\"C0SOCIAL\",\"text\":\"a\",\"user\":\"U0DEWI\"}', user_not_in_channel",
    "chat.getPermalink, '{\"channel\":\"C0SOCIAL\",\"message_ts\":\"1.0\"}', message_not_found",
    "conversations.open, '{\"users\":\"U0NOBODY\"}', user_not_found",
    "conversations.info, '{\"channel\":\"C0NOWHERE\"}', channel_not_found",
    "conversations.replies, '{\"channel\":\"C0SOCIAL\",\"ts\":\"1.0\"}', thread_not_found",
    "conversations.join, '{\"channel\":\"C0LEGAL\"}', method_not_supported_for_channel_type",
    "users.info, '{\"user\":\"U0NOBODY\"}', user_not_found",
    "users.lookupByEmail, '{\"email\":\"nobody@meranti.example\"}', users_not_found",
    "usergroups.users.list, '{\"usergroup\":\"S0NONE\"}', no_such_subteam",
    "views.update, '{\"view_id\":\"V0\",\"view\":{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"a\"},\"blocks\":[]}}', not_found",
    "views.open, '{\"trigger_id\":\"1.1.a\"}', invalid_arguments",
    "apps.manifest.export, '{}', unknown_method"
  })
  void a_wrong_call_gets_slacks_own_error(String method, String body, String error)
      throws Exception {
    assertEquals(
        error,
        Client.body(client.send(method, body, LocalSlack.TOKEN)).path("error").asText());
  }

  @Test
  void a_missing_and_a_wrong_token_are_told_apart() throws Exception {
    assertEquals(
        "not_authed",
        Client.body(client.send("auth.test", "{}", "")).path("error").asText());
    assertEquals(
        "invalid_auth",
        Client.body(client.send("auth.test", "{}", "xoxb-wrong")).path("error").asText());
    assertEquals("U0INSTEAD", client.call("auth.test", "{}").path("user_id").asText());
  }

  @Test
  void an_archived_channel_and_one_the_bot_left_take_nothing() throws Exception {
    workspace.archive("C0SOCIAL", true);
    assertEquals("is_archived", error("chat.postMessage", post("C0SOCIAL", "a")));
    workspace.leave("C0PRESS", SlackWorkspace.BOT_USER);
    assertEquals("not_in_channel", error("chat.postMessage", post("C0PRESS", "a")));
    workspace.leave("C0LEGAL", SlackWorkspace.BOT_USER);
    assertEquals("channel_not_found", error("chat.postMessage", post("C0LEGAL", "a")));
  }

  @Test
  void too_long_an_edit_is_refused_and_too_long_a_post_is_cut() throws Exception {
    String ts = client
        .call("chat.postMessage", post("C0SOCIAL", "x".repeat(40_001)))
        .path("ts")
        .asText();
    assertEquals(40_000, workspace.message("C0SOCIAL", ts).orElseThrow().text().length());
    assertEquals(
        "msg_too_long", error("chat.update", post("C0SOCIAL", "x".repeat(4_001)).put("ts", ts)));
  }

  @Test
  void wrong_blocks_are_refused_and_the_answer_says_where() throws Exception {
    ObjectNode wrong = post("C0SOCIAL", "a");
    wrong.putArray("blocks").addObject().put("type", "carousel");
    JsonNode answer = client.call("chat.postMessage", wrong);
    assertEquals("invalid_blocks", answer.path("error").asText());
    assertEquals(
        "[ERROR] unsupported type: carousel [json-pointer:/blocks/0/type]",
        answer.path("response_metadata").path("messages").path(0).asText());
    assertTrue(texts("C0SOCIAL").isEmpty());
  }

  @Test
  void a_person_id_as_channel_is_that_persons_direct_messages() throws Exception {
    assertEquals(
        "D0DEWI",
        client.call("chat.postMessage", post("U0DEWI", "Hi")).path("channel").asText());
    JsonNode opened = client.call("conversations.open", Json.object().put("users", "U0DEWI"));
    assertEquals("D0DEWI", opened.path("channel").path("id").asText());
    assertEquals("Hi", workspace.directMessagesOf("U0DEWI").get(0).text());
  }

  @Test
  void an_ephemeral_message_is_seen_by_one_person_and_unknown_to_the_api() throws Exception {
    ObjectNode request = post("C0SOCIAL", "Psst").put("user", "U0ANA");
    String ts = client.call("chat.postEphemeral", request).path("message_ts").asText();

    assertEquals("Psst", workspace.ephemeralsFor("U0ANA").get(0).text());
    assertTrue(workspace.ephemeralsFor("U0BEN").isEmpty());
    assertTrue(texts("C0SOCIAL").isEmpty());
    assertEquals(1, workspace.seenBy("U0ANA", "C0SOCIAL").size());
    assertEquals(0, workspace.seenBy("U0BEN", "C0SOCIAL").size());
    assertEquals("message_not_found", error("chat.update", post("C0SOCIAL", "a").put("ts", ts)));
  }

  @Test
  void a_thread_is_read_apart_from_the_channel() throws Exception {
    String root =
        client.call("chat.postMessage", post("C0SOCIAL", "Root")).path("ts").asText();
    client.call("chat.postMessage", post("C0SOCIAL", "Reply").put("thread_ts", root));

    JsonNode channel =
        client.call("conversations.history", Json.object().put("channel", "C0SOCIAL"));
    JsonNode thread = client.call(
        "conversations.replies", Json.object().put("channel", "C0SOCIAL").put("ts", root));
    assertEquals(1, channel.path("messages").size());
    assertEquals(2, thread.path("messages").size());
  }

  @Test
  void history_comes_newest_first_and_page_by_page() throws Exception {
    for (String text : List.of("1", "2", "3")) {
      client.call("chat.postMessage", post("C0SOCIAL", text));
    }
    ObjectNode request = Json.object().put("channel", "C0SOCIAL").put("limit", 2);
    JsonNode first = client.call("conversations.history", request);
    String cursor = first.path("response_metadata").path("next_cursor").asText();
    JsonNode second = client.call("conversations.history", request.put("cursor", cursor));

    assertEquals("3", first.path("messages").path(0).path("text").asText());
    assertTrue(first.path("has_more").asBoolean());
    assertEquals("1", second.path("messages").path(0).path("text").asText());
    assertFalse(second.path("has_more").asBoolean());
  }

  @Test
  void people_are_described_as_slack_does() throws Exception {
    JsonNode gus = client
        .call("users.info", "{\"user\":\"U0GUS\",\"include_locale\":true}")
        .path("user");
    JsonNode dewi = client.call("users.info", "{\"user\":\"U0DEWI\"}").path("user");
    workspace.put(SlackUser.employee("U0OUT", "Olga Out", "", "en-US").ofTeam("T0OTHER"));
    JsonNode olga = client.call("users.info", "{\"user\":\"U0OUT\"}").path("user");

    assertTrue(
        gus.path("is_ultra_restricted").asBoolean() && gus.path("is_restricted").asBoolean());
    assertEquals("en-US", gus.path("locale").asText());
    assertTrue(dewi.path("locale").isMissingNode());
    assertEquals("Asia/Jakarta", dewi.path("tz").asText());
    assertEquals("T0OTHER", olga.path("team_id").asText());
  }

  @Test
  void a_trigger_opens_one_view_within_three_seconds() throws Exception {
    String trigger = slack.trigger("U0DEWI");
    clock.advance(Duration.ofSeconds(3));
    assertTrue(client.call("views.open", open(trigger)).path("ok").asBoolean());
    assertEquals("exchanged_trigger_id", error("views.open", open(trigger)));

    String late = slack.trigger("U0DEWI");
    clock.advance(Duration.ofMillis(3_001));
    assertEquals("expired_trigger_id", error("views.open", open(late)));
    assertEquals("invalid_trigger_id", error("views.open", open("1.1.unknown")));
  }

  @Test
  void modals_stack_three_high_and_a_stale_hash_is_refused() throws Exception {
    String hash = client
        .call("views.open", open(slack.trigger("U0DEWI")))
        .path("view")
        .path("hash")
        .asText();
    client.call("views.push", open(slack.trigger("U0DEWI")));
    client.call("views.push", open(slack.trigger("U0DEWI")));
    assertEquals("push_limit_reached", error("views.push", open(slack.trigger("U0DEWI"))));
    assertEquals(3, workspace.views().depth("U0DEWI"));

    JsonNode top = workspace.modalOf("U0DEWI").orElseThrow();
    ObjectNode update = open("")
        .put("view_id", top.path("id").asText())
        .put("hash", top.path("hash").asText());
    assertTrue(client.call("views.update", update).path("ok").asBoolean());
    assertEquals("hash_conflict", error("views.update", update));
    assertEquals("hash_conflict", error("views.update", update.put("hash", hash)));
  }

  @Test
  void a_home_is_published_and_kept_under_one_id() throws Exception {
    String body =
        "{\"user_id\":\"U0DEWI\",\"view\":{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\"}]}}";
    JsonNode first = client.call("views.publish", body).path("view");
    JsonNode second = client.call("views.publish", body).path("view");
    assertEquals(first.path("id").asText(), second.path("id").asText());
    assertEquals(second, workspace.homeOf("U0DEWI").orElseThrow());
  }

  @Test
  void the_next_calls_are_limited_with_a_retry_after() throws Exception {
    slack.troubles().limitNext("chat.update", 1, Duration.ofSeconds(7));
    assertTrue(client.call("chat.postMessage", post("C0SOCIAL", "a")).path("ok").asBoolean());
    HttpResponse<String> limited = client.send("chat.update", "{}", LocalSlack.TOKEN);
    HttpResponse<String> next = client.send("chat.update", "{}", LocalSlack.TOKEN);

    assertEquals(429, limited.statusCode());
    assertEquals("7", limited.headers().firstValue("Retry-After").orElseThrow());
    assertEquals(200, next.statusCode());
  }

  @Test
  void a_dropped_post_is_there_although_the_caller_heard_nothing() throws Exception {
    slack.troubles().dropNext(1);
    assertThrows(
        IOException.class, () -> client.call("chat.postMessage", post("C0SOCIAL", "Lost answer")));

    assertEquals(List.of("Lost answer"), texts("C0SOCIAL"));
    assertEquals(
        "ok, then dropped", slack.calls().last("chat.postMessage").orElseThrow().outcome());
    assertTrue(
        client.call("chat.postMessage", post("C0SOCIAL", "Next")).path("ok").asBoolean());
  }

  @Test
  void a_slow_slack_has_done_the_work_before_it_answers() throws Exception {
    slack.troubles().answerSlowly(Duration.ofMillis(200));
    long start = System.nanoTime();
    client.call("chat.postMessage", post("C0SOCIAL", "Slow"));
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(200).toNanos());
    assertEquals(List.of("Slow"), texts("C0SOCIAL"));
  }

  @Test
  void a_method_fails_as_often_as_asked_and_does_nothing_meanwhile() throws Exception {
    slack.troubles().failNext("chat.postMessage", 1, "internal_error");
    assertEquals("internal_error", error("chat.postMessage", post("C0SOCIAL", "a")));
    assertTrue(texts("C0SOCIAL").isEmpty());
    assertTrue(client.call("chat.postMessage", post("C0SOCIAL", "a")).path("ok").asBoolean());
  }

  @Test
  void the_log_keeps_what_was_asked_without_the_token() throws Exception {
    client.form("chat.postMessage", "token=" + LocalSlack.TOKEN + "&channel=C0SOCIAL&text=a");
    CallLog.Call call = slack.calls().last("chat.postMessage").orElseThrow();
    assertEquals(1, slack.calls().count("chat.postMessage"));
    assertEquals("C0SOCIAL", call.arguments().path("channel").asText());
    assertTrue(call.arguments().path("token").isMissingNode());
  }

  private List<String> texts(String channel) {
    return workspace.messagesIn(channel).stream().map(SlackMessage::text).toList();
  }

  private String error(String method, ObjectNode body) throws IOException, InterruptedException {
    return client.call(method, body).path("error").asText();
  }

  private static ObjectNode post(String channel, String text) {
    return Json.object().put("channel", channel).put("text", text);
  }

  private static ObjectNode open(String trigger) {
    ObjectNode body = Json.object().put("trigger_id", trigger);
    ObjectNode view = body.putObject("view").put("type", "modal");
    view.putObject("title").put("type", "plain_text").put("text", "Report");
    view.putArray("blocks").addObject().put("type", "divider");
    return body;
  }
}
