package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.LiveOffice;
import dev.instead.playground.Answer;
import dev.instead.playground.SignedRequest;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What people live through, from signed request to message in the channel, with nothing between but the wiring of {@code serve}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class HttpStoryTest {
  private static final String DEWI = "U0DEWI";
  private static final String BUDI = "U0BUDI";
  private static final String ANA = "U0ANA";
  private static final String BEN = "U0BEN";
  private static final String CITRA = "U0CITRA";
  private static final String OMAR = "U0OMAR";
  private static final String LARAS = "U0LARAS";
  private static final String SOCIAL = "C0SOCIAL";

  private final LiveOffice office = new LiveOffice();
  private final AtomicInteger posts = new AtomicInteger(1000);

  /** The channel's pace is another test's matter. */
  @BeforeEach
  void a_minute_passes() {
    office.clock.advance(Duration.ofMinutes(1));
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void a_report_is_claimed_asked_about_resolved_reopened_and_handed_over() throws Exception {
    String number = office.reports(DEWI, post() + " customer is angry about a refund");
    SlackMessage receipt = office.whispered(DEWI, number);
    assertTrue(receipt.everything().contains("Thanks, Dewi – Social Care has it"));
    assertTrue(receipt.everything().contains("https://meranti.example/refunds"));
    assertTrue(office.told(DEWI, number).everything().contains("Thanks, Dewi"));

    String winner = race(office.card(SOCIAL, number), number);
    String loser = winner.equals(ANA) ? BEN : ANA;
    assertTrue(office
        .whispered(loser, "has had " + number)
        .everything()
        .contains("<@" + winner + "> has had " + number + " since <!date^"));
    office.told(DEWI, "<@" + winner + "> from Social Care is on it (" + number + ")");

    SlackMessage claimed = office.card(SOCIAL, number, "has been on it");
    office.people.press(winner, claimed, "case.ask");
    send(winner, Map.of("text_field", "Which workshop was it?"));
    SlackMessage question = office.told(DEWI, "Which workshop was it?");
    office.people.press(DEWI, question, "report.answer");
    assertTrue(office.window(DEWI, "Which workshop was it?").contains(number));
    send(DEWI, Map.of("text_field", "The one in Surabaya"));
    assertEquals(claimed.ts(), office.written(SOCIAL, "The one in Surabaya").thread());

    office.people.press(winner, office.card(SOCIAL, number, "has been on it"), "case.resolve");
    send(winner, Map.of("choice_field", "solved_offline", "text_field", "He has his money back."));
    SlackMessage outcome = office.told(DEWI, "*Solved offline.* Social Care has finished");
    assertTrue(outcome.everything().contains("He has his money back."));
    office.card(SOCIAL, number, "*Solved offline.*");

    office.people.press(DEWI, outcome, "report.not_solved");
    office.whispered(DEWI, number + " is open again");
    SlackMessage open = office.card(SOCIAL, number, "Nobody has it yet");

    office.people.choose(winner, open, "case.more", "case.hand_over " + number);
    send(winner, Map.of("choice_field", "legal"));
    SlackMessage atLegal = office.card("C0LEGAL", number, "Nobody has it yet");
    office.card(SOCIAL, number, number + " is with Legal now");
    office.people.press(LARAS, atLegal, "case.take");
    office.told(DEWI, "<@U0LARAS> from Legal is on it (" + number + ")");
    assertEquals(1, office.cards(SOCIAL, number).size());
    assertEquals(1, office.cards("C0LEGAL", number).size());
  }

  @Test
  void words_below_the_teams_question_reach_the_team() {
    String number = office.reports(BUDI, post() + " pelanggan minta uang kembali");
    office.people.press(ANA, office.card(SOCIAL, number), "case.take");
    SlackMessage claimed = office.card(SOCIAL, number, "has been on it");
    office.people.press(ANA, claimed, "case.ask");
    send(ANA, Map.of("text_field", "Which branch was it, please?"));
    SlackMessage question = office.told(BUDI, "Which branch was it, please?");

    office.restart(); // what was sent is recorded by then
    // On a slow machine Slack's answer about his language comes later than ours, once.
    office.types(BUDI, "/canipost", "boleh posting foto mobil");
    office.people.say(BUDI, question.channel(), "Cabang Bandung", question.ts());
    SignedRequest said = office.people.latest();
    assertEquals(claimed.ts(), office.written(SOCIAL, "Cabang Bandung").thread());
    assertEquals(question.ts(), office.told(BUDI, "jawaban Anda").thread());

    assertTrue(office.people.send(said).ok());
    office.people.say(BUDI, question.channel(), "Yang dekat stasiun", question.ts());
    office.written(SOCIAL, "Yang dekat stasiun");
    office.eventually(
        "both answers are confirmed",
        here -> times(here.directMessagesOf(BUDI), "jawaban Anda") >= 2);
    assertEquals(1, times(office.workspace.messagesIn(SOCIAL), "Cabang Bandung"));
    assertEquals(2, times(office.workspace.directMessagesOf(BUDI), "jawaban Anda"));
  }

  @Test
  void a_question_without_an_answer_is_sent_on_and_comes_back_answered() {
    office.types(DEWI, "/canipost", "may zebras juggle lanterns on a trampoline");
    SlackMessage nothing = office.whispered(DEWI, "I don't have an approved answer for that");

    office.people.press(DEWI, nothing, "answer.send_on");
    String number = LiveOffice.numberIn(
            office.whispered(DEWI, "is with the team").everything())
        .orElseThrow();
    SlackMessage card = office.card("C0POLICY", number, "Nobody has it yet");
    assertTrue(card.everything().contains("may zebras juggle lanterns on a trampoline"));

    office.people.press(OMAR, card, "case.take");
    office.people.press(OMAR, office.card("C0POLICY", number, "has been on it"), "case.resolve");
    send(OMAR, Map.of("text_field", "Yes, if the zebras agree."));
    assertTrue(office
        .told(DEWI, "Communications answered your question (" + number + ")")
        .everything()
        .contains("Yes, if the zebras agree."));
  }

  @Test
  void a_question_with_an_answer_gets_the_verdict_first() {
    office.types(BUDI, "/canipost", "bisa share foto toko baru sebelum buka?");
    SlackMessage card = office.whispered(BUDI, "new-store");
    assertEquals(
        "Mohon tahan dulu", card.blocks().path(0).path("text").path("text").asText());
    assertEquals(List.of(), office.workspace.messagesIn("C0GENERAL"));
  }

  @Test
  void the_home_lists_my_reports_and_follows_them() {
    office.people.openHome(CITRA);
    office.home(CITRA, "open.report");
    String number = office.reports(CITRA, post() + " customer is angry about a refund");
    office.home(CITRA, number);

    office.people.press(ANA, office.card(SOCIAL, number), "case.take");
    office.eventually(
        "the home says that somebody is on it",
        here -> here.homeOf(CITRA).orElseThrow().toString().contains("report.withdraw"));

    office.people.pressInHome(CITRA, "open.report");
    office.window(CITRA, "report.file");
    office.people.closeModal(CITRA, true);
    office.people.pressInHome(CITRA, "open.ask");
    office.window(CITRA, "answer.ask");
    office.people.closeModal(CITRA, true);
  }

  @Test
  void the_form_takes_a_report_and_closes_with_its_receipt() {
    assertEquals("", office.types(DEWI, "/report", "").body());
    office.window(DEWI, "report.file");
    send(
        DEWI,
        Map.of(
            "link_field", post(),
            "situation_field", "bad-review",
            "text_field", "One star for the workshop"));
    String number = LiveOffice.numberIn(office.window(DEWI, "Thanks, Dewi")).orElseThrow();
    assertTrue(office.card(SOCIAL, number).everything().contains("One star for the workshop"));
  }

  @Test
  void choosing_a_dangerous_situation_shows_whom_to_call_before_anything_is_sent() {
    office.types(DEWI, "/report", "");
    office.window(DEWI, "report.file");
    office.people.chooseInModal(DEWI, "situation_field", "threat");
    office.window(DEWI, "+62 21 555 0110");
    office.people.closeModal(DEWI, true);
  }

  @Test
  void a_message_becomes_a_report_with_its_words_and_link() {
    String link = post();
    SlackMessage message = office.workspace.post(
        SlackWorkspace.Draft.text("C0SHOWROOM", BUDI, "Look, a refund row: <" + link + ">"));
    office.people.messageShortcut(DEWI, "report_message", message);
    String form = office.window(DEWI, "report.file");
    assertTrue(form.contains(link), form);
    assertTrue(form.contains("Look, a refund row"), form);

    send(DEWI, Map.of("link_field", link, "text_field", "Look, a refund row"));
    String number = LiveOffice.numberIn(office.window(DEWI, "Thanks, Dewi")).orElseThrow();
    assertTrue(office.card(SOCIAL, number).everything().contains(link));
  }

  @Test
  void a_message_without_a_link_is_linked_itself() {
    SlackMessage message = office.workspace.post(
        SlackWorkspace.Draft.text("C0SHOWROOM", BUDI, "They shout at our staff in the comments"));
    office.people.messageShortcut(DEWI, "report_message", message);
    office.window(DEWI, "https://meranti-motors.slack.com/archives/C0SHOWROOM/p");
    office.people.closeModal(DEWI, true);
  }

  @Test
  void a_draft_in_a_message_can_be_asked_about() {
    SlackMessage draft = office.workspace.post(
        SlackWorkspace.Draft.text("C0SHOWROOM", DEWI, "may I post about the new store"));
    office.people.messageShortcut(DEWI, "ask_message", draft);
    office.window(DEWI, "Please hold that one");
    office.people.closeModal(DEWI, true);
  }

  @Test
  void the_global_shortcut_opens_the_form() {
    office.people.shortcut(DEWI, "report_conflict");
    office.window(DEWI, "report.file");
    office.people.closeModal(DEWI, true);
  }

  @Test
  void a_second_report_of_a_post_joins_its_case() {
    String link = post();
    String number = office.reports(DEWI, link + " customer is angry about a refund");
    SlackMessage card = office.card(SOCIAL, number);
    office.people.press(ANA, card, "case.take");
    office.card(SOCIAL, number, "has been on it");

    Answer second = office.types(CITRA, "/report", link + "?utm_source=share refund!");
    assertTrue(second.body().contains(number), second.body());
    assertTrue(second.body().contains("<@U0ANA>") || second.body().contains("\\u003c@U0ANA"));
    office.card(SOCIAL, number, "2 colleagues reported this");
    assertEquals(1, office.cards(SOCIAL, number).size());

    office.people.press(ANA, office.card(SOCIAL, number, "2 colleagues"), "case.resolve");
    send(ANA, Map.of("choice_field", "answered", "text_field", "Answered in public."));
    office.told(DEWI, "has finished with " + number);
    office.told(CITRA, number);
    office.eventually(
        "the second reporter hears the outcome too",
        here -> here.directMessagesOf(CITRA).stream()
            .anyMatch(said -> said.everything().contains("Answered in public.")));
  }

  @Test
  void joining_a_restricted_case_tells_nothing_of_it() {
    String link = post();
    Answer first = office.types(DEWI, "/report", link + " someone leaked our price list");
    String number = LiveOffice.numberIn(first.body()).orElseThrow();
    office.card("C0SECURITY", number);

    Answer second = office.types(CITRA, "/report", link);
    assertFalse(second.body().contains(number), second.body());
    office.card("C0SECURITY", number, "2 ");
    assertTrue(office.workspace.directMessagesOf(CITRA).stream()
        .noneMatch(said -> said.everything().contains(number)));
  }

  @Test
  void details_are_read_under_the_card_and_a_report_can_be_taken_back() {
    String number = office.reports(DEWI, post() + " customer is angry about a refund");
    SlackMessage card = office.card(SOCIAL, number);
    SlackMessage receipt = office.whispered(DEWI, number);

    office.people.press(DEWI, receipt, "report.details");
    office.window(DEWI, "What else should the team know about " + number);
    send(DEWI, Map.of("text_field", "He has deleted the post now"));
    assertEquals(
        card.ts(), office.written(SOCIAL, "He has deleted the post now").thread());

    office.people.press(DEWI, receipt, "report.withdraw");
    office.card(SOCIAL, number, "The report was taken back");
    office.whispered(DEWI, "you took " + number + " back");
  }

  @Test
  void one_case_is_merged_into_another_and_its_reporters_go_along() {
    String first = office.reports(DEWI, post() + " customer is angry about a refund");
    String second = office.reports(BUDI, post() + " pelanggan minta uang kembali");
    office.card(SOCIAL, first);
    SlackMessage card = office.card(SOCIAL, second);

    office.people.choose(ANA, card, "case.more", "case.merge " + second);
    office.window(ANA, first);
    send(ANA, Map.of("choice_field", first));
    office.card(SOCIAL, second, "joined this with " + first);
    office.card(SOCIAL, first, "2 colleagues reported this");

    office.people.press(ANA, office.card(SOCIAL, first, "2 colleagues"), "case.dismiss");
    office.told(DEWI, "Social Care has finished with " + first);
    office.told(BUDI, first);
  }

  @Test
  void severity_changes_and_a_case_is_given_back() {
    String number = office.reports(DEWI, post() + " customer is angry about a refund");
    office.people.choose(ANA, office.card(SOCIAL, number), "case.more", "case.severity " + number);
    send(ANA, Map.of("choice_field", "high"));
    SlackMessage high = office.card(SOCIAL, number, "· high");

    office.people.press(ANA, high, "case.take");
    SlackMessage taken = office.card(SOCIAL, number, "has been on it");
    office.people.choose(ANA, taken, "case.more", "case.release " + number);
    SlackMessage open = office.card(SOCIAL, number, "Nobody has it yet");
    office.people.choose(BEN, open, "case.more", "case.timeline " + number);
    String timeline = office.window(BEN, "changed the severity");
    assertTrue(timeline.contains("gave it back to the team"), timeline);
    office.people.closeModal(BEN, true);
  }

  @Test
  void an_approved_answer_is_recorded_when_it_is_used() {
    String number = office.reports(DEWI, post() + " customer is angry about a refund");
    office.people.press(ANA, office.card(SOCIAL, number), "case.take");
    office.people.press(ANA, office.card(SOCIAL, number, "has been on it"), "case.replies");
    office.window(ANA, "case.pick_reply");
    office.people.pressInModal(ANA, "case.pick_reply");
    office.window(ANA, "Recorded for " + number);
    office.people.closeModal(ANA, true);
    office.people.choose(
        ANA, office.card(SOCIAL, number, "has been on it"), "case.more", "case.timeline " + number);
    office.window(ANA, "used the approved wording");
    office.people.closeModal(ANA, true);
  }

  @Test
  void the_app_answers_help_and_takes_a_link_in_direct_messages() {
    office.people.say(DEWI, "D0DEWI", "help", null);
    office.told(DEWI, "For every don't, there is an instead.");

    String link = post();
    office.people.say(DEWI, "D0DEWI", "<" + link + ">", null);
    SlackMessage seen = office.told(DEWI, "Would you like to report this post?");
    office.people.press(DEWI, seen, "open.report");
    assertTrue(office.window(DEWI, "report.file").contains(link));
    office.people.closeModal(DEWI, true);
  }

  @Test
  void words_beside_a_link_come_along_into_the_form() {
    String link = post();
    office.people.say(ANA, "D0ANA", "xylophone zebras " + link + " juggling", null);
    SlackMessage seen = office.told(ANA, "Would you like to report this post?");
    office.people.press(ANA, seen, "open.report");
    String form = office.window(ANA, "xylophone zebras");
    assertTrue(form.contains(link) && form.contains("juggling"), form);
    office.people.closeModal(ANA, true);
  }

  @Test
  void a_link_in_a_draft_does_not_keep_the_answer_away() {
    office.people.say(OMAR, "D0OMAR", "may I post about the new store? " + post(), null);
    office.told(OMAR, "Please hold that one");
  }

  @Test
  void danger_beside_a_link_names_whom_to_call_first() {
    String words = "someone threatens to hurt me";
    office.people.say(LARAS, "D0LARAS", post() + " " + words, null);
    SlackMessage seen = office.told(LARAS, "Would you like to report this post?");
    assertTrue(seen.text().startsWith("If anybody is in danger, call first:"), seen.text());
    String first = seen.blocks().path(0).toString();
    assertTrue(first.contains("+62 21 555 0110"), first);
    office.people.press(LARAS, seen, "open.report");
    office.window(LARAS, words);
    office.people.closeModal(LARAS, true);
  }

  @Test
  void a_mention_is_answered_for_the_asker_alone() {
    office.people.say(DEWI, "C0SHOWROOM", "<@U0INSTEAD> may I post about the new store", null);
    SlackMessage answer = office.whispered(DEWI, "Please hold that one");
    assertEquals("C0SHOWROOM", answer.channel());
  }

  /** Both press at once; the card tells who has it. */
  private String race(SlackMessage card, String number) throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    List<CompletableFuture<Answer>> presses = Stream.of(ANA, BEN)
        .map(member -> CompletableFuture.supplyAsync(() -> {
          try {
            together.await();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          return office.people.press(member, card, "case.take");
        }))
        .toList();
    for (CompletableFuture<Answer> press : presses) {
      assertEquals(200, press.get().status());
    }
    return office.card(SOCIAL, number, "has been on it").everything().contains("<@U0ANA> has been")
        ? ANA
        : BEN;
  }

  /** Sends the window that is open; it must be taken without an error beside a field. */
  private void send(String user, Map<String, String> fields) {
    Answer answer = office.people.submit(user, fields);
    assertTrue(answer.ok(), answer.toString());
    assertEquals(Map.of(), office.workspace.views().errorsOf(user));
  }

  @Test
  void a_press_without_a_response_url_is_answered_in_its_conversation() {
    String number = office.reports(OMAR, post() + " customer is angry about a refund");
    SlackMessage open = office.card(SOCIAL, number);
    office.people.press(ANA, open, "case.take");
    office.card(SOCIAL, number, "has been on it");
    office.people.press(BEN, open, "case.take");
    office.whispered(BEN, "<@U0ANA> has had " + number);
    assertTrue(office.people.send(withoutResponseUrl(office.people.latest())).ok());
    office.eventually(
        "the second answer",
        here -> times(here.ephemeralsFor(BEN), "<@U0ANA> has had " + number) == 2);

    SlackMessage receipt = office.told(OMAR, "Thanks, Omar");
    office.people.press(OMAR, receipt, "report.withdraw");
    office.whispered(OMAR, "you took " + number + " back");
    assertTrue(office.people.send(withoutResponseUrl(office.people.latest())).ok());
    office.told(OMAR, "you took " + number + " back");
  }

  private static SignedRequest withoutResponseUrl(SignedRequest press) {
    String body =
        press.body().replaceAll("%22response_url%22%3A%22[^%]*(?:%(?!22)[^%]*)*%22%2C", "");
    assertFalse(body.equals(press.body()) || body.contains("response_url"), body);
    return LiveOffice.SECRET.sign(press.contentType(), body, Instant.now());
  }

  private static long times(List<SlackMessage> messages, String words) {
    return messages.stream().filter(said -> said.everything().contains(words)).count();
  }

  private String post() {
    return "https://x.com/rudi_drives/status/179000000000000" + posts.incrementAndGet();
  }
}
