package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.LiveOffice;
import dev.instead.playground.Answer;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackWorkspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Slack is away, slow, full or closed: what was acknowledged is said later, in order, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class TroubledSlackTest {
  private static final String DEWI = "U0DEWI";
  private static final String ANA = "U0ANA";
  private static final String SOCIAL = "C0SOCIAL";

  private final LiveOffice office = new LiveOffice();
  private int posts = 5000;

  @BeforeEach
  void ten_minutes_pass() {
    office.clock.advance(Duration.ofMinutes(10));
  }

  @AfterEach
  void slack_is_well_again() {
    office.slack.troubles().none();
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void reports_that_come_while_slack_is_away_arrive_later_in_order_and_once() {
    office.slack.troubles().failNext("*", 1_000_000, "service_unavailable");
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      numbers.add(office.reports(DEWI, post() + " refund"));
    }
    assertTrue(numbers.stream().allMatch(number -> office.cards(SOCIAL, number).isEmpty()));

    office.stop();
    office.slack.troubles().none();
    office.clock.advance(Duration.ofMinutes(10));
    office.start();
    numbers.forEach(number -> office.card(SOCIAL, number));
    List<String> shown = office.workspace.messagesIn(SOCIAL).stream()
        .map(message -> LiveOffice.numberIn(message.text()))
        .flatMap(Optional::stream)
        .filter(numbers::contains)
        .toList();
    assertEquals(numbers, shown);
  }

  @Test
  void who_is_told_to_wait_waits() {
    office.slack.troubles().limitNext("chat.postMessage", 1_000, Duration.ofMinutes(5));
    String number = office.reports(DEWI, post() + " refund");
    office.eventually("a first try", here -> limited() > 0);
    String other = office.reports("U0BUDI", post() + " refund");
    office.clock.advance(Duration.ofMinutes(4));
    // Both conversations may have been told to wait; nobody tries again before the time is over.
    assertFalse(office.workspace.await(here -> limited() > 2, Duration.ofMillis(2500)));
    office.slack.troubles().none();
    assertTrue(office.cards(SOCIAL, number).isEmpty());

    office.clock.advance(Duration.ofMinutes(6));
    office.card(SOCIAL, number);
    office.card(SOCIAL, other);
    assertEquals(1, office.cards(SOCIAL, number).size());
  }

  @Test
  void a_post_whose_answer_was_lost_is_found_and_not_posted_again() {
    office.slack.troubles().dropNext(1);
    String number = office.reports(DEWI, post() + " refund");
    SlackMessage card = office.card(SOCIAL, number);
    office.people.press(ANA, card, "case.take");
    office.clock.advance(Duration.ofMinutes(2));
    office.card(SOCIAL, number, "has been on it");
    assertEquals(1, office.cards(SOCIAL, number).size());
  }

  @Test
  void a_window_that_could_not_be_opened_in_time_asks_to_press_again() {
    office.slack.troubles().failNext("views.open", 1, "expired_trigger_id");
    Answer answer = office.types(DEWI, "/report", "");
    assertEquals(200, answer.status());
    assertTrue(answer.body().contains("press again"), answer.body());
  }

  @Test
  void an_archived_channel_sends_the_card_to_the_fallback_and_tells_the_administrator() {
    office.workspace.archive("C0PRESS", true);
    String number = fileAs("press");
    SlackMessage card = office.card("C0OPS", number);
    String alarm = office.told("U0MAYA", number).everything();
    assertTrue(alarm.contains("is_archived"), alarm);
    assertTrue(alarm.contains("Unarchive the channel"), alarm);
    assertTrue(alarm.contains("nothing is lost"), alarm);

    office.people.press("U0OMAR", card, "case.take");
    office.told(DEWI, "is on it (" + number + ")");
    office.workspace.archive("C0PRESS", false);
  }

  @Test
  void of_a_restricted_case_the_fallback_shows_number_and_team_and_nothing_else() {
    office.workspace.archive("C0LEGAL", true);
    String number = fileAs("libel");
    String card = office.written("C0OPS", number).everything();
    assertTrue(card.contains("can't be delivered to Legal"), card);
    assertFalse(card.contains("case.take"), card);
    assertFalse(card.contains("x.com"), card);
    office.workspace.archive("C0LEGAL", false);
  }

  @Test
  void a_channel_without_the_bot_is_the_same() {
    office.workspace.leave("C0PRESS", SlackWorkspace.BOT_USER);
    String number = fileAs("press");
    office.card("C0OPS", number);
    assertTrue(office.told("U0MAYA", number).everything().contains("/invite @Instead"));
    office.workspace.join("C0PRESS", SlackWorkspace.BOT_USER);
  }

  @Test
  void stopping_finishes_the_request_that_is_being_answered() throws Exception {
    office.slack.troubles().answerSlowly(Duration.ofMillis(800));
    long before = office.slack.calls().count("views.open");
    CompletableFuture<Answer> running =
        CompletableFuture.supplyAsync(() -> office.types(DEWI, "/report", ""));
    office.eventually(
        "the bot opens the form", here -> office.slack.calls().count("views.open") > before);
    office.stop();
    assertEquals(200, running.get(10, TimeUnit.SECONDS).status());
    office.slack.troubles().none();
    office.start();
    office.people.closeModal(DEWI, true);
  }

  private long limited() {
    return office.slack.calls().of("chat.postMessage").stream()
        .filter(call -> call.outcome().equals("ratelimited"))
        .count();
  }

  private String fileAs(String situation) {
    office.types(DEWI, "/report", "");
    office.people.submit(
        DEWI,
        Map.of("link_field", post(), "situation_field", situation, "text_field", "please look"));
    String number = LiveOffice.numberIn(office.window(DEWI, "(S-")).orElseThrow();
    office.people.closeModal(DEWI, true);
    return number;
  }

  private String post() {
    return "https://x.com/rudi_drives/status/179000000000000" + posts++;
  }
}
