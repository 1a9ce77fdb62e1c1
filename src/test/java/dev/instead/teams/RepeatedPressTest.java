package dev.instead.teams;

import static dev.instead.teams.TeamsOffice.ALICE;
import static dev.instead.teams.TeamsOffice.BOB;
import static dev.instead.teams.TeamsOffice.CAROL;
import static dev.instead.teams.TeamsOffice.CHANNEL;
import static dev.instead.teams.TeamsOffice.assertToast;
import static dev.instead.teams.TeamsOffice.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.notice.Notice;
import dev.instead.office.FakeChat;
import dev.instead.people.Person;
import dev.instead.policy.Severity;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Teams may send a press once more, under a new id and when the case stands otherwise already. Buttons are those of the drawn cards. */
class RepeatedPressTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POST = "https://social.example/p/1 a customer wants a refund";
  private static final String CARD = "application/vnd.microsoft.card.adaptive";

  private final TeamsOffice teams = new TeamsOffice();
  private final CaseNumber number = teams.reported(POST);

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void each_button_of_the_teams_card_acts_once() {
    ObjectNode take = press(BOB, Verbs.TAKE);
    teams.sends(take.deepCopy());
    ObjectNode release = press(BOB, Verbs.RELEASE);
    teams.sends(release.deepCopy());
    assertChangesNothing(take);

    teams.sends(press(BOB, Verbs.TAKE));
    assertEquals(2, events(CaseEvent.Claimed.class), "in the next turn the same button is another");
    assertChangesNothing(release);

    teams.sends(press(BOB, Verbs.RELEASE));
    ObjectNode dismiss = press(BOB, Verbs.DISMISS);
    teams.sends(dismiss.deepCopy());
    ObjectNode reopen = press(BOB, Verbs.REOPEN);
    teams.sends(reopen.deepCopy());
    assertChangesNothing(dismiss);

    teams.sends(press(CAROL, Verbs.DISMISS));
    assertChangesNothing(reopen);
    assertInstanceOf(Stage.Resolved.class, now().stage());
  }

  @Test
  void a_repeat_is_answered_with_the_card_as_it_is_now() {
    ObjectNode take = press(BOB, Verbs.TAKE);
    teams.sends(take.deepCopy());
    teams.sends(press(BOB, Verbs.RELEASE));

    JsonNode answer = body(again(take));

    assertEquals(CARD, answer.path("type").asText());
    assertEquals(drawn(), answer.path("value"));
    assertTrue(teams.whisper.all.isEmpty(), "nothing is amiss");
  }

  @Test
  void a_button_that_arrives_as_a_message_acts_once_too() {
    ObjectNode take = asMessage(BOB, press(BOB, Verbs.TAKE));
    teams.sends(take.deepCopy());
    teams.sends(press(BOB, Verbs.RELEASE));
    assertChangesNothing(take);
  }

  @Test
  void a_press_that_came_too_late_does_not_act_when_it_comes_once_more() {
    ObjectNode late = press(CAROL, Verbs.TAKE);
    teams.sends(press(BOB, Verbs.TAKE));
    teams.sends(late.deepCopy());
    teams.whisper.all.clear();
    teams.sends(press(BOB, Verbs.RELEASE));

    assertChangesNothing(late);
  }

  @Test
  void a_press_on_a_card_from_before_gets_the_card_and_hears_that_the_case_moved_on() {
    ObjectNode stale = press(CAROL, Verbs.TAKE);
    teams.sends(press(BOB, Verbs.TAKE));
    teams.sends(press(BOB, Verbs.RELEASE));

    JsonNode answer = body(teams.sends(stale));

    assertInstanceOf(Stage.Open.class, now().stage());
    assertEquals(CARD, answer.path("type").asText());
    assertEquals(drawn(), answer.path("value"));
    assertEquals(
        List.of(TeamsCards.of(new Notice.NoLongerOpen(number), Locale.ENGLISH)),
        teams.whisper.hints);
    teams.sends(press(CAROL, Verbs.TAKE));
    assertEquals(Optional.of(CAROL), now().owner());
  }

  @Test
  void a_card_that_changed_without_a_turn_of_its_case_still_acts() {
    ObjectNode take = press(CAROL, Verbs.TAKE);
    teams.office.files(BOB, POST);
    teams.office.desks.cases().changeSeverity(number, BOB, Severity.HIGH, teams.office.delivery());
    assertEquals(2, now().reports());

    teams.sends(take);

    assertEquals(Optional.of(CAROL), now().owner());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "-1", "1.5", "99999999999999", "\"0\"", "[0]", "{}"})
  void a_turn_that_is_none_is_one_of_a_button_from_before(String turn) throws Exception {
    ObjectNode take = press(BOB, Verbs.TAKE);
    ((ObjectNode) take.at("/value/action/data")).set(Verbs.TURN, JSON.readTree(turn));
    teams.sends(take);
    assertEquals(Optional.of(BOB), now().owner());
  }

  @Test
  void the_button_of_the_next_case_acts_once() {
    CaseNumber next = teams.reported("https://social.example/p/2 another refund");
    ObjectNode late = press(CAROL, Verbs.TAKE);
    teams.sends(press(BOB, Verbs.TAKE));
    teams.sends(late);
    JsonNode whispered = JSON.valueToTree(teams.said().message().card());
    ObjectNode press = TeamsOffice.withData(
        teams.pressAtHome(CAROL, Verbs.TAKE, ""), button(whispered, Verbs.TAKE).orElseThrow());
    teams.sends(press.deepCopy());
    assertEquals(Optional.of(CAROL), teams.office.theCase(next).owner());
    teams.office.desks.cases().release(next, CAROL, teams.office.delivery());

    again(press);
    assertInstanceOf(Stage.Open.class, teams.office.theCase(next).stage());
  }

  @Test
  void not_solved_opens_the_case_once() {
    resolve();
    ObjectNode press = notSolved();
    teams.sends(press.deepCopy());
    assertTrue(now().isOpen());
    resolve();

    assertToast(
        new Notice.Acknowledged(Notice.Acknowledged.Kind.REOPENED, Optional.of(number)),
        again(press));
    assertInstanceOf(Stage.Resolved.class, now().stage());
    assertEquals(1, events(CaseEvent.Reopened.class));
  }

  @Test
  void not_solved_is_not_said_of_the_next_case_of_the_post_when_it_comes_once_more() {
    resolve();
    ObjectNode press = notSolved();
    teams.sends(press.deepCopy());
    resolve();
    CaseNumber newer = teams.office.files(BOB, POST).about().number();

    again(press);

    assertEquals(1, teams.office.theCase(newer).reports());
  }

  @Test
  void not_solved_under_an_outcome_from_before_says_that_the_case_moved_on() {
    resolve();
    ObjectNode stale = notSolved();
    teams.office.desks.cases().reopen(number, BOB, teams.office.delivery());
    resolve();

    assertToast(new Notice.MovedOn(number), teams.sends(stale));
    assertInstanceOf(Stage.Resolved.class, now().stage());
    teams.sends(notSolved());
    assertTrue(now().isOpen());
  }

  @Test
  void not_solved_among_ones_own_reports_opens_the_case_once() {
    resolve();
    ObjectNode press = TeamsOffice.withData(
        teams.pressAtHome(ALICE, Verbs.NOT_SOLVED, ""),
        button(json(teams.office.desks.homes().home(ALICE)), Verbs.NOT_SOLVED).orElseThrow());
    teams.sends(press.deepCopy());
    resolve();
    again(press);
    assertInstanceOf(Stage.Resolved.class, now().stage());
  }

  @Test
  void a_report_is_withdrawn_once() {
    teams.office.files(BOB, POST);
    Report report = teams.office.cases.reportBy(number, ALICE).orElseThrow();
    ObjectNode press = teams.pressAtHome(ALICE, Verbs.WITHDRAW, report.id().value());
    Notice done = new Notice.Acknowledged(Notice.Acknowledged.Kind.WITHDRAWN, Optional.of(number));
    assertToast(done, teams.sends(press.deepCopy()));
    assertToast(done, again(press));
    assertEquals(1, events(CaseEvent.ReportWithdrawn.class));
    assertEquals(1, now().reports());
  }

  // ----

  private void resolve() {
    teams
        .office
        .desks
        .cases()
        .resolve(number, BOB, Outcome.ANSWERED, "They got their money.", teams.office.delivery());
    teams.office.delivers();
  }

  /** The press on the button below the newest outcome that the reporter was told. */
  private ObjectNode notSolved() {
    Notice outcome = teams.office.teams.told(ALICE.id()).stream()
        .filter(Notice.OutcomeNews.class::isInstance)
        .reduce((one, next) -> next)
        .orElseThrow();
    return TeamsOffice.withData(
        teams.pressAtHome(ALICE, Verbs.NOT_SOLVED, ""),
        button(json(outcome), Verbs.NOT_SOLVED).orElseThrow());
  }

  private void assertChangesNothing(ObjectNode press) {
    Case before = now();
    int events = teams.office.cases.events(number).size();
    again(press);
    assertEquals(before, now());
    assertEquals(events, teams.office.cases.events(number).size());
  }

  private Optional<com.microsoft.bot.builder.InvokeResponse> again(ObjectNode press) {
    return teams.sends(press.deepCopy().put("id", "f:again-" + teams.op()));
  }

  /** A press on the button that the case's card shows now. */
  private ObjectNode press(Person person, String verb) {
    FakeChat.Message card = card();
    return TeamsOffice.withData(
        teams.press(person, verb, "", card.id()), data(card, verb).orElseThrow());
  }

  private ObjectNode asMessage(Person person, ObjectNode press) {
    ObjectNode message =
        teams.from(person, teams.fixture("composed/inbound/message.channel.mention.reply.json"));
    message.remove(List.of("text", "entities"));
    message.set("value", press.at("/value/action/data"));
    return message.put("replyToId", press.get("replyToId").asText()).put("id", teams.op());
  }

  private FakeChat.Message card() {
    teams.office.delivers();
    return teams.office.teams.in(CHANNEL).stream()
        .filter(message -> message.notice() instanceof Notice.TeamCard card
            && card.about().number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode drawn() {
    return json(card().notice());
  }

  private static Optional<JsonNode> data(FakeChat.Message card, String verb) {
    return button(json(card.notice()), verb);
  }

  private static JsonNode json(Notice notice) {
    return JSON.valueToTree(TeamsCards.of(notice, Locale.ENGLISH).card());
  }

  /** The data of the first button of that verb. */
  private static Optional<JsonNode> button(JsonNode card, String verb) {
    return card.findParents("data").stream()
        .map(button -> button.get("data"))
        .filter(data -> verb.equals(data.path(Verbs.VERB).asText()))
        .findFirst();
  }

  private Case now() {
    return teams.office.theCase(number);
  }

  private long events(Class<? extends CaseEvent.What> kind) {
    return teams.office.cases.events(number).stream()
        .filter(event -> kind.isInstance(event.what()))
        .count();
  }
}
