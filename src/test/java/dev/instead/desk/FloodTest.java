package dev.instead.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.notice.Notice;
import dev.instead.office.Office;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One person sends very many: they are asked to slow down, kindly, and danger never waits. */
class FloodTest {
  private static final int AT_ONCE = 30;

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void who_reports_very_many_is_asked_to_wait_and_nobody_else_is() {
    for (int i = 0; i < AT_ONCE; i++) {
      assertInstanceOf(Notice.Receipt.class, reports(Office.DEWI, i));
    }
    assertEquals(new Notice.Slower(Notice.Slower.Often.REPORTS), reports(Office.DEWI, AT_ONCE));
    assertInstanceOf(Notice.Receipt.class, reports(Office.BUDI, AT_ONCE));
    assertEquals(List.of(Notice.Slower.Often.REPORTS), office.limited);

    office.clock.advance(Duration.ofSeconds(20));
    assertInstanceOf(Notice.Receipt.class, reports(Office.DEWI, AT_ONCE + 1));
  }

  @Test
  void danger_is_taken_however_many_came_before() {
    for (int i = 0; i <= AT_ONCE; i++) {
      reports(Office.DEWI, i);
    }
    assertInstanceOf(
        Notice.Receipt.class, office.reports(Office.DEWI, "he writes that he will hurt our staff"));
  }

  @Test
  void a_repeat_of_what_was_taken_gets_its_receipt_again() {
    Delivery first = office.delivery();
    Notice receipt = office.desks.reports().file(filing(0), first);
    for (int i = 1; i <= AT_ONCE; i++) {
      reports(Office.DEWI, i);
    }
    assertEquals(receipt, office.desks.reports().file(filing(0), first));
  }

  @Test
  void who_asks_very_much_is_asked_to_wait_a_minute() {
    for (int i = 0; i < AT_ONCE; i++) {
      office.desks.answers().ask(Office.DEWI, "may I post about lunch");
    }
    assertEquals(
        new Notice.Slower(Notice.Slower.Often.QUESTIONS),
        office.desks.answers().ask(Office.DEWI, "may I post about lunch"));
  }

  @Test
  void only_so_many_people_are_remembered_and_none_longer_than_it_matters() {
    Turns turns = new Turns(1, Duration.ofSeconds(20));
    Instant now = Instant.parse("2026-11-24T03:00:00Z");
    for (int i = 0; i < Turns.MOST_PEOPLE + 10; i++) {
      assertTrue(turns.take(person(i), now));
    }
    assertEquals(Turns.MOST_PEOPLE, turns.remembered());

    assertTrue(turns.take(person(0), now.plusSeconds(20)));
    assertEquals(1, turns.remembered());
  }

  private Notice reports(Person reporter, int post) {
    return office.reports(reporter, text(post));
  }

  private static Filing filing(int post) {
    return new Filing(Office.DEWI, "", text(post), Optional.empty());
  }

  private static String text(int post) {
    return "https://social.example/flood/" + post + " customer is angry about a refund";
  }

  private static Person person(int i) {
    return new Person(Platform.SLACK, "T0", "U" + i);
  }
}
