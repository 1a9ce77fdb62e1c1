package dev.instead.outbox;

import static dev.instead.office.Office.ANA;
import static dev.instead.office.Office.BEN;
import static dev.instead.office.Office.DEWI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import dev.instead.office.FakeChat;
import dev.instead.office.Office;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import java.time.Duration;
import java.util.List;
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
    cards.forEach(card -> office.desks.cases().pressedOn(number, channel, card.id()));
    office.delivers();
    List<FakeChat.Message> healed = office.chat.in("C0SOCIAL");
    assertInstanceOf(Notice.StrayCard.class, healed.get(0).notice());
    assertInstanceOf(Notice.TeamCard.class, healed.get(1).notice());
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
    for (int tries = 0; tries < Postman.TRIES + 1; tries++) {
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

  private CaseNumber file(int post) {
    return office
        .files(DEWI, "https://x.com/acme/status/" + (100 + post) + " refund")
        .about()
        .number();
  }
}
