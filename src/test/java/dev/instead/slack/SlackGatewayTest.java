package dev.instead.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.notice.NoticeSamples;
import dev.instead.notice.Recipient;
import dev.instead.outbox.ChatGateway.Looked;
import dev.instead.outbox.ChatGateway.Sent;
import dev.instead.outbox.Due;
import dev.instead.outbox.MessageId;
import dev.instead.outbox.Remote;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.report.CaseNumber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackGatewayTest {
  private static final String ID = "00000000-0000-4000-8000-0000000000ff";
  private static final Recipient TEAM =
      new Recipient.InChannel(new Channel(Platform.SLACK, "T0MERANTI", "C0SOCIAL"));
  private static final Recipient DEWI =
      new Recipient.InPrivate(new Person(Platform.SLACK, "T0MERANTI", "U0DEWI"));
  private static final Instant SINCE = Instant.parse("2026-11-23T05:00:00Z");
  private static final FakeSlackApi.Answer POSTED =
      FakeSlackApi.Answer.ok("{\"ok\":true,\"channel\":\"C0SOCIAL\",\"ts\":\"1700.0001\"}");

  private FakeSlackApi api;
  private SlackGateway gateway;

  @BeforeEach
  void open() throws IOException {
    api = new FakeSlackApi();
    gateway = gateway(Duration.ofSeconds(2));
  }

  private SlackGateway gateway(Duration limit) {
    return new SlackGateway(SlackApi.at(api.url(), limit), "xoxb-1234567890123456");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void a_card_is_posted_without_previews_and_with_its_id() {
    api.answers("chat.postMessage", POSTED);

    Sent sent = gateway.post(card(TEAM), notice("TeamCard"), Locale.ENGLISH);

    assertEquals(new Sent.Delivered(new Remote("C0SOCIAL", "1700.0001")), sent);
    Map<String, String> fields = api.asked("chat.postMessage").get(0).fields();
    assertEquals("C0SOCIAL", fields.get("channel"));
    assertEquals("0", fields.get("unfurl_links"));
    assertEquals("0", fields.get("unfurl_media"));
    assertFalse(fields.getOrDefault("text", "").isBlank());
    assertTrue(JsonParser.parseString(fields.getOrDefault("blocks", "")).isJsonArray());
    assertEquals(
        JsonParser.parseString(
            "{\"event_type\":\"instead_message\",\"event_payload\":{\"message\":\"" + ID + "\"}}"),
        JsonParser.parseString(fields.getOrDefault("metadata", "")));
  }

  @Test
  void a_private_message_keeps_the_conversation_that_slack_opened() {
    api.answers(
        "chat.postMessage",
        FakeSlackApi.Answer.ok("{\"ok\":true,\"channel\":\"D0DEWI\",\"ts\":\"1700.0002\"}"));

    Sent sent = gateway.post(due(MessageKind.RECEIPT, DEWI), notice("Receipt"), Locale.ENGLISH);

    assertEquals(new Sent.Delivered(new Remote("D0DEWI", "1700.0002")), sent);
    assertEquals("U0DEWI", api.asked("chat.postMessage").get(0).fields().get("channel"));
  }

  @Test
  void a_note_goes_into_the_thread_of_its_card() {
    api.answers("chat.postMessage", POSTED);
    Due note = due(
        MessageKind.TEAM_NOTE,
        TEAM,
        Optional.of(new Remote("C0SOCIAL", "1600.1")),
        Optional.empty());

    gateway.post(note, notice("TeamNote"), Locale.ENGLISH);

    assertEquals("1600.1", api.asked("chat.postMessage").get(0).fields().get("thread_ts"));
  }

  @Test
  void an_edit_keeps_the_metadata_by_not_naming_it() {
    api.answers("chat.update", POSTED);

    Sent sent = gateway.edit(posted(), notice("TeamCard.claimed"), Locale.ENGLISH);

    assertEquals(new Sent.Delivered(new Remote("C0SOCIAL", "1600.1")), sent);
    Map<String, String> fields = api.asked("chat.update").get(0).fields();
    assertEquals("1600.1", fields.get("ts"));
    assertFalse(fields.containsKey("metadata"));
  }

  @Test
  void a_stray_card_is_edited_where_it_is() {
    api.answers("chat.update", POSTED);
    Due stray = due(MessageKind.STRAY_CARD, TEAM);

    gateway.post(stray, notice("StrayCard"), Locale.ENGLISH);

    assertEquals("1650.7", api.asked("chat.update").get(0).fields().get("ts"));
  }

  @Test
  void a_home_is_published() {
    api.answers("views.publish", FakeSlackApi.Answer.ok("{\"ok\":true,\"view\":{\"id\":\"V1\"}}"));

    Sent sent = gateway.post(due(MessageKind.HOME, DEWI), notice("Home"), Locale.ENGLISH);

    assertEquals(new Sent.Delivered(new Remote("U0DEWI", "V1")), sent);
    assertEquals("U0DEWI", api.asked("views.publish").get(0).fields().get("user_id"));
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, Unreachable",
    "is_archived, Unreachable",
    "not_in_channel, Unreachable",
    "user_not_found, Unreachable",
    "users_not_found, Unreachable",
    "user_disabled, Unreachable",
    "message_not_found, Gone",
    "invalid_auth, Barred",
    "account_inactive, Barred",
    "token_revoked, Barred",
    "token_expired, Barred",
    "missing_scope, Barred",
    "not_allowed_token_type, Barred",
    "team_access_not_granted, Barred",
    "msg_too_long, Refused",
    "invalid_blocks, Refused",
    "view_too_large, Refused",
    "hash_conflict, Refused",
    "cant_update_message, Refused",
    "edit_window_closed, Refused",
    "never_heard_of_it, Failed",
    "no_permission, Unreachable",
    "ratelimited, Wait",
    "internal_error, Unknown",
    "fatal_error, Unknown",
    "service_unavailable, Unknown",
    "request_timeout, Unknown",
    "team_added_to_org, Unknown"
  })
  void every_error_has_its_meaning(String error, String meaning) {
    api.answers("chat.postMessage", FakeSlackApi.Answer.error(error));

    Sent sent = gateway.post(card(TEAM), notice("TeamCard"), Locale.ENGLISH);

    assertEquals(meaning, sent.getClass().getSimpleName());
    if (sent instanceof Sent.Refused refused) {
      assertTrue(refused.reason().contains(error) && !refused.remedy().isBlank());
    }
    if (sent instanceof Sent.Barred barred) {
      assertTrue(barred.reason().contains(error) && !barred.remedy().isBlank());
    }
    if (sent instanceof Sent.Unreachable unreachable) {
      assertTrue(unreachable.reason().contains(error) && !unreachable.remedy().isBlank());
    }
  }

  @Test
  void being_told_to_wait_is_obeyed_for_the_whole_method() {
    api.answers(
        "chat.postMessage",
        new FakeSlackApi.Answer(
            429, Map.of("Retry-After", "30"), "{\"ok\":false,\"error\":\"ratelimited\"}"));

    assertEquals(
        new Sent.Wait(Duration.ofSeconds(30), true),
        gateway.post(card(TEAM), notice("TeamCard"), Locale.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void a_wrong_address_bars_every_message(int status) {
    api.answers("chat.postMessage", new FakeSlackApi.Answer(status, Map.of(), "<html>"));

    assertInstanceOf(
        Sent.Barred.class, gateway.post(card(TEAM), notice("TeamCard"), Locale.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void a_broken_answer_leaves_open_whether_it_arrived(int status) {
    api.answers("chat.postMessage", new FakeSlackApi.Answer(status, Map.of(), "<html>"));

    assertInstanceOf(
        Sent.Unknown.class, gateway.post(card(TEAM), notice("TeamCard"), Locale.ENGLISH));
  }

  @Test
  void an_answer_that_is_no_json_leaves_it_open_too() {
    api.answers("chat.postMessage", new FakeSlackApi.Answer(200, Map.of(), "<html>"));

    assertInstanceOf(
        Sent.Unknown.class, gateway.post(card(TEAM), notice("TeamCard"), Locale.ENGLISH));
  }

  @Test
  void a_lost_answer_is_unknown_and_nothing_is_sent_twice() {
    api.answers("chat.postMessage", POSTED);
    gateway.post(card(TEAM), notice("TeamCard"), Locale.ENGLISH); // warms up a connection to keep
    api.answers("chat.postMessage", FakeSlackApi.Answer.dropped());

    Sent sent = gateway.post(card(TEAM), notice("TeamCard"), Locale.ENGLISH);

    assertInstanceOf(Sent.Unknown.class, sent);
    assertEquals(2, api.asked("chat.postMessage").size());
  }

  @Test
  void a_refused_connection_surely_did_not_arrive() {
    api.close();

    assertInstanceOf(
        Sent.Failed.class, gateway.post(card(TEAM), notice("TeamCard"), Locale.ENGLISH));
  }

  @Test
  void a_lost_card_is_found_by_its_id() {
    api.answers(
        "conversations.history",
        FakeSlackApi.Answer.ok("{\"ok\":true,\"messages\":[" + message("1700.2", "another") + ","
            + message("1700.1", ID) + "]}"));

    assertEquals(new Looked.There(new Remote("C0SOCIAL", "1700.1")), gateway.find(card(TEAM)));
    Map<String, String> fields = api.asked("conversations.history").get(0).fields();
    assertEquals("1", fields.get("include_all_metadata"));
    assertEquals(
        SINCE.minus(Duration.ofMinutes(5)).getEpochSecond() + ".000000", fields.get("oldest"));
  }

  @Test
  void a_lost_card_is_looked_for_on_the_next_page() {
    api.answers(
        "conversations.history",
        asked -> asked.fields().containsKey("cursor")
            ? FakeSlackApi.Answer.ok("{\"ok\":true,\"messages\":[" + message("1700.1", ID) + "]}")
            : FakeSlackApi.Answer.ok(
                "{\"ok\":true,\"messages\":[],\"response_metadata\":{\"next_cursor\":\"abc\"}}"));

    assertEquals(new Looked.There(new Remote("C0SOCIAL", "1700.1")), gateway.find(card(TEAM)));
  }

  @Test
  void a_lost_note_is_looked_for_in_its_thread() {
    api.answers(
        "conversations.replies",
        FakeSlackApi.Answer.ok("{\"ok\":true,\"messages\":[" + message("1700.3", ID) + "]}"));
    Due note = due(
        MessageKind.TEAM_NOTE,
        TEAM,
        Optional.of(new Remote("C0SOCIAL", "1600.1")),
        Optional.empty());

    assertEquals(new Looked.There(new Remote("C0SOCIAL", "1700.3")), gateway.find(note));
  }

  @Test
  void what_is_not_in_the_history_is_not_there() {
    api.answers("conversations.history", FakeSlackApi.Answer.ok("{\"ok\":true,\"messages\":[]}"));

    assertEquals(new Looked.NotThere(), gateway.find(card(TEAM)));
  }

  @Test
  void without_the_scope_nobody_can_look() {
    api.answers("conversations.history", FakeSlackApi.Answer.error("missing_scope"));

    assertEquals(new Looked.CannotLook(), gateway.find(card(TEAM)));
    assertEquals(new Looked.CannotLook(), gateway.find(due(MessageKind.RECEIPT, DEWI)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"internal_error", "service_unavailable", "ratelimited", "token_revoked"})
  void looking_waits_while_slack_is_in_trouble(String error) {
    api.answers("conversations.history", FakeSlackApi.Answer.error(error));

    assertInstanceOf(Looked.NotNow.class, gateway.find(card(TEAM)));
  }

  @Test
  void looking_can_be_told_to_wait() {
    api.answers(
        "conversations.history",
        new FakeSlackApi.Answer(429, Map.of("Retry-After", "60"), "{\"ok\":false}"));

    assertEquals(new Looked.NotNow(Duration.ofSeconds(60)), gateway.find(card(TEAM)));
  }

  private static String message(String ts, String id) {
    return "{\"type\":\"message\",\"ts\":\"" + ts + "\",\"metadata\":{\"event_type\":"
        + "\"instead_message\",\"event_payload\":{\"message\":\"" + id + "\"}}}";
  }

  private static Notice notice(String name) {
    return NoticeSamples.all().stream()
        .filter(sample -> sample.name().equals(name))
        .findFirst()
        .orElseThrow()
        .notice();
  }

  private static Due card(Recipient to) {
    return due(MessageKind.TEAM_CARD, to);
  }

  private static Due posted() {
    return due(
        MessageKind.TEAM_CARD,
        TEAM,
        Optional.empty(),
        Optional.of(new Remote("C0SOCIAL", "1600.1")));
  }

  private static Due due(MessageKind kind, Recipient to) {
    return due(kind, to, Optional.empty(), Optional.empty());
  }

  private static Due due(
      MessageKind kind, Recipient to, Optional<Remote> thread, Optional<Remote> remote) {
    return new Due(
        new MessageId(ID),
        kind,
        CaseNumber.parse("S-7KQ2"),
        "C0SOCIAL",
        to,
        Optional.empty(),
        thread,
        remote,
        1,
        1,
        0,
        false,
        SINCE,
        kind == MessageKind.STRAY_CARD ? "1650.7" : "");
  }
}
