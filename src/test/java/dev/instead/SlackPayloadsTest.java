package dev.instead;

import static dev.instead.office.RecordedSlack.FIXTURES;
import static dev.instead.office.RecordedSlack.FORM;
import static dev.instead.office.RecordedSlack.form;
import static dev.instead.office.RecordedSlack.read;
import static dev.instead.office.RecordedSlack.request;
import static dev.instead.office.RecordedSlack.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.office.LiveOffice;
import dev.instead.playground.Answer;
import dev.instead.playground.SignedRequest;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackUser;
import dev.instead.playground.SlackWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every recorded request of Slack's, signed and sent to the bot: what is ours is taken, what isn't is refused, and nothing breaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class SlackPayloadsTest {
  private static final Set<String> FOLDERS = Set.of("realistic", "full-shape", "composed");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LiveOffice office = new LiveOffice(SlackPayloadsTest::visitor);

  @AfterAll
  void close() {
    office.close();
  }

  /**
   * The file, and what the bot answers. 200: taken, acknowledged or politely refused; 404: a command, shortcut or callback that isn't
   * ours; 400: no request of Slack's shape.
   */
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "realistic/block_actions.message.2.json, 200",
    "realistic/block_actions.message.json, 200",
    "realistic/block_suggestion.view.json, 404",
    "realistic/event.app_home_opened.org_install.json, 200",
    "realistic/event.app_mention.json, 200",
    "realistic/event.app_mention.org_install.json, 200",
    "realistic/event.app_mention.shared_channel.json, 200",
    "realistic/event.app_uninstalled.json, 200",
    "realistic/event.member_joined_channel.json, 200",
    "realistic/event.message.channel.json, 200",
    "realistic/event.message.file_share.json, 200",
    "realistic/event.message.from_bot.json, 200",
    "realistic/event.message.im.json, 200",
    "realistic/event.message.im.thread.json, 200",
    "realistic/event.message.message_changed.json, 200",
    "realistic/event.message.message_deleted.json, 200",
    "realistic/event.message.org_install.json, 200",
    "realistic/event.message.subtype_bot_message.json, 200",
    "realistic/event.message.thread_broadcast.json, 200",
    "realistic/event.message.user.json, 200",
    "realistic/event.message.via_response_url.json, 200",
    "realistic/event.reaction_added.json, 200",
    "realistic/event.reaction_added.shared_channel.json, 200",
    "realistic/event.team_access_granted.org_install.json, 200",
    "realistic/event.team_access_revoked.org_install.json, 200",
    "realistic/event.tokens_revoked.json, 200",
    "realistic/message_action.json, 404",
    "realistic/shortcut.global.json, 404",
    "realistic/slash_command.json, 404",
    "realistic/url_verification.json, 200",
    "realistic/view_closed.json, 200",
    "realistic/view_submission.json, 200",
    "realistic/view_submission.response_urls.json, 200",
    "realistic/view_submission.slack_connect.json, 200",
    "full-shape/AppMentionPayload.json, 400",
    "full-shape/AppUninstalledPayload.json, 400",
    "full-shape/ChannelSharedPayload.json, 400",
    "full-shape/GridMigrationFinishedPayload.json, 400",
    "full-shape/GridMigrationStartedPayload.json, 400",
    "full-shape/LinkSharedPayload.json, 400",
    "full-shape/MemberJoinedChannelPayload.json, 200",
    "full-shape/MessageBotPayload.json, 400",
    "full-shape/MessageChangedPayload.json, 400",
    "full-shape/MessageDeletedPayload.json, 400",
    "full-shape/MessagePayload.json, 400",
    "full-shape/MessageThreadBroadcastPayload.json, 400",
    "full-shape/TeamAccessGrantedPayload.json, 400",
    "full-shape/TeamAccessRevokedPayload.json, 400",
    "full-shape/TokensRevokedPayload.json, 400",
    "full-shape/UserChangePayload.json, 400",
    "full-shape/ViewClosedPayload.json, 200",
    "composed/block_actions.external_user.json, 200",
    "composed/signature_vector.json, 404",
    "composed/slash_command.empty_text.json, 404",
    "composed/slash_command.escaped_text.json, 404",
    "composed/slash_command.injection.json, 404",
    "composed/slash_command.org_install.json, 404",
    "composed/ssl_check.json, 200",
  })
  void each_recorded_request_gets_its_answer(String file, int status) {
    assertEquals(status, office.people.send(request(read(file))).status());
  }

  @ParameterizedTest(name = "{0}, as an event")
  @CsvSource({
    "AppMention", "AppUninstalled", "ChannelShared", "GridMigrationFinished",
    "GridMigrationStarted", "LinkShared", "MessageBot", "MessageChanged",
    "MessageDeleted", "Message", "MessageThreadBroadcast", "TeamAccessGranted",
    "TeamAccessRevoked", "TokensRevoked", "UserChange",
  })
  void every_field_there_is_may_be_blank(String name) {
    ObjectNode event = read("full-shape/" + name + "Payload.json").put("type", "event_callback");
    assertEquals(200, office.people.send(request(event)).status());
  }

  @Test
  void no_recorded_request_is_left_out() throws IOException {
    Set<String> listed = new TreeSet<>(Stream.of(SlackPayloadsTest.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(CsvSource.class))
        .flatMap(method -> Stream.of(method.getAnnotation(CsvSource.class).value()))
        .map(line -> line.split(",", 2)[0])
        .filter(line -> line.endsWith(".json"))
        .toList());
    try (Stream<Path> files = Files.walk(FIXTURES, 2)) {
      Set<String> there = files
          .filter(file -> file.toString().endsWith(".json"))
          .map(FIXTURES::relativize)
          .filter(file ->
              file.getNameCount() == 2 && FOLDERS.contains(file.getName(0).toString()))
          .map(file -> file.toString().replace('\\', '/'))
          .filter(file -> !file.contains("users.info")) // what Slack answers, not what it sends
          .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(there, listed);
    }
  }

  @Test
  void a_challenge_is_answered_with_itself() {
    Answer answer = office.people.verifyUrl("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
    assertTrue(answer.body().contains("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"));
  }

  @Test
  void a_command_from_an_organisation_wide_installation_is_taken_like_any_other() {
    ObjectNode fields =
        (ObjectNode) read("composed/slash_command.org_install.json").get("_fields");
    fields.put("command", "/report").put("team_id", SlackWorkspace.TEAM).put("user_id", "U0DEWI");
    fields.put("trigger_id", "1.2.orginstall");
    Answer answer = office.people.send(signed(FORM, form(fields)));
    assertEquals(200, answer.status());
    String number = LiveOffice.numberIn(answer.body()).orElseThrow();
    assertTrue(
        office.card("C0SOCIAL", number).everything().contains("#it-help"),
        "what was typed stays readable");
  }

  @Test
  void a_shortcut_from_an_organisation_wide_installation_names_no_workspace() {
    ObjectNode shortcut = read("realistic/shortcut.global.json");
    shortcut.put("callback_id", "report_conflict").put("is_enterprise_install", true);
    shortcut.putNull("team");
    shortcut.putObject("enterprise").put("id", "E111").put("name", "Org Name");
    ((ObjectNode) shortcut.get("user")).put("id", "U0DEWI").put("team_id", SlackWorkspace.TEAM);
    shortcut.put("trigger_id", office.slack.trigger("U0DEWI"));
    assertEquals(200, office.people.send(request(shortcut)).status());
    office.window("U0DEWI", "report.file");
    office.people.closeModal("U0DEWI", true);
  }

  @Test
  void somebody_of_another_company_presses_a_button_and_is_sent_to_the_public_contact() {
    String number = office.reports("U0DEWI", "https://x.com/a/status/1790000000000000055 refund");
    SlackMessage card = office.card("C0SOCIAL", number);
    office.people.press("U0GUEST9", card, "case.take");
    SlackMessage refusal = office.whispered("U0GUEST9", "https://meranti.example/contact");
    assertFalse(refusal.everything().contains(number));
    office.card("C0SOCIAL", number, "Nobody has it yet");
  }

  @Test
  void a_form_from_a_shared_channel_is_refused_with_the_public_contact() {
    ObjectNode submission = read("realistic/view_submission.slack_connect.json");
    ObjectNode view = (ObjectNode) submission.get("view");
    view.put("callback_id", "report.file").put("app_installed_team_id", SlackWorkspace.TEAM);
    Answer answer = office.people.send(request(submission));
    assertEquals(200, answer.status());
    assertTrue(answer.body().contains("https://meranti.example/contact"), answer.body());
    assertTrue(LiveOffice.numberIn(answer.body()).isEmpty());
  }

  @Test
  void a_mention_by_somebody_of_another_company_is_refused() {
    ObjectNode event = JSON.createObjectNode().put("type", "app_mention").put("user", "U0GUEST9");
    event.put("text", "<@U0INSTEAD> may I post about the new store");
    event.put("channel", "C0SHOWROOM").put("ts", "1795489213.000100").put("event_ts", "1.1");
    event.put("user_team", "T0OTHER").put("source_team", "T0OTHER");
    office.people.event(event);
    office.whispered("U0GUEST9", "https://meranti.example/contact");
  }

  @Test
  void an_event_that_comes_again_has_one_effect_even_after_a_restart() {
    office.people.say("U0BUDI", "D0BUDI", "bantuan", null);
    office.told("U0BUDI", "/report");
    SignedRequest again = office
        .people
        .latest()
        .with("X-Slack-Retry-Num", "1")
        .with("X-Slack-Retry-Reason", "http_timeout");
    assertEquals(200, office.people.send(again).status());
    office.restart();
    assertEquals(200, office.people.send(again).status());

    office.people.say("U0BUDI", "D0BUDI", "https://x.com/a/status/1790000000000000056", null);
    office.eventually(
        "a later answer",
        here -> here.directMessagesOf("U0BUDI").stream()
            .anyMatch(message -> message
                .element("open.report")
                .filter(button -> button.path("value").asText().contains("0056"))
                .isPresent()));
    assertEquals(
        2,
        office.workspace.directMessagesOf("U0BUDI").stream()
            .filter(SlackMessage::byBot)
            .count());
  }

  @Test
  void a_report_that_comes_again_after_a_restart_keeps_its_number() {
    String number = office.reports("U0DEWI", "https://x.com/a/status/1790000000000000057 refund");
    SignedRequest again = office.people.latest();
    office.restart();
    Answer answer = office.people.send(again);
    assertEquals(number, LiveOffice.numberIn(answer.body()).orElseThrow());
    assertFalse(office.card("C0SOCIAL", number).everything().contains("2 colleagues"));
    assertEquals(1, office.cards("C0SOCIAL", number).size());
  }

  private static void visitor(SlackWorkspace workspace) {
    workspace.put(SlackUser.employee("U0GUEST9", "Vera Visitor", "Another company", "en-US")
        .ofTeam("T0OTHER"));
    workspace.join("C0SOCIAL", "U0GUEST9");
    workspace.join("C0SHOWROOM", "U0GUEST9");
  }
}
