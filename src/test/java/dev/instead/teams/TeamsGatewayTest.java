package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.notice.Recipient;
import dev.instead.office.KnownAddresses;
import dev.instead.outbox.ChatGateway.Looked;
import dev.instead.outbox.ChatGateway.Sent;
import dev.instead.outbox.Due;
import dev.instead.outbox.MessageId;
import dev.instead.outbox.Remote;
import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.report.CaseNumber;
import dev.instead.teams.FakeTeams.Answer;
import dev.instead.teams.FakeTeams.Asked;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsGatewayTest {
  private static final Channel CARE =
      new Channel(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL);
  private static final Person DEWI =
      new Person(Platform.TEAMS, FakeTeams.TENANT, "0a11ce00-0000-4000-8000-000000000001");
  private static final Recipient TEAM = new Recipient.InChannel(CARE);
  private static final Recipient TO_DEWI = new Recipient.InPrivate(DEWI);
  private static final String NEW = "POST v3/conversations";
  private static final String CHAT = "POST v3/conversations/a:dewi/activities";
  private static final Notice HELP = new Notice.Help();

  private final KnownAddresses book = new KnownAddresses();
  private FakeTeams teams;
  private TeamsGateway gateway;

  @BeforeEach
  void open() throws IOException {
    teams = new FakeTeams();
    gateway = new TeamsGateway(teams.connector(), book, TeamsGatewayTest::drawn);
    book.found(spot(true));
    book.met(dewi(Optional.of("a:dewi"), true));
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void a_card_begins_a_thread_of_its_own() {
    Sent sent = post(MessageKind.TEAM_CARD, TEAM);

    String id = teams.messages.keySet().iterator().next();
    assertEquals(new Sent.Delivered(new Remote(CARE.id(), id)), sent);
    Asked asked = teams.asked(NEW).get(0);
    assertEquals("Bearer token-1", asked.authorization());
    JsonNode json = asked.json();
    assertTrue(json.path("isGroup").asBoolean());
    assertEquals(CARE.id(), json.at("/channelData/channel/id").asText());
    assertEquals(FakeTeams.TENANT, json.at("/channelData/tenant/id").asText());
    assertEquals(FakeTeams.TENANT, json.path("tenantId").asText());
    assertEquals("28:" + FakeTeams.APP, json.at("/bot/id").asText());
  }

  @Test
  void a_message_is_one_card_with_a_summary_and_never_a_text() {
    post(MessageKind.TEAM_CARD, TEAM);

    JsonNode activity = teams.messages.values().iterator().next();
    assertEquals("message", activity.path("type").asText());
    assertEquals("Help in en", activity.path("summary").asText());
    assertFalse(activity.has("text"));
    assertEquals(1, activity.path("attachments").size());
    assertEquals(
        "application/vnd.microsoft.card.adaptive",
        activity.at("/attachments/0/contentType").asText());
    assertEquals("AdaptiveCard", activity.at("/attachments/0/content/type").asText());
  }

  @Test
  void an_address_that_can_not_be_read_is_a_failure_that_sent_nothing() {
    gateway = new TeamsGateway(teams.connector(), new BrokenAddresses(), TeamsGatewayTest::drawn);

    assertInstanceOf(Sent.Failed.class, post(MessageKind.TEAM_CARD, TEAM));
    assertInstanceOf(Sent.Failed.class, post(MessageKind.RECEIPT, TO_DEWI));
    assertEquals(List.of(), teams.asked);
  }

  @Test
  void a_message_that_arrived_counts_though_nothing_could_be_written_of_it() {
    BrokenAddresses broken = new BrokenAddresses();
    Jottings jottings = new Jottings(broken, Runnable::run, channel -> {});
    jottings.met(dewi(Optional.empty(), false));
    jottings.found(spot(false));
    gateway = new TeamsGateway(teams.connector(), jottings, TeamsGatewayTest::drawn);

    assertInstanceOf(Sent.Delivered.class, post(MessageKind.RECEIPT, TO_DEWI));
    assertInstanceOf(Sent.Delivered.class, post(MessageKind.TEAM_CARD, TEAM));
  }

  @Test
  void a_personal_chat_that_is_gone_is_opened_anew() {
    teams.fails(Answer.error(404, "ConversationNotFound"));

    assertInstanceOf(Sent.Delivered.class, post(MessageKind.RECEIPT, TO_DEWI));
    assertEquals(Optional.of("a:29:dewi"), book.of(DEWI).flatMap(known -> known.chat()));
  }

  @Test
  void a_note_stands_in_the_thread_of_its_card() {
    Due note = due(
        MessageKind.TEAM_NOTE, TEAM, Optional.of(new Remote(CARE.id(), "1600")), Optional.empty());

    Sent sent = gateway.post(note, HELP, Locale.ENGLISH);

    assertInstanceOf(Sent.Delivered.class, sent);
    assertEquals(1, teams.asked(threadCall("POST", "1600", "")).size());
  }

  @Test
  void a_note_whose_card_was_deleted_begins_a_thread_of_its_own() {
    teams.fails(Answer.error(404, "ConversationNotFound"));
    Due note = due(
        MessageKind.TEAM_NOTE, TEAM, Optional.of(new Remote(CARE.id(), "1600")), Optional.empty());

    assertInstanceOf(Sent.Delivered.class, gateway.post(note, HELP, Locale.ENGLISH));
    assertEquals(1, teams.asked(NEW).size());
    assertEquals(Optional.of(spot(true)), book.at(CARE));
  }

  @Test
  void a_card_is_edited_where_it_stands() {
    Remote card = ((Sent.Delivered) post(MessageKind.TEAM_CARD, TEAM)).remote();

    Sent sent = gateway.edit(
        due(MessageKind.TEAM_CARD, TEAM, Optional.empty(), Optional.of(card)),
        HELP,
        Locale.forLanguageTag("id"));

    assertEquals(new Sent.Delivered(card), sent);
    assertEquals(1, teams.asked(threadCall("PUT", card.id(), "/" + card.id())).size());
    assertEquals(
        "Help in id", teams.messages.values().iterator().next().path("summary").asText());
  }

  @Test
  void a_stray_card_is_edited_where_it_is() {
    gateway.post(due(MessageKind.STRAY_CARD, TEAM), HELP, Locale.ENGLISH);

    assertEquals(1, teams.asked(threadCall("PUT", "1650", "/1650")).size());
  }

  @Test
  void a_private_message_goes_to_the_known_chat() {
    Sent sent = post(MessageKind.RECEIPT, TO_DEWI);

    assertEquals("a:dewi", assertInstanceOf(Sent.Delivered.class, sent).remote().conversation());
    assertEquals(1, teams.asked(CHAT).size());
    assertEquals(List.of(), teams.asked(NEW));
  }

  @Test
  void a_chat_is_opened_once_and_remembered() {
    Person ben = new Person(Platform.TEAMS, FakeTeams.TENANT, "ben");
    book.met(new Acquaintance(
        ben, "29:ben", "Ben", Optional.empty(), teams.service(), Optional.empty(), true));

    Sent first = post(MessageKind.RECEIPT, new Recipient.InPrivate(ben));
    post(MessageKind.RECEIPT, new Recipient.InPrivate(ben));

    assertEquals(
        "a:29:ben", assertInstanceOf(Sent.Delivered.class, first).remote().conversation());
    assertEquals(Optional.of("a:29:ben"), book.of(ben).flatMap(Acquaintance::chat));
    assertEquals(1, teams.asked(NEW).size());
    JsonNode asked = teams.asked(NEW).get(0).json();
    assertFalse(asked.path("isGroup").asBoolean());
    assertEquals("29:ben", asked.at("/members/0/id").asText());
    assertEquals(2, teams.asked("POST v3/conversations/a:29:ben/activities").size());
  }

  @ParameterizedTest
  @CsvSource({"500, Failed", "503, Failed", "403, Unreachable", "404, Unreachable", "0, Failed"})
  void a_chat_that_cannot_be_opened_leaves_nothing_in_doubt(int status, String meaning) {
    KnownAddresses fresh = new KnownAddresses();
    fresh.met(dewi(Optional.empty(), true));
    gateway = new TeamsGateway(teams.connector(), fresh, TeamsGatewayTest::drawn);
    teams.fails(Answer.of(status, ""));

    assertEquals(meaning, post(MessageKind.RECEIPT, TO_DEWI).getClass().getSimpleName());
    assertEquals(0, teams.messages.size());
  }

  @Test
  void who_never_met_the_bot_cannot_be_reached_and_the_remedy_says_why() {
    Sent sent = post(
        MessageKind.RECEIPT,
        new Recipient.InPrivate(new Person(Platform.TEAMS, FakeTeams.TENANT, "stranger")));

    assertTrue(assertInstanceOf(Sent.Unreachable.class, sent)
        .remedy()
        .contains("haven't installed the app"));
    assertEquals(List.of(), teams.asked);
  }

  @Test
  void a_channel_where_the_bot_never_was_cannot_be_reached() {
    Channel other = new Channel(Platform.TEAMS, FakeTeams.TENANT, "19:other@thread.tacv2");

    Sent sent = post(MessageKind.TEAM_CARD, new Recipient.InChannel(other));

    assertTrue(assertInstanceOf(Sent.Unreachable.class, sent).remedy().contains("Add the app"));
    assertEquals(List.of(), teams.asked);
  }

  @Test
  void a_home_needs_no_call() {
    assertInstanceOf(Sent.Delivered.class, post(MessageKind.HOME, TO_DEWI));
    assertEquals(List.of(), teams.asked);
  }

  @ParameterizedTest
  @CsvSource({
    "401, Unauthorized, Barred, Barred",
    "403, BotNotInConversationRoster, Unreachable, Unreachable",
    "403, BotDisabledByAdmin, Unreachable, Unreachable",
    "403, ConversationBlockedByUser, Unreachable, Unreachable",
    "403, InvalidBotApiHost, Barred, Barred",
    "404, ConversationNotFound, Unreachable, Gone",
    "412, PreconditionFailed, Wait, Wait",
    "413, MessageSizeTooBig, Refused, Refused",
    "400, BadSyntax, Refused, Refused",
    "408, Timeout, Unknown, Failed",
    "429, Throttled, Wait, Wait",
    "500, ServiceError, Unknown, Failed",
    "502, BadGateway, Unknown, Failed",
    "503, Unavailable, Unknown, Failed",
    "504, GatewayTimeout, Unknown, Failed",
    "302, Moved, Barred, Barred",
    "418, Teapot, Failed, Failed"
  })
  void every_status_has_its_meaning(int status, String code, String posting, String editing) {
    teams.fails(Answer.error(status, code));
    if (status == 401) {
      teams.fails(Answer.error(status, code));
    }
    Sent posted = post(MessageKind.TEAM_CARD, TEAM);
    assertEquals(posting, posted.getClass().getSimpleName());

    teams.fails(Answer.error(status, code));
    if (status == 401) {
      teams.fails(Answer.error(status, code));
    }
    Sent edited = gateway.edit(
        due(
            MessageKind.TEAM_CARD,
            TEAM,
            Optional.empty(),
            Optional.of(new Remote(CARE.id(), "1600"))),
        HELP,
        Locale.ENGLISH);
    assertEquals(editing, edited.getClass().getSimpleName());
    assertEquals(0, teams.messages.size());
  }

  @ParameterizedTest
  @CsvSource({"500, false", "502, true", "503, true", "504, true"})
  void a_plain_500_is_not_to_be_tried_again(int status, boolean again) {
    teams.fails(Answer.error(status, "ServiceError"));
    Sent posted = post(MessageKind.TEAM_CARD, TEAM);
    assertEquals(again, assertInstanceOf(Sent.Unknown.class, posted).again());
  }

  @Test
  void a_refusal_that_hides_its_reason_in_a_text_is_understood() {
    teams.fails(
        Answer.of(
            403,
            "{\"errorCode\":209,\"message\":\"{\\r\\n \\\"subCode\\\": \\\"MessageWritesBlocked\\\"}\"}"));

    Sent sent = post(MessageKind.RECEIPT, TO_DEWI);

    assertTrue(
        assertInstanceOf(Sent.Unreachable.class, sent).reason().contains("MessageWritesBlocked"));
  }

  @Test
  void whoever_cannot_be_reached_is_marked_until_a_message_arrives() {
    teams.fails(Answer.error(403, "ConversationBlockedByUser"));
    post(MessageKind.RECEIPT, TO_DEWI);
    assertEquals(Optional.of(dewi(Optional.of("a:dewi"), false)), book.of(DEWI));

    post(MessageKind.RECEIPT, TO_DEWI);
    assertEquals(Optional.of(dewi(Optional.of("a:dewi"), true)), book.of(DEWI));

    teams.fails(Answer.error(403, "BotNotInConversationRoster"));
    post(MessageKind.TEAM_CARD, TEAM);
    assertEquals(Optional.of(spot(false)), book.at(CARE));
  }

  @ParameterizedTest
  @ValueSource(ints = {412, 429})
  void being_told_to_wait_is_obeyed_in_this_conversation(int status) {
    teams.fails(Answer.waiting(status, Duration.ofSeconds(30)));

    assertEquals(new Sent.Wait(Duration.ofSeconds(30), false), post(MessageKind.TEAM_CARD, TEAM));
  }

  @Test
  void an_error_after_accepting_leaves_open_whether_it_arrived() {
    teams.failsAfterAccepting(Answer.error(500, "ServiceError"));

    assertInstanceOf(Sent.Unknown.class, post(MessageKind.TEAM_CARD, TEAM));
    assertEquals(1, teams.messages.size());
  }

  @Test
  void a_lost_answer_is_unknown_and_nothing_is_sent_twice() {
    post(MessageKind.TEAM_CARD, TEAM); // warms up a connection to keep
    teams.failsAfterAccepting(Answer.dropped());

    assertInstanceOf(Sent.Unknown.class, post(MessageKind.TEAM_CARD, TEAM));
    assertEquals(2, teams.asked(NEW).size());
  }

  @Test
  void an_answer_without_an_id_leaves_it_open_too() {
    teams.failsAfterAccepting(Answer.of(201, "<html>"));

    assertInstanceOf(Sent.Unknown.class, post(MessageKind.TEAM_CARD, TEAM));
  }

  @Test
  void an_answer_that_does_not_come_in_time_leaves_it_open_too() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    teams.answers(NEW, call -> {
      asked.countDown();
      await(over);
      return Answer.of(201, "{}");
    });
    gateway = new TeamsGateway(
        new Connector(
            teams.credentials(),
            teams.hosts(),
            FakeTeams.TENANT,
            Duration.ofMillis(300),
            Duration.ofMillis(300)),
        book,
        TeamsGatewayTest::drawn);

    assertInstanceOf(Sent.Unknown.class, post(MessageKind.TEAM_CARD, TEAM));
    assertTrue(asked.await(1, TimeUnit.SECONDS));
    over.countDown();
  }

  @Test
  void a_refused_connection_surely_did_not_arrive() throws IOException {
    Credentials credentials = teams.credentials();
    credentials.token(); // held from here on
    gateway = new TeamsGateway(
        new Connector(credentials, teams.hosts(), FakeTeams.TENANT), book, TeamsGatewayTest::drawn);
    teams.close();

    assertInstanceOf(Sent.Failed.class, post(MessageKind.TEAM_CARD, TEAM));
  }

  @Test
  void a_token_that_is_refused_in_the_middle_is_renewed_once() {
    post(MessageKind.TEAM_CARD, TEAM);
    teams.fails(Answer.error(401, "Unauthorized"));

    assertInstanceOf(Sent.Delivered.class, post(MessageKind.TEAM_CARD, TEAM));
    assertEquals(
        List.of("Bearer token-1", "Bearer token-1", "Bearer token-2"),
        teams.asked(NEW).stream().map(Asked::authorization).toList());
    assertEquals(2, teams.messages.size());
  }

  @Test
  void without_a_token_nothing_is_sent_and_every_message_waits() {
    teams.answers(
        "token",
        asked -> Answer.of(401, "{\"error\":\"invalid_client\",\"error_codes\":[7000222]}"));

    Sent sent = post(MessageKind.TEAM_CARD, TEAM);

    assertTrue(assertInstanceOf(Sent.Barred.class, sent).reason().contains("AADSTS7000222"));
    assertEquals(List.of(), teams.asked(NEW));
  }

  @Test
  void a_login_service_that_is_away_costs_a_try_and_leaves_nothing_open() {
    teams.answers("token", asked -> Answer.of(503, "<html>"));

    assertInstanceOf(Sent.Failed.class, post(MessageKind.TEAM_CARD, TEAM));
  }

  @Test
  void no_token_goes_to_a_host_that_is_not_allowed() {
    gateway = new TeamsGateway(
        new Connector(
            teams.credentials(),
            new ServiceHosts(Set.of("smba.trafficmanager.net")),
            FakeTeams.TENANT),
        book,
        TeamsGatewayTest::drawn);

    Sent sent = post(MessageKind.TEAM_CARD, TEAM);

    assertTrue(assertInstanceOf(Sent.Unreachable.class, sent)
        .reason()
        .contains("INSTEAD_TEAMS_SERVICE_HOSTS"));
    assertEquals(List.of(), teams.asked);
  }

  @Test
  void none_of_forty_sends_waits_for_another() throws Exception {
    int many = 40;
    CountDownLatch together = new CountDownLatch(many);
    teams.answers(NEW, asked -> {
      together.countDown();
      // Answers only once all forty are here at the same time.
      boolean all = await(together);
      return all
          ? Answer.of(201, "{\"id\":\"x\",\"activityId\":\"1\"}")
          : Answer.error(500, "Alone");
    });
    gateway = new TeamsGateway(
        new Connector(teams.credentials(), teams.hosts(), FakeTeams.TENANT),
        book,
        TeamsGatewayTest::drawn);
    ExecutorService lanes = Executors.newFixedThreadPool(many);
    try {
      List<Future<Sent>> sending = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        sending.add(lanes.submit(() -> post(MessageKind.TEAM_CARD, TEAM)));
      }
      for (Future<Sent> each : sending) {
        assertInstanceOf(Sent.Delivered.class, each.get(15, TimeUnit.SECONDS));
      }
    } finally {
      lanes.shutdownNow();
    }
    assertEquals(1, teams.asked("token").size());
  }

  @Test
  void nobody_looks_for_a_message_in_doubt() {
    assertEquals(new Looked.CannotLook(), gateway.find(due(MessageKind.TEAM_CARD, TEAM)));
  }

  @Test
  void a_message_for_one_persons_eyes_says_whose() throws IOException {
    teams.connector().postOnlyFor("29:dewi", teams.service(), CARE.id(), Map.of("type", "message"));

    Asked asked =
        teams.asked("POST v3/conversations/" + CARE.id() + "/activities").get(0);
    assertEquals("isTargetedActivity=true", asked.query());
    assertEquals("29:dewi", asked.json().at("/recipient/id").asText());
  }

  private Sent post(MessageKind kind, Recipient to) {
    return gateway.post(due(kind, to), HELP, Locale.ENGLISH);
  }

  private static TeamsMessage drawn(Notice notice, Locale language) {
    return new TeamsMessage(
        notice.getClass().getSimpleName() + " in " + language, Map.of("type", "AdaptiveCard"));
  }

  private static String threadCall(String method, String root, String rest) {
    return method + " v3/conversations/" + CARE.id() + ";messageid=" + root + "/activities" + rest;
  }

  private Spot spot(boolean reachable) {
    return new Spot(CARE, "19:team@thread.tacv2", "Social Care", teams.service(), reachable);
  }

  private Acquaintance dewi(Optional<String> chat, boolean reachable) {
    return new Acquaintance(
        DEWI, "29:dewi", "Dewi", Optional.of(Locale.UK), teams.service(), chat, reachable);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Due due(MessageKind kind, Recipient to) {
    return due(kind, to, Optional.empty(), Optional.empty());
  }

  private static Due due(
      MessageKind kind, Recipient to, Optional<Remote> thread, Optional<Remote> remote) {
    return new Due(
        new MessageId("00000000-0000-4000-8000-0000000000ff"),
        kind,
        CaseNumber.parse("S-7KQ2"),
        CARE.id(),
        to,
        Optional.empty(),
        thread,
        remote,
        1,
        1,
        0,
        false,
        Instant.parse("2026-11-23T05:00:00Z"),
        kind == MessageKind.STRAY_CARD ? "1650" : "");
  }
}
