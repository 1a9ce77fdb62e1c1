package dev.instead.teams;

import static dev.instead.teams.TeamsOffice.ALICE;
import static dev.instead.teams.TeamsOffice.BOB;
import static dev.instead.teams.TeamsOffice.CAROL;
import static dev.instead.teams.TeamsOffice.CHANNEL;
import static dev.instead.teams.TeamsOffice.GUEST;
import static dev.instead.teams.TeamsOffice.assertCloses;
import static dev.instead.teams.TeamsOffice.assertRefused;
import static dev.instead.teams.TeamsOffice.assertTells;
import static dev.instead.teams.TeamsOffice.assertToast;
import static dev.instead.teams.TeamsOffice.body;
import static dev.instead.teams.TeamsOffice.dialog;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.notice.Notice;
import dev.instead.office.FakeChat;
import dev.instead.office.Office;
import dev.instead.outbox.Told;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.policy.Policies;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsPressTest {
  private static final String POST = "https://social.example/p/1 a customer wants a refund";

  private final TeamsOffice teams = new TeamsOffice();
  private final CaseNumber number = teams.reported(POST);
  private final String card = card();

  @AfterEach
  void close() {
    teams.close();
  }

  // ---- the team's card

  @Test
  void who_takes_a_case_gets_the_card_as_it_is_then() {
    JsonNode answer = body(teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card)));

    assertEquals(Optional.of(BOB), teams.office.theCase(number).owner());
    assertEquals(200, answer.path("statusCode").asInt());
    assertEquals("application/vnd.microsoft.card.adaptive", answer.path("type").asText());
    Told now = teams.office.desks.briefing().card(number, channel()).orElseThrow();
    assertEquals(BOB, ((Notice.TeamCard) now.notice()).about().owner().orElseThrow());
    assertEquals(
        new com.fasterxml.jackson.databind.ObjectMapper()
            .valueToTree(TeamsCards.of(now.notice(), now.language()).card()),
        answer.path("value"));
  }

  @Test
  void the_second_to_take_a_case_hears_they_were_too_late() {
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));

    assertToast(
        new Notice.TooLate(
            number,
            BOB,
            teams.office.clock.instant(),
            Optional.empty(),
            Map.of(BOB, "Bob Example")),
        teams.sends(teams.press(CAROL, Verbs.TAKE, number.value(), card)));
    assertEquals(Optional.of(BOB), teams.office.theCase(number).owner());
  }

  @Test
  void the_second_to_take_a_case_gets_a_way_to_the_next() {
    CaseNumber next = teams.reported("https://social.example/p/4 another refund");
    teams.office.delivers();
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));
    teams.sends(teams.press(CAROL, Verbs.TAKE, number.value(), card));
    TeamsOffice.Said said = teams.said();
    assertEquals(Optional.of(CAROL), said.only());
    assertTrue(said.message().card().toString().contains(next.value()));
  }

  @Test
  void a_press_that_teams_repeats_counts_once() {
    ObjectNode press = teams.press(BOB, Verbs.TAKE, number.value(), card);
    teams.sends(press.deepCopy());
    JsonNode again = body(teams.sends(press));

    assertEquals("application/vnd.microsoft.card.adaptive", again.path("type").asText());
    assertEquals(1, events(CaseEvent.Claimed.class));
  }

  @Test
  void a_press_that_teams_repeats_under_a_new_id_changes_nothing_more() {
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));
    assertToast(
        new Notice.AlreadyYours(number),
        teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card)));
    assertEquals(1, events(CaseEvent.Claimed.class));
  }

  @Test
  void release_dismiss_and_reopen_act_at_once() {
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));
    teams.sends(teams.press(BOB, Verbs.RELEASE, number.value(), card));
    assertInstanceOf(Stage.Open.class, teams.office.theCase(number).stage());
    teams.sends(teams.press(CAROL, Verbs.DISMISS, number.value(), card));
    assertInstanceOf(Stage.Resolved.class, teams.office.theCase(number).stage());
    teams.sends(teams.press(BOB, Verbs.REOPEN, number.value(), card));
    assertInstanceOf(Stage.Open.class, teams.office.theCase(number).stage());
  }

  @Test
  void a_press_on_a_second_card_acts_and_turns_that_card_into_a_pointer() {
    teams.office.teams.hidesHistory();
    teams.office.teams.dropsTheNextAnswer();
    CaseNumber twice = teams.reported("https://social.example/p/2 another refund");
    teams.office.delivers();
    teams.office.clock.advance(Duration.ofMinutes(1));
    teams.office.delivers();
    List<FakeChat.Message> cards = teams.office.teams.in(CHANNEL).stream()
        .filter(message -> message.notice() instanceof Notice.TeamCard drawn
            && drawn.about().number().equals(twice))
        .toList();
    assertEquals(2, cards.size());

    teams.sends(teams.press(BOB, Verbs.TAKE, twice.value(), cards.get(0).id()));
    teams.office.delivers();

    assertEquals(Optional.of(BOB), teams.office.theCase(twice).owner());
    assertEquals(
        List.of(cards.get(0).id()),
        teams.office.teams.in(CHANNEL).stream()
            .filter(message -> message.notice() instanceof Notice.StrayCard)
            .map(FakeChat.Message::id)
            .toList());
  }

  @Test
  void a_press_on_the_recorded_card_leaves_it_what_it_is() {
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));
    teams.office.delivers();
    assertFalse(teams.office.teams.in(CHANNEL).stream()
        .anyMatch(message -> message.notice() instanceof Notice.StrayCard));
  }

  // ---- from whom, and with what

  @Test
  void who_is_not_in_the_team_is_told_what_they_can_do_instead() {
    assertToast(
        new Notice.NotYourTeam(teams.care()),
        teams.sends(teams.press(ALICE, Verbs.TAKE, number.value(), card)));
    assertInstanceOf(Stage.Open.class, teams.office.theCase(number).stage());
  }

  @Test
  void a_guest_gets_the_public_contact() {
    JsonNode answer = body(teams.sends(teams.press(GUEST, Verbs.TAKE, number.value(), card)));
    assertEquals(
        "application/vnd.microsoft.activity.message", answer.path("type").asText());
    String shown = answer.path("value").asText();
    assertTrue(shown.endsWith("→ " + contact()), shown);
    assertEquals(refusal(), teams.said().message());
    assertInstanceOf(Stage.Open.class, teams.office.theCase(number).stage());
  }

  @Test
  void who_has_no_account_in_the_company_is_refused_kindly() {
    JsonNode answer =
        body(teams.sends(teams.from(null, teams.press(ALICE, Verbs.TAKE, number.value(), card))));
    assertEquals(
        "application/vnd.microsoft.activity.message", answer.path("type").asText());
    assertEquals(refusal().summary(), answer.path("value").asText());
    assertTrue(refusal().summary().endsWith("→ " + contact()), refusal().summary());
    assertInstanceOf(Stage.Open.class, teams.office.theCase(number).stage());

    assertTells(
        new Notice.Refused(teams.office.policy().publicContact()),
        teams.sends(teams.from(null, teams.fetch(ALICE, Verbs.RESOLVE, number.value()))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "S-0000",
        "<b>S-7KQ2</b>",
        "[S-7KQ2](https://evil.example)",
        "<at>everyone</at>",
        "'; DROP TABLE cases; --"
      })
  void a_case_that_there_is_not_is_not_found(String value) {
    assertRefused(teams.sends(teams.press(BOB, Verbs.TAKE, value, card)));
    assertTells(new Notice.NotFound(), teams.sends(teams.fetch(BOB, Verbs.RESOLVE, value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"case.delete", "approve", "", "case.take\u0000", "report.file"})
  void a_verb_that_there_is_not_does_nothing(String verb) {
    assertRefused(teams.sends(teams.press(BOB, verb, number.value(), card)));
    assertInstanceOf(Stage.Open.class, teams.office.theCase(number).stage());
  }

  @Test
  void another_case_than_the_cards_is_checked_like_any_other() {
    Notice.Receipt elsewhere = assertInstanceOf(
        Notice.Receipt.class,
        teams.office.reports(ALICE, "I will hurt you, they wrote", Policies.THREAT));

    // It is restricted: not even that it exists is told.
    assertRefused(
        teams.sends(teams.press(BOB, Verbs.TAKE, elsewhere.about().number().value(), card)));
    assertInstanceOf(
        Stage.Open.class, teams.office.theCase(elsewhere.about().number()).stage());
  }

  @Test
  void a_button_changed_to_another_case_neither_acts_nor_touches_the_card() {
    CaseNumber other = teams.reported("https://social.example/p/3 another refund");
    teams.office.delivers();
    assertRefused(teams.sends(teams.press(BOB, Verbs.TAKE, other.value(), card)));
    assertInstanceOf(Stage.Open.class, teams.office.theCase(other).stage());
    assertTells(
        new Notice.NotFound(),
        teams.sends(teams
            .submit(BOB, Verbs.RESOLVE, other.value(), teams.op(), Map.of())
            .put("replyToId", card)));
    teams.office.delivers();
    assertFalse(teams.office.teams.in(CHANNEL).stream()
        .anyMatch(message -> message.notice() instanceof Notice.StrayCard));
  }

  @Test
  void who_may_not_act_on_a_case_makes_no_card_a_pointer_to_it() {
    teams.sends(teams.press(ALICE, Verbs.TAKE, number.value(), "1756718299999"));
    assertEquals(0, teams.office.queue.backlog(teams.office.clock.instant()).waiting());
    teams.sends(teams.press(BOB, Verbs.TIMELINE, number.value(), "1756718299999"));
    assertEquals(1, teams.office.queue.backlog(teams.office.clock.instant()).waiting());
  }

  @Test
  void data_of_other_shapes_is_refused() {
    for (String data : List.of("[]", "\"case.take\"", "null", "17", "{\"verb\":{\"a\":1}}")) {
      ObjectNode press = teams.press(BOB, Verbs.TAKE, number.value(), card);
      ((ObjectNode) press.at("/value/action")).set("data", json(data));
      assertRefused(teams.sends(press));
    }
    ObjectNode press = teams.press(BOB, Verbs.TAKE, number.value(), card);
    press.put("value", "what?");
    assertRefused(teams.sends(press));
    assertInstanceOf(Stage.Open.class, teams.office.theCase(number).stage());
  }

  @Test
  void what_a_client_sends_by_itself_is_no_press() {
    ObjectNode refresh = teams.press(BOB, Verbs.TAKE, number.value(), card);
    ((ObjectNode) refresh.get("value")).put("trigger", "automatic");
    assertRefused(teams.sends(refresh));
    assertInstanceOf(Stage.Open.class, teams.office.theCase(number).stage());
  }

  @Test
  void a_form_can_not_be_executed() {
    ObjectNode press = teams.press(BOB, Verbs.RESOLVE, number.value(), card);
    ((ObjectNode) press.at("/value/action/data")).put(Verbs.OP, "op-name-77");
    assertRefused(teams.sends(press));
    assertInstanceOf(Stage.Open.class, teams.office.theCase(number).stage());
  }

  // ---- dialogs of the card

  @Test
  void the_dialogs_of_a_card_open_for_who_has_the_case() {
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));
    for (String verb : List.of(
        Verbs.RESOLVE,
        Verbs.HAND_OVER,
        Verbs.MERGE,
        Verbs.SEVERITY,
        Verbs.TIMELINE,
        Verbs.REPORTS,
        Verbs.USE_REPLY,
        Verbs.ASK_REPORTER,
        Verbs.REPLY)) {
      JsonNode dialog = dialog(teams.sends(teams.fetch(BOB, verb, number.value())));
      assertEquals(
          "application/vnd.microsoft.card.adaptive",
          dialog.at("/card/contentType").asText(),
          verb);
      assertFalse(dialog.path("title").asText().isBlank(), verb);
    }
    assertTells(
        new Notice.NotYourTeam(teams.care()),
        teams.sends(teams.fetch(ALICE, Verbs.TIMELINE, number.value())));
  }

  @Test
  void a_case_is_resolved_in_its_dialog_and_the_dialog_closes() {
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));
    assertCloses(teams.sends(teams.submit(
        BOB,
        Verbs.RESOLVE,
        number.value(),
        teams.op(),
        Map.of(Verbs.CHOICE_FIELD, "answered", Verbs.TEXT_FIELD, "They got their money."))));

    Stage.Resolved resolved =
        assertInstanceOf(Stage.Resolved.class, teams.office.theCase(number).stage());
    assertEquals("They got their money.", resolved.text());
  }

  @Test
  void a_form_that_teams_repeats_under_a_new_id_counts_once() {
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));
    String op = teams.op();
    Map<String, String> typed = Map.of(Verbs.TEXT_FIELD, "Which shop was it?");
    assertCloses(teams.sends(teams.submit(BOB, Verbs.ASK_REPORTER, number.value(), op, typed)));
    assertCloses(teams.sends(teams.submit(BOB, Verbs.ASK_REPORTER, number.value(), op, typed)));
    assertEquals(1, events(CaseEvent.ReporterAsked.class));

    assertCloses(
        teams.sends(teams.submit(BOB, Verbs.ASK_REPORTER, number.value(), teams.op(), typed)));
    assertEquals(2, events(CaseEvent.ReporterAsked.class));
  }

  @Test
  void the_name_of_a_form_is_no_key_to_somebody_elses() {
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));
    String op = teams.op();
    Map<String, String> typed = Map.of(Verbs.TEXT_FIELD, "Which shop was it?");
    teams.sends(teams.submit(BOB, Verbs.ASK_REPORTER, number.value(), op, typed));
    assertTells(
        new Notice.NotYours(number, Optional.of(BOB), Map.of(BOB, "Bob Example")),
        teams.sends(teams.submit(CAROL, Verbs.ASK_REPORTER, number.value(), op, typed)));
  }

  @Test
  void a_question_without_words_comes_back_to_be_mended() {
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));
    String op = teams.op();
    JsonNode again = dialog(teams.sends(
        teams.submit(BOB, Verbs.ASK_REPORTER, number.value(), op, Map.of(Verbs.TEXT_FIELD, " "))));
    assertTrue(again.toString().contains("Please add a link, or a few words"), again.toString());
    assertTrue(again.toString().contains(op), "the form lost its name");
    assertEquals(0, events(CaseEvent.ReporterAsked.class));
  }

  @Test
  void the_team_hands_over_merges_and_changes_the_severity() {
    CaseNumber other = teams.reported("https://social.example/p/2 another refund");
    assertCloses(submits(BOB, Verbs.SEVERITY, "urgent"));
    assertEquals("urgent", teams.office.theCase(number).severity().code());
    assertCloses(submits(BOB, Verbs.MERGE, other.value()));
    assertInstanceOf(Stage.Merged.class, teams.office.theCase(number).stage());
    assertCloses(teams.sends(teams.submit(
        BOB,
        Verbs.HAND_OVER,
        other.value(),
        teams.op(),
        Map.of(Verbs.CHOICE_FIELD, Policies.SECURITY.value()))));
    assertEquals(Policies.SECURITY, teams.office.theCase(other).team());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nowhere", "S-0000", "<at>everyone</at>"})
  void a_choice_that_was_not_offered_is_not_found(String choice) {
    assertTells(new Notice.NotFound(), submits(BOB, Verbs.HAND_OVER, choice));
    assertTells(new Notice.NotFound(), submits(BOB, Verbs.SEVERITY, choice));
    assertTells(new Notice.NotFound(), submits(BOB, Verbs.MERGE, choice));
    assertInstanceOf(Stage.Open.class, teams.office.theCase(number).stage());
  }

  @Test
  void an_approved_answer_is_recorded_from_its_dialog() {
    teams.sends(teams.press(BOB, Verbs.TAKE, number.value(), card));
    String reply =
        teams.office.policy().situation(Policies.REFUND).replies().get(0).id().value();
    ObjectNode pick =
        teams.submit(BOB, Verbs.PICK_REPLY, number + " " + reply, teams.op(), Map.of());
    assertTells(
        new Notice.Acknowledged(Notice.Acknowledged.Kind.REPLY_USED, Optional.of(number)),
        teams.sends(pick));
    assertEquals(1, events(CaseEvent.ReplyUsed.class));
  }

  // ---- clients that know no Action.Execute

  @Test
  void a_button_that_arrives_as_a_message_acts_all_the_same() {
    teams.sends(asMessage(BOB, TeamsOffice.data(Verbs.TAKE, number.value())));
    assertEquals(Optional.of(BOB), teams.office.theCase(number).owner());
    assertTrue(teams.whisper.all.isEmpty(), "the card says it all");

    teams.sends(asMessage(CAROL, TeamsOffice.data(Verbs.TAKE, number.value())));
    assertEquals(
        TeamsOffice.summary(new Notice.TooLate(
            number,
            BOB,
            teams.office.clock.instant(),
            Optional.empty(),
            Map.of(BOB, "Bob Example"))),
        teams.said().message().summary());
  }

  @Test
  void a_button_of_a_dialog_that_arrives_as_a_message_brings_the_form_as_a_card() {
    teams.sends(asMessage(BOB, TeamsOffice.data(Verbs.RESOLVE, number.value())));
    assertEquals(Optional.of(BOB), teams.said().only());
    teams.sends(asMessage(
        BOB,
        TeamsOffice.data(Verbs.RESOLVE, number.value())
            .put(Verbs.OP, teams.op())
            .put(Verbs.CHOICE_FIELD, "answered")));
    assertInstanceOf(Stage.Resolved.class, teams.office.theCase(number).stage());
  }

  @Test
  void an_unknown_button_that_arrives_as_a_message_is_answered() {
    teams.sends(teams.fixture("composed/inbound/message.personal.actionSubmit.json"));
    assertEquals(
        TeamsOffice.summary(new Notice.NotFound()), teams.said().message().summary());
  }

  // ---- reporters and askers

  @Test
  void a_reporter_takes_their_report_back_in_the_personal_chat() {
    Report report = teams.office.cases.latestReports(number, 1).get(0);
    assertToast(
        new Notice.Acknowledged(Notice.Acknowledged.Kind.WITHDRAWN, Optional.of(number)),
        teams.sends(teams.pressAtHome(ALICE, Verbs.WITHDRAW, report.id().value())));
    assertRefused(teams.sends(teams.pressAtHome(BOB, Verbs.WITHDRAW, report.id().value())));
  }

  @Test
  void a_resolved_case_that_is_not_solved_opens_again() {
    Report report = teams.office.cases.latestReports(number, 1).get(0);
    teams.sends(teams.press(BOB, Verbs.DISMISS, number.value(), card));
    assertToast(
        new Notice.Acknowledged(Notice.Acknowledged.Kind.REOPENED, Optional.of(number)),
        teams.sends(teams.pressAtHome(ALICE, Verbs.NOT_SOLVED, report.id().value())));
    assertTrue(teams.office.theCase(number).isOpen());
  }

  @Test
  void details_are_added_in_a_dialog() {
    Report report = teams.office.cases.latestReports(number, 1).get(0);
    dialog(teams.sends(teams.fetch(ALICE, Verbs.ADD_DETAILS, report.id().value())));
    assertTells(
        new Notice.Acknowledged(Notice.Acknowledged.Kind.DETAILS_ADDED, Optional.of(number)),
        teams.sends(teams.submit(
            ALICE,
            Verbs.ADD_DETAILS,
            report.id().value(),
            teams.op(),
            Map.of(Verbs.TEXT_FIELD, "It was the shop in Bandung."))));
    assertTells(
        new Notice.NotFound(),
        teams.sends(teams.fetch(CAROL, Verbs.ADD_DETAILS, report.id().value())));
  }

  @Test
  void a_question_that_is_sent_on_twice_from_one_card_is_one_question() {
    String question = "is the canteen on mars vegan";
    ObjectNode press = teams.pressAtHome(ALICE, Verbs.SEND_ON, question);
    String first = body(teams.sends(press)).path("value").asText();
    String again = body(teams.sends(teams.pressAtHome(ALICE, Verbs.SEND_ON, question)))
        .path("value")
        .asText();
    assertEquals(first, again);
    assertEquals(1, questions());

    ObjectNode later = teams.pressAtHome(ALICE, Verbs.SEND_ON, question);
    teams.sends(later.put("replyToId", "1767765499999"));
    assertEquals(2, questions(), "another card is another question");
  }

  @Test
  void a_long_question_travels_in_a_field_of_its_card() {
    String question = "may I post this " + "word ".repeat(60);
    ObjectNode press = teams.pressAtHome(ALICE, Verbs.SEND_ON, question.substring(0, 200));
    ((ObjectNode) press.at("/value/action/data")).put(Verbs.QUESTION_FIELD, question);
    teams.sends(press);
    assertEquals(question.strip(), question(0));
  }

  @Test
  void an_answer_chosen_from_suggestions_comes_into_the_chat() {
    teams.sends(teams.pressAtHome(ALICE, Verbs.SHOW_ANSWER, Policies.NEW_STORE + " a new store"));
    TeamsOffice.Said said = teams.said();
    assertTrue(said.place().isPersonal());
    assertEquals(
        TeamsOffice.summary(
            teams.office.desks.answers().show(ALICE, Policies.NEW_STORE, "a new store")),
        said.message().summary());
  }

  @Test
  void ones_own_reports_come_into_the_chat() {
    teams.sends(teams.pressAtHome(ALICE, Verbs.MY_REPORTS, ""));
    assertEquals(
        TeamsOffice.summary(teams.office.desks.homes().home(ALICE)),
        teams.said().message().summary());
  }

  private Optional<com.microsoft.bot.builder.InvokeResponse> submits(
      Person person, String verb, String choice) {
    return teams.sends(
        teams.submit(person, verb, number.value(), teams.op(), Map.of(Verbs.CHOICE_FIELD, choice)));
  }

  private ObjectNode asMessage(Person person, ObjectNode data) {
    ObjectNode message =
        teams.from(person, teams.fixture("composed/inbound/message.channel.mention.reply.json"));
    message.remove("text");
    message.remove("entities");
    message.set("value", data);
    return message.put("replyToId", card).put("id", "f:" + teams.op());
  }

  private String card() {
    teams.office.delivers();
    return teams.office.teams.in(CHANNEL).stream()
        .filter(message -> message.notice() instanceof Notice.TeamCard)
        .map(FakeChat.Message::id)
        .findFirst()
        .orElseThrow();
  }

  private static Channel channel() {
    return new Channel(Platform.TEAMS, Office.TENANT, CHANNEL);
  }

  /** What shows for a moment can't be pressed, so the address is in the words. */
  private String contact() {
    return teams.office.policy().publicContact().url().orElseThrow().toString();
  }

  private TeamsMessage refusal() {
    return TeamsCards.of(
        new Notice.Refused(teams.office.policy().publicContact()), java.util.Locale.ENGLISH);
  }

  private long events(Class<? extends CaseEvent.What> kind) {
    return teams.office.cases.events(number).stream()
        .filter(event -> kind.isInstance(event.what()))
        .count();
  }

  private long questions() {
    return teams.office.cases.filedBy(ALICE, 20).stream()
        .filter(filed -> filed.about().kind() == dev.instead.report.Case.Kind.QUESTION)
        .count();
  }

  private String question(int index) {
    return teams.office.cases.filedBy(ALICE, 20).stream()
        .filter(filed -> filed.about().kind() == dev.instead.report.Case.Kind.QUESTION)
        .toList()
        .get(index)
        .report()
        .text();
  }

  private static JsonNode json(String text) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
