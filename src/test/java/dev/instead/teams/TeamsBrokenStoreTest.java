package dev.instead.teams;

import static dev.instead.teams.TeamsOffice.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import dev.instead.people.AddressBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
  void a_question_is_answered_without_the_store() {
    teams.office.locksTheStore();
    teams.writes(ALICE, "may I post about the new store");
    assertEquals(1, List.copyOf(teams.whisper.all).size());
    assertTrue(!teams.said().message().summary().equals(TeamsOffice.summary(new Notice.Help())));
  }
}
