package dev.instead.outbox;

import static dev.instead.office.Office.ANA;
import static dev.instead.office.Office.BEN;
import static dev.instead.office.Office.DEWI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import dev.instead.notice.Wanted;
import dev.instead.office.FakeChat;
import dev.instead.office.Office;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import dev.instead.policy.Policies;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import dev.instead.report.ReportId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void changes_while_the_channel_waits_become_one_edit() {
    CaseNumber number = file(1);
    office.delivers();
    office.chat.fails(FakeChat.waitFor(Duration.ofSeconds(30)));
    office.claims(ANA, number);
    office.delivers();
    office.desks.cases().release(number, ANA, office.delivery());
    office.claims(BEN, number);
    office.delivers();
    assertEquals(0, office.chat.in("C0SOCIAL").get(0).edits());

    office.clock.advance(Duration.ofSeconds(31));
    office.delivers();
    assertEquals(1, office.chat.in("C0SOCIAL").get(0).edits());
    assertEquals(BEN, office.card("C0SOCIAL", number).about().owner().orElseThrow());
  }

  @Test
  void a_channel_that_waits_does_not_delay_another() {
    office.chat.fails(FakeChat.waitFor(Duration.ofSeconds(30)));
    file(1);
    office.delivers();
    assertEquals(List.of(), office.chat.in("C0SOCIAL"));
    assertEquals(1, office.chat.in("U0DEWI").size());
  }

  @Test
  void a_lost_answer_leads_to_a_look_and_not_to_a_second_card() {
    office.chat.dropsTheNextAnswer();
    CaseNumber number = file(1);
    office.delivers();
    office.clock.advance(Duration.ofMinutes(1));
    office.delivers();
    office.claims(ANA, number);
    office.delivers();
    assertEquals(1, office.chat.in("C0SOCIAL").size());
    assertEquals(ANA, office.card("C0SOCIAL", number).about().owner().orElseThrow());
  }

  @Test
  void where_history_cannot_be_read_a_press_on_the_stray_heals_it() {
    office.chat.hidesHistory();
    office.chat.dropsTheNextAnswer();
    CaseNumber number = file(1);
    office.delivers();
    office.clock.advance(Duration.ofMinutes(1));
    office.delivers();
    List<FakeChat.Message> cards = office.chat.in("C0SOCIAL");
    assertEquals(2, cards.size());

    Channel channel = new Channel(Platform.SLACK, Office.WORKSPACE, "C0SOCIAL");
    cards.forEach(card -> office.desks.cases().pressedOn(number, ANA, channel, card.id()));
    office.delivers();
    List<FakeChat.Message> healed = office.chat.in("C0SOCIAL");
    assertInstanceOf(Notice.StrayCard.class, healed.get(0).notice());
    assertInstanceOf(Notice.TeamCard.class, healed.get(1).notice());
  }

  @Test
  void what_arrives_in_spite_of_every_error_is_posted_three_times_and_not_for_two_days() {
    office.chat.hidesHistory();
    office.chat.answersAfterAccepting("C0SOCIAL", new ChatGateway.Sent.Unknown("HTTP 502"));
    CaseNumber number = file(1);
    office.delivers();
    assertEquals(1, office.chat.in("C0SOCIAL").size());
    office.clock.advance(Duration.ofSeconds(50));
    office.delivers();
    assertEquals(1, office.chat.in("C0SOCIAL").size(), "minutes apart");
    passes(Duration.ofHours(12));
    assertEquals(Postman.TRIES_IN_DOUBT, office.chat.in("C0SOCIAL").size());
    assertEquals(number, office.card("C0OPS", number).about().number());
    Notice.Undelivered alert =
        assertInstanceOf(Notice.Undelivered.class, office.chat.told("U0MAYA").get(0));
    assertTrue(alert.reason().contains("unknown"), alert.reason());
  }

  @Test
  void what_may_have_arrived_and_is_not_to_be_tried_again_is_posted_once() {
    office.chat.hidesHistory();
    office.chat.answersAfterAccepting("C0SOCIAL", new ChatGateway.Sent.Unknown("HTTP 500", false));
    CaseNumber number = file(1);
    passes(Duration.ofHours(12));
    assertEquals(1, office.chat.in("C0SOCIAL").size());
    assertEquals(number, office.card("C0OPS", number).about().number());

    office.queue.retryAll(office.clock.instant());
    passes(Duration.ofHours(1));
    assertEquals(2, office.chat.in("C0SOCIAL").size(), "an operator may ask for one more");
  }

  @Test
  void a_lost_answer_does_not_shorten_how_long_a_platform_may_be_away() {
    office.chat.hidesHistory();
    office.chat.fails(
        new ChatGateway.Sent.Unknown("HTTP 502"), new ChatGateway.Sent.Unknown("HTTP 502"));
    CaseNumber number = file(1);
    office.delivers();
    office.chat.isDown(true);
    passes(Duration.ofHours(24));
    office.chat.isDown(false);
    passes(Duration.ofMinutes(10));
    assertEquals(number, office.card("C0SOCIAL", number).about().number());
  }

  private void passes(Duration time) {
    for (long minutes = 0; minutes < time.toMinutes(); minutes += 6) {
      office.delivers();
      office.clock.advance(Duration.ofMinutes(6));
    }
    office.delivers();
  }

  @Test
  void a_card_for_an_archived_channel_goes_to_the_fallback_and_the_administrator_hears_of_it() {
    office.chat.archives("C0SOCIAL");
    CaseNumber number = file(1);
    office.delivers();
    assertTrue(office.card("C0OPS", number).here());
    Notice.Undelivered alert =
        assertInstanceOf(Notice.Undelivered.class, office.chat.told("U0MAYA").get(0));
    assertEquals("is_archived", alert.reason());
    assertEquals(number, alert.number().orElseThrow());
  }

  @Test
  void a_channel_that_is_back_gets_its_cards_in_order_and_once_and_the_fallback_points_there() {
    office.chat.archives("C0SOCIAL");
    CaseNumber first = file(1);
    CaseNumber second = file(2);
    office.delivers();
    office.chat.unarchives("C0SOCIAL");
    assertEquals(
        2, office.queue.reached(new Channel(Platform.SLACK, Office.WORKSPACE, "C0SOCIAL")));
    office.delivers();
    office.clock.advance(Duration.ofMinutes(1));
    office.delivers();

    assertEquals(
        List.of(first, second),
        office.chat.in("C0SOCIAL").stream()
            .map(card -> ((Notice.TeamCard) card.notice()).about().number())
            .toList());
    assertTrue(office.card("C0SOCIAL", first).here());
    assertFalse(office.card("C0OPS", first).here());
    assertFalse(office.card("C0OPS", second).here());
    assertEquals(0, office.queue.backlog(office.clock.instant()).givenUp());
  }

  @Test
  void the_card_says_that_a_reporter_can_not_be_reached() {
    office.chat.archives(DEWI.id());
    CaseNumber number = office
        .files(DEWI, "https://social.example/p/77 a customer wants a refund")
        .about()
        .number();
    office.delivers();
    assertEquals(1, office.card("C0SOCIAL", number).unreached());

    office.claims(ANA, number);
    office.desks.cases().resolve(number, ANA, Outcome.ANSWERED, "Done", office.delivery());
    office.delivers();
    assertEquals(1, office.card("C0SOCIAL", number).unreached());
    assertEquals(List.of(), office.chat.told("U0MAYA"), "the card says it all");
  }

  @Test
  void a_card_that_the_platform_refuses_goes_to_the_fallback_with_what_is_said_below_it() {
    office.chat.fails(new ChatGateway.Sent.Refused("HTTP 413", "Report this."));
    CaseNumber number = file(1);
    office.delivers();
    assertTrue(office.card("C0OPS", number).here());
    assertInstanceOf(Notice.Undelivered.class, office.chat.told("U0MAYA").get(0));

    ReportId report = office.cases.latestReports(number, 1).get(0).id();
    office.chat.answersAfterAccepting(
        "C0SOCIAL", new ChatGateway.Sent.Refused("HTTP 413", "Report this."));
    office.desks.reports().addDetails(report, DEWI, "It was in the shop", office.delivery());
    office.delivers();
    assertTrue(office.chat.in("C0OPS").stream()
        .anyMatch(message -> message.notice() instanceof Notice.TeamNote));
  }

  @Test
  void a_card_that_somebody_deleted_is_posted_anew() {
    CaseNumber number = file(1);
    office.delivers();
    office.chat.deletes(office.chat.in("C0SOCIAL").get(0));
    office.claims(ANA, number);
    office.delivers();
    assertEquals(ANA, office.card("C0SOCIAL", number).about().owner().orElseThrow());
  }

  @Test
  void failures_are_tried_again_and_given_up_loudly_but_never_forgotten() {
    office.chat.isDown(true);
    CaseNumber number = file(1);
    for (int tries = 0; tries < Postman.TRIES_WHILE_AWAY + 1; tries++) {
      office.delivers();
      office.clock.advance(Duration.ofMinutes(6));
    }
    office.delivers();
    assertTrue(office.queue.backlog(office.clock.instant()).givenUp() > 0);
    assertTrue(office.queue.stuck(10).stream().anyMatch(stuck -> stuck.kind().equals("team_card")));

    office.chat.isDown(false);
    office.queue.retryAll(office.clock.instant());
    office.delivers();
    assertEquals(number, office.card("C0SOCIAL", number).about().number());
  }

  @Test
  void a_channel_gets_a_short_burst_and_then_one_message_a_second() {
    IntStream.range(0, 30).forEach(this::file);
    office.delivers();
    assertEquals(10, office.chat.in("C0SOCIAL").size());
    office.clock.advance(Duration.ofSeconds(1));
    office.delivers();
    assertEquals(11, office.chat.in("C0SOCIAL").size());
    office.clock.advance(Duration.ofSeconds(60));
    office.delivers();
    assertEquals(21, office.chat.in("C0SOCIAL").size());
  }

  @Test
  void news_that_is_no_longer_true_is_not_said() {
    CaseNumber number = file(1);
    office.delivers();
    office.claims(ANA, number);
    office.desks.cases().resolve(number, ANA, Outcome.ANSWERED, "", office.delivery());
    office.delivers();
    List<Notice> told = office.chat.told("U0DEWI");
    assertEquals(
        List.of("Receipt", "OutcomeNews"),
        told.stream().map(notice -> notice.getClass().getSimpleName()).toList());
  }

  @Test
  void a_home_is_kept_up_to_date_once_it_was_opened() {
    CaseNumber number = file(1);
    office.delivers();
    assertEquals(1, office.chat.told("U0DEWI").size());
    office.desks.homes().opened(DEWI, office.delivery());
    office.claims(ANA, number);
    office.delivers();
    Notice.Home home = office.chat.told("U0DEWI").stream()
        .filter(Notice.Home.class::isInstance)
        .map(Notice.Home.class::cast)
        .reduce((first, last) -> last)
        .orElseThrow();
    assertEquals("status.claimed", home.reports().get(0).status());
  }

  @Test
  void a_round_that_fails_does_not_end_the_courier() throws InterruptedException {
    CaseNumber number = file(1);
    office.clock.stumblesOnce();
    Courier courier = office.desks.courier();
    Thread running = new Thread(courier::run, "courier");
    running.start();
    assertTrue(office.chat.eventually("C0SOCIAL"));
    courier.stop();
    running.join(Duration.ofSeconds(10).toMillis());
    assertTrue(office.clock.hasStumbled());
    assertEquals(number, office.card("C0SOCIAL", number).about().number());
  }

  @Test
  void who_may_not_edit_for_a_while_may_still_post() {
    CaseNumber number = file(1);
    office.delivers();
    office.chat.fails(new ChatGateway.Sent.Wait(Duration.ofMinutes(5), true));
    office.claims(ANA, number);
    office.delivers();
    CaseNumber next = file(2);
    office.delivers();
    assertEquals(next, office.card("C0SOCIAL", next).about().number());
    assertEquals(0, office.chat.in("C0SOCIAL").get(0).edits());

    office.clock.advance(Duration.ofMinutes(6));
    office.delivers();
    assertEquals(ANA, office.card("C0SOCIAL", number).about().owner().orElseThrow());
  }

  @Test
  void while_posts_must_wait_none_is_tried() {
    office.chat.fails(new ChatGateway.Sent.Wait(Duration.ofMinutes(5), true));
    IntStream.range(0, 5).forEach(this::file);
    office.delivers();
    assertEquals(1, office.chat.posts());
    assertEquals(List.of(), office.chat.in("C0SOCIAL"));
    assertEquals(List.of(), office.chat.in("U0DEWI"));
  }

  @Test
  void while_the_bot_is_refused_everything_stays_due_and_nothing_is_counted() {
    office.chat.bars(true);
    CaseNumber number = file(1);
    for (int minutes = 0; minutes < 3 * Postman.TRIES; minutes++) {
      office.delivers();
      office.clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(0, office.queue.backlog(office.clock.instant()).givenUp());
    assertTrue(office.chat.posts() <= 3 * Postman.TRIES, "one try a minute");

    office.chat.bars(false);
    office.delivers();
    assertEquals(number, office.card("C0SOCIAL", number).about().number());
  }

  @Test
  void a_stray_card_that_is_gone_is_left_alone() {
    CaseNumber number = file(1);
    office.delivers();
    Channel channel = new Channel(Platform.SLACK, Office.WORKSPACE, "C0SOCIAL");
    office.desks.cases().pressedOn(number, ANA, channel, "999");
    office.delivers();
    assertEquals(1, office.chat.in("C0SOCIAL").size());
    assertEquals(0, office.queue.backlog(office.clock.instant()).waiting());
  }

  @Test
  void a_message_that_is_always_gone_is_given_up() {
    CaseNumber number = file(1);
    office.delivers();
    office.claims(ANA, number);
    office.chat.loses(true);
    for (int tries = 0; tries < Postman.TRIES + 1; tries++) {
      office.delivers();
      office.clock.advance(Duration.ofMinutes(6));
    }
    assertTrue(office.queue.stuck(10).stream().anyMatch(stuck -> stuck.kind().equals("team_card")));
  }

  @Test
  void what_is_said_below_a_card_follows_it_to_the_fallback() {
    office.chat.archives("C0SOCIAL");
    CaseNumber number = file(1);
    office.delivers();
    FakeChat.Message card = office.chat.in("C0OPS").get(0);
    ReportId report = office.cases.latestReports(number, 1).get(0).id();
    office.desks.reports().addDetails(report, DEWI, "It was in the shop", office.delivery());
    office.delivers();
    FakeChat.Message note = office.chat.in("C0OPS").get(1);
    assertInstanceOf(Notice.TeamNote.class, note.notice());
    assertEquals(new Remote("C0OPS", card.id()), note.thread().orElseThrow());
  }

  @Test
  void a_note_brings_the_card_along_when_its_channel_was_archived_meanwhile() {
    CaseNumber number = file(1);
    office.delivers();
    office.chat.archives("C0SOCIAL");
    ReportId report = office.cases.latestReports(number, 1).get(0).id();
    office.desks.reports().addDetails(report, DEWI, "It was in the shop", office.delivery());
    office.delivers();
    assertTrue(office.card("C0OPS", number).here());
    assertEquals(2, office.chat.in("C0OPS").size());
  }

  @Test
  void of_a_restricted_case_the_fallback_learns_nothing_but_number_and_team() {
    office.chat.archives("C0SECURITY");
    Notice.Receipt receipt = assertInstanceOf(
        Notice.Receipt.class, office.reports(DEWI, "They know where I live", Policies.THREAT));
    CaseNumber number = receipt.about().number();
    ReportId report = receipt.report().id();
    office.desks.reports().addDetails(report, DEWI, "My street is named", office.delivery());
    assertTrue(receipt.about().restricted());
    office.delivers();
    assertEquals(
        List.of(new Notice.HiddenCard(number, office.policy().team(Policies.SECURITY))),
        office.chat.in("C0OPS").stream().map(FakeChat.Message::notice).toList());
  }

  @Test
  void thousands_of_receipts_are_not_taken_and_put_back_while_they_wait() {
    office.queue.want(
        IntStream.range(0, 300)
            .mapToObj(i -> Wanted.home(Office.person("U1" + i)))
            .toList(),
        office.clock.instant());
    office.delivers();
    assertEquals(60, office.queue.backlog(office.clock.instant()).waiting());
    assertEquals(Optional.empty(), office.queue.nextAfter(office.clock.instant()));
  }

  private CaseNumber file(int post) {
    return office
        .files(DEWI, "https://x.com/acme/status/" + (100 + post) + " refund")
        .about()
        .number();
  }
}
