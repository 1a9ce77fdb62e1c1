package dev.instead.teams;

import static dev.instead.teams.TeamsOffice.ALICE;
import static dev.instead.teams.TeamsOffice.GUEST;
import static dev.instead.teams.TeamsOffice.assertCloses;
import static dev.instead.teams.TeamsOffice.assertTells;
import static dev.instead.teams.TeamsOffice.dialog;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.notice.Notice;
import dev.instead.policy.Policies;
import dev.instead.report.Case;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsExtensionTest {
  private static final String FETCH = "composed/inbound/invoke.composeExtension.fetchTask.";
  private static final String SUBMIT = "composed/inbound/invoke.composeExtension.submitAction.";

  private final TeamsOffice teams = new TeamsOffice();

  @AfterEach
  void close() {
    teams.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.personal", "compose.channel", "commandBox"})
  void both_commands_open_their_form_wherever_they_are_chosen(String where) {
    JsonNode report = dialog(teams.sends(command(FETCH + where + ".json", Verbs.REPORT_COMMAND)));
    assertTrue(report.toString().contains(Verbs.LINK_FIELD), report.toString());
    JsonNode ask = dialog(teams.sends(command(FETCH + where + ".json", Verbs.ASK_COMMAND)));
    assertTrue(ask.toString().contains(Verbs.ASK_POLICY), ask.toString());
  }

  @Test
  void a_message_is_reported_with_its_author_its_words_and_where_it_is() {
    JsonNode card = dialog(
            teams.sends(command(FETCH + "message.channel.json", Verbs.REPORT_COMMAND)))
        .at("/card/content");
    assertEquals(
        "https://teams.microsoft.com/l/message/19:0123456789abcdef0123456789abcdef@thread.tacv2/1756718100200",
        input(card, Verbs.LINK_FIELD).path("value").asText());
    assertEquals(
        "Bob Example wrote:\nPrinter on floor 3 is on fire & beeping Carol",
        input(card, Verbs.TEXT_FIELD).path("value").asText());
  }

  @Test
  void a_link_in_the_message_is_what_it_is_about() {
    ObjectNode command = command(FETCH + "message.channel.json", Verbs.REPORT_COMMAND);
    ((ObjectNode) command.at("/value/messagePayload/body"))
        .put("content", "<p>Look at <a href=\"https://social.example/p/5\">this</a></p>");
    JsonNode card = dialog(teams.sends(command)).at("/card/content");
    assertEquals(
        "https://social.example/p/5",
        input(card, Verbs.LINK_FIELD).path("value").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "http://teams.microsoft.com/l/1", "not a link", "data:,x"})
  void an_address_of_the_message_that_is_none_is_left_out(String link) {
    ObjectNode command = command(FETCH + "message.channel.json", Verbs.REPORT_COMMAND);
    ((ObjectNode) command.at("/value/messagePayload")).put("linkToMessage", link);
    JsonNode card = dialog(teams.sends(command)).at("/card/content");
    assertEquals("", input(card, Verbs.LINK_FIELD).path("value").asText());
  }

  @Test
  void a_message_of_a_bot_without_words_opens_the_form_all_the_same() {
    JsonNode card = dialog(
            teams.sends(command(FETCH + "message.fromBot.json", Verbs.REPORT_COMMAND)))
        .at("/card/content");
    assertEquals("", input(card, Verbs.TEXT_FIELD).path("value").asText());
  }

  @Test
  void a_message_is_checked_as_a_draft_from_its_menu() {
    ObjectNode command = command(FETCH + "message.channel.json", Verbs.ASK_COMMAND);
    ((ObjectNode) command.at("/value/messagePayload/body"))
        .put("content", "<p>may I post about the new store</p>");
    assertTells(
        teams.office.desks.answers().check(ALICE, "may I post about the new store"),
        teams.sends(command));
  }

  @Test
  void a_report_is_stored_and_its_receipt_stands_in_the_dialog_and_in_the_chat() {
    assertReceipt(teams.sends(filed(teams.op(), "https://social.example/p/7", "a refund")));
    Case filed = teams.office.cases.filedBy(ALICE, 1).get(0).about();
    assertEquals(Policies.REFUND, filed.situation());
    teams.office.delivers();
    assertInstanceOf(Notice.Receipt.class, teams.office.teams.told(ALICE.id()).get(0));
  }

  @Test
  void a_report_that_teams_repeats_under_a_new_id_gets_the_same_answer() {
    String op = teams.op();
    String first = shape(teams.sends(filed(op, "", "They shout at us in the comments")));
    String again = shape(teams.sends(filed(op, "", "They shout at us in the comments")));
    assertEquals(first, again);
    assertEquals(1, teams.office.cases.filedBy(ALICE, 10).size());

    teams.sends(filed(teams.op(), "", "They shout at us in the comments"));
    assertEquals(2, teams.office.cases.filedBy(ALICE, 10).size(), "another form is another report");
  }

  @Test
  void a_form_that_was_mended_is_not_taken_for_the_one_before() {
    String op = teams.op();
    JsonNode again = dialog(teams.sends(filed(op, "http://10.0.0.1/x", "what I saw")));
    JsonNode card = again.at("/card/content");
    assertEquals(
        "http://10.0.0.1/x", input(card, Verbs.LINK_FIELD).path("value").asText());
    assertEquals("what I saw", input(card, Verbs.TEXT_FIELD).path("value").asText());
    assertTrue(
        before(card, Verbs.LINK_FIELD).path("text").asText().startsWith("This address is internal"),
        card.toString());
    assertEquals(0, teams.office.cases.filedBy(ALICE, 10).size());

    assertReceipt(teams.sends(filed(op, "https://social.example/p/7", "what I saw")));
    assertEquals(1, teams.office.cases.filedBy(ALICE, 10).size());
  }

  @Test
  void choosing_danger_shows_whom_to_call_and_keeps_what_was_typed() {
    ObjectNode chosen = filed(teams.op(), "https://social.example/p/7", "they are at the gate");
    ((ObjectNode) chosen.at("/value/data"))
        .put(Verbs.VERB, Verbs.SITUATION_CHOSEN)
        .put(Verbs.SITUATION_FIELD, Policies.THREAT.value());
    JsonNode card = dialog(teams.sends(chosen)).at("/card/content");
    assertEquals(
        "they are at the gate", input(card, Verbs.TEXT_FIELD).path("value").asText());
    assertEquals(
        Policies.THREAT.value(),
        input(card, Verbs.SITUATION_FIELD).path("value").asText());
    assertTrue(card.toString().contains("call first"), card.toString());
  }

  @Test
  void a_question_is_answered_in_its_dialog() {
    ObjectNode question = filed(teams.op(), "", "may I post about the new store");
    ((ObjectNode) question.at("/value/data")).put(Verbs.VERB, Verbs.ASK_POLICY);
    assertTells(
        teams.office.desks.answers().ask(ALICE, "may I post about the new store"),
        teams.sends(question));
  }

  @Test
  void a_question_is_sent_on_from_its_dialog_once() {
    String question = "is the canteen on mars vegan";
    JsonNode shown = dialog(teams.sends(asked(question)));
    JsonNode data = shown.findParents("verb").stream()
        .filter(node -> node.path("verb").asText().equals(Verbs.SEND_ON))
        .findFirst()
        .orElseThrow();
    for (int i = 0; i < 2; i++) {
      ObjectNode press = teams.fetch(ALICE, "", "");
      press.put("name", "task/submit").put("replyToId", "1756718" + i);
      ((ObjectNode) press.get("value")).set("data", data);
      dialog(teams.sends(press));
    }
    assertEquals(1, teams.office.cases.filedBy(ALICE, 10).size());
  }

  @Test
  void a_guest_is_refused_kindly() {
    Notice refusal = new Notice.Refused(teams.office.policy().publicContact());
    for (String command : List.of(Verbs.REPORT_COMMAND, Verbs.ASK_COMMAND)) {
      assertTells(
          refusal,
          teams.sends(teams.from(GUEST, command(FETCH + "message.channel.json", command))));
      assertTells(
          refusal, teams.sends(teams.from(null, command(FETCH + "message.channel.json", command))));
    }
    assertTells(refusal, teams.sends(teams.from(GUEST, filed(teams.op(), "", "words"))));
  }

  @Test
  void what_is_not_ours_is_answered_and_does_nothing() {
    assertTells(new Notice.NotFound(), teams.sends(teams.fixture(FETCH + "compose.personal.json")));
    assertTells(new Notice.NotFound(), teams.sends(teams.fixture(SUBMIT + "compose.json")));
    assertCloses(teams.sends(teams.fixture(SUBMIT + "botMessagePreview.send.json")));
    assertCloses(teams.sends(teams.fixture(SUBMIT + "botMessagePreview.edit.json")));
  }

  @Test
  void after_the_app_was_added_to_the_chat_the_command_goes_on() {
    JsonNode form =
        dialog(teams.sends(command(SUBMIT + "justInTimeInstall.json", Verbs.REPORT_COMMAND)));
    assertTrue(form.toString().contains(Verbs.LINK_FIELD));
  }

  @Test
  void words_of_any_length_and_shape_do_not_break_the_form() {
    ObjectNode command = command(FETCH + "message.channel.json", Verbs.REPORT_COMMAND);
    ((ObjectNode) command.at("/value/messagePayload/body")).put("content", "😀".repeat(40_000));
    dialog(teams.sends(command.deepCopy()));
    ((ObjectNode) command.get("value")).put("messagePayload", 17);
    dialog(teams.sends(command.deepCopy()));
    command.put("value", "what?");
    assertTells(new Notice.NotFound(), teams.sends(command));
  }

  private ObjectNode command(String file, String command) {
    ObjectNode activity = teams.fixture(file);
    ((ObjectNode) activity.get("value")).put("commandId", command);
    return activity;
  }

  private ObjectNode asked(String question) {
    ObjectNode asked = filed(teams.op(), "", question);
    ((ObjectNode) asked.at("/value/data")).put(Verbs.VERB, Verbs.ASK_POLICY);
    return asked;
  }

  private ObjectNode filed(String op, String link, String text) {
    ObjectNode activity = command(SUBMIT + "compose.json", Verbs.REPORT_COMMAND);
    ObjectNode data = TeamsOffice.data(Verbs.FILE, "").put(Verbs.OP, op);
    Map.of(Verbs.LINK_FIELD, link, Verbs.TEXT_FIELD, text).forEach(data::put);
    ((ObjectNode) activity.get("value")).set("data", data);
    return activity.put("id", "f:" + teams.op());
  }

  private void assertReceipt(java.util.Optional<com.microsoft.bot.builder.InvokeResponse> answer) {
    Case filed = teams.office.cases.filedBy(ALICE, 1).get(0).about();
    String card = dialog(answer).toString();
    assertTrue(card.contains(filed.number().value()), card);
  }

  private static String shape(java.util.Optional<com.microsoft.bot.builder.InvokeResponse> answer) {
    return dialog(answer).toString().replaceAll("\"once\":\"[^\"]*\"", "");
  }

  private static JsonNode input(JsonNode card, String id) {
    return card.findParents("id").stream()
        .filter(node -> node.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id + " in " + card));
  }

  private static JsonNode before(JsonNode card, String id) {
    JsonNode last = card;
    for (JsonNode element : card.path("body")) {
      if (element.toString().contains("\"id\":\"" + id + "\"")) {
        return last;
      }
      last = element;
    }
    throw new AssertionError("no " + id + " in " + card);
  }
}
