package dev.instead.outbox;

import static dev.instead.office.Office.BUDI;
import static dev.instead.office.Office.DEWI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Delivery;
import dev.instead.desk.Filing;
import dev.instead.notice.Notice;
import dev.instead.office.FakeChat;
import dev.instead.office.Office;
import dev.instead.policy.Policies;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Danger is told directly while the store is down, and stored once it is back. */
@Timeout(60)
class AlarmTest {
  private static final String THREAT = "https://x.com/a/status/9 he will hurt our staff";

  private static final Filing DEWI_SAYS = new Filing(DEWI, "", THREAT, Optional.empty());

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void danger_is_told_to_its_team_at_once_and_stored_as_soon_as_the_store_is_back()
      throws SQLException {
    Delivery delivery = office.delivery();
    office.whileTheStoreIsLocked(() -> {
      Notice.ToldDirectly told =
          assertInstanceOf(Notice.ToldDirectly.class, danger(DEWI_SAYS, delivery));
      assertEquals(office.policy().emergency(), told.emergency());
      assertEquals(Policies.SECURITY, told.team().id());
      office.desks.alarm().round();
      office.desks.alarm().round();
      Notice.DangerReported said = only(office.chat.in("C0SECURITY"));
      assertEquals("he will hurt our staff", said.text());
      assertEquals("https://x.com/a/status/9", said.link().orElseThrow().url());
      assertEquals("Dewi Lestari", said.reporterName());
      assertEquals(List.of(), office.chat.told("U0DEWI"));
    });
    office.clock.advance(Duration.ofMinutes(3));
    office.desks.alarm().round();
    office.desks.alarm().round();
    office.delivers();

    List<FakeChat.Message> seen = office.chat.in("C0SECURITY");
    assertEquals(2, seen.size());
    Notice.TeamCard card = assertInstanceOf(Notice.TeamCard.class, seen.get(1).notice());
    assertEquals(Office.OPENING, card.about().openedAt());
    assertEquals(
        card.about().number(),
        assertInstanceOf(Notice.Receipt.class, office.chat.told("U0DEWI").get(0))
            .about()
            .number());
    assertInstanceOf(Notice.Receipt.class, danger(DEWI_SAYS, delivery));
    assertEquals(1, office.cases.openCases(Policies.SECURITY, 10).size());
  }

  @Test
  void the_same_words_sent_again_are_told_and_stored_once() throws SQLException {
    office.whileTheStoreIsLocked(() -> {
      assertInstanceOf(Notice.ToldDirectly.class, danger(DEWI_SAYS, office.delivery()));
      assertInstanceOf(Notice.ToldDirectly.class, danger(DEWI_SAYS, office.delivery()));
      Filing other = new Filing(BUDI, "", "he will hurt our staff", Optional.of(Policies.THREAT));
      assertInstanceOf(Notice.ToldDirectly.class, danger(other, office.delivery()));
      office.desks.alarm().round();
      assertEquals(2, office.chat.in("C0SECURITY").size());
    });
    office.desks.alarm().round();
    assertEquals(2, office.cases.openCases(Policies.SECURITY, 10).size());
  }

  @Test
  void two_reports_that_one_person_sends_have_messages_of_their_own() throws SQLException {
    office.whileTheStoreIsLocked(() -> {
      danger(DEWI_SAYS, Delivery.of("slack:T0:event:Ev1", "U0DEWI"));
      Filing again = new Filing(DEWI, "", THREAT + " tonight", Optional.empty());
      danger(again, Delivery.of("slack:T0:event:Ev2", "U0DEWI"));
      office.desks.alarm().round();
      assertEquals(2, office.chat.in("C0SECURITY").size());
      assertEquals(2, office.chat.differentMessages());
    });
  }

  @Test
  void where_the_channel_is_gone_its_people_are_told_in_their_language() throws SQLException {
    office.chat.archives("C0SECURITY");
    office.whileTheStoreIsLocked(() -> {
      danger(DEWI_SAYS, office.delivery());
      office.desks.alarm().round();
    });
    FakeChat.Message message = office.chat.in("U0SIGIT").get(0);
    assertInstanceOf(Notice.DangerReported.class, message.notice());
    Locale language = office.policy().team(Policies.SECURITY).language();
    assertEquals(language, message.language());
    assertTrue(office.chat.in("C0OPS").isEmpty());
  }

  @Test
  void whatever_goes_wrong_with_one_recipient_the_next_is_told_and_once() throws SQLException {
    office.chat.breaks("C0SECURITY");
    office.whileTheStoreIsLocked(() -> {
      danger(DEWI_SAYS, office.delivery());
      office.desks.alarm().round();
      office.desks.alarm().round();
      only(office.chat.in("U0SIGIT"));
    });
  }

  @Test
  void what_can_not_be_told_is_stored_all_the_same() throws SQLException {
    office.chat.breaks("C0SECURITY");
    office.chat.breaks("U0SIGIT");
    office.whileTheStoreIsLocked(() -> danger(DEWI_SAYS, office.delivery()));
    office.desks.alarm().round();
    assertEquals(1, office.cases.openCases(Policies.SECURITY, 10).size());
  }

  @Test
  void while_the_chat_is_away_too_it_is_tried_again() throws SQLException {
    office.chat.isDown(true);
    office.whileTheStoreIsLocked(() -> {
      danger(DEWI_SAYS, office.delivery());
      office.desks.alarm().round();
      int posts = office.chat.posts();
      office.desks.alarm().round();
      assertEquals(posts, office.chat.posts(), "it is not tried without a pause");
      office.chat.isDown(false);
      office.clock.advance(Duration.ofSeconds(6));
      office.desks.alarm().round();
      only(office.chat.in("C0SECURITY"));
    });
  }

  @Test
  void what_is_no_danger_is_not_kept() throws SQLException {
    office.whileTheStoreIsLocked(() -> {
      assertEquals(
          new Notice.NotStored(List.of()),
          office.reports(DEWI, "customer is angry about a refund"));
    });
    office.desks.alarm().round();
    office.delivers();
    assertEquals(List.of(), office.cases.openCases(Policies.SOCIAL_CARE, 10));
    assertEquals(List.of(), office.chat.in("C0SOCIAL"));
  }

  private Notice danger(Filing filing, Delivery delivery) {
    return office.desks.reports().file(filing, delivery);
  }

  private static Notice.DangerReported only(List<FakeChat.Message> messages) {
    assertEquals(1, messages.size());
    return assertInstanceOf(Notice.DangerReported.class, messages.get(0).notice());
  }
}
