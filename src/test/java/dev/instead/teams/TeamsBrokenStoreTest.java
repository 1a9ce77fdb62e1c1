package dev.instead.teams;

import static dev.instead.teams.TeamsOffice.ALICE;
import static dev.instead.teams.TeamsOffice.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import dev.instead.people.AddressBook;
import dev.instead.report.CaseNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the store's silence does to who writes from Teams. */
class TeamsBrokenStoreTest {
  private final TeamsOffice teams =
      new TeamsOffice(office -> new Jottings(office.addresses(), Runnable::run, channel -> {}));

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void a_report_that_could_not_be_stored_keeps_what_was_typed() {
    teams.office.locksTheStore();
    String again = TeamsOffice.dialog(teams.sends(teams.submit(
            ALICE,
            Verbs.FILE,
            "",
            teams.op(),
            Map.of(Verbs.LINK_FIELD, "https://social.example/p/7"))))
        .toString();
    assertTrue(again.contains("https://social.example/p/7"), again);
    assertTrue(again.contains("not sure that was saved"), again);
  }

  @Test
  void danger_is_answered_without_the_store() {
    teams.office.locksTheStore();
    teams.writes(ALICE, "report he writes that he will hurt our staff");
    String said = teams.said().message().card().toString();
    assertTrue(said.contains("call first"), said);
    assertEquals(Optional.of(true), teams.book.of(ALICE).map(AddressBook.Acquaintance::reachable));
  }

  @Test
  @Timeout(60)
  void an_address_book_that_never_answers_holds_nobody_up() {
    try (TeamsOffice slow = new TeamsOffice(
        office -> new Jottings(office.addresses(work -> {}), work -> {}, channel -> {}))) {
      CaseNumber number = slow.reported("https://social.example/p/1 a customer wants a refund");
      long begun = System.nanoTime();
      slow.sends(slow.press(BOB, Verbs.TAKE, number.value(), "1756718200001"));
      slow.writes(ALICE, "report he writes that he will hurt our staff");
      Duration taken = Duration.ofNanos(System.nanoTime() - begun);

      assertEquals(Optional.of(BOB), slow.office.theCase(number).owner());
      assertTrue(slow.said().message().card().toString().contains("call first"));
      // Two people and a channel, each waited for once.
      assertTrue(taken.compareTo(Duration.ofSeconds(3)) < 0, () -> "took " + taken);
    }
  }

  @Test
  void a_question_is_answered_without_the_store() {
    teams.office.locksTheStore();
    teams.writes(ALICE, "may I post about the new store");
    assertEquals(1, List.copyOf(teams.whisper.all).size());
    assertTrue(!teams.said().message().summary().equals(TeamsOffice.summary(new Notice.Help())));
  }
}
