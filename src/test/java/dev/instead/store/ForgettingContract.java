package dev.instead.store;

import static dev.instead.store.Samples.BEN;
import static dev.instead.store.Samples.DEWI;
import static dev.instead.store.Samples.NOW;
import static dev.instead.store.Samples.NUMBER;
import static dev.instead.store.Samples.OTHER;
import static dev.instead.store.Samples.filing;
import static dev.instead.store.Samples.newCase;
import static dev.instead.store.Samples.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What both databases do when people and their words are forgotten. */
abstract class ForgettingContract {
  private static final int MANY = 3_000;
  private static final int STEP = 100;
  private static final String NUMBERS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + MANY + ") ";
  private static final String REPORTS = NUMBERS + """
      INSERT INTO report (id, case_number, person, text, language, at, joined, withdrawn)
      SELECT 'r' || i, ?, (SELECT MIN(id) FROM person), 'oldwords', 'en', 1, 1, 0 FROM n
      """;
  private static final String EVENTS = NUMBERS + """
      INSERT INTO event (case_number, at, person, kind, detail)
      SELECT ?, 1, (SELECT MIN(id) FROM person), 'joined', '{}' FROM n
      """;
  private static final String MESSAGES = NUMBERS + """
      INSERT INTO message (id, case_number, kind, subject, person, detail, urgency, danger, wanted, wanted_at, delivered, state, due_at,
        attempts, in_doubt, error)
      SELECT 'm' || i, ?, 'outcome', 'r' || i, (SELECT MIN(id) FROM person), '', 2, 0, 1, 1, 1, 'due', 1, 0, 0, '' FROM n
      """;
  private static final String NEWS = """
      INSERT INTO message (id, case_number, kind, subject, person, detail, urgency, danger, wanted, wanted_at, delivered, state, due_at,
        attempts, in_doubt, error)
      VALUES (?, '', 'review_list', ?, (SELECT MIN(id) FROM person), '', 4, 0, 1, 1, ?, ?, 1, 9, 0, '')
      """;
  private static final String ENDS =
      "UPDATE cases SET stage = 'resolved', stage_at = ? WHERE number = ?";

  abstract Database database();

  @AfterEach
  void nobody_watches() {
    database().tells(WriteWatch.NOBODY);
  }

  private void files(CaseNumber number, String link) {
    new JdbiCases(database(), Clock.fixed(NOW, ZoneOffset.UTC), () -> {})
        .save(filing(newCase(number, link), report(number, number.equals(NUMBER) ? DEWI : BEN)));
  }

  private void does(String sql, Object... values) {
    database().writer().write(work -> work.update(sql, values));
  }

  private long count(String from) {
    return database()
        .readers()
        .readHot(sql -> sql.one("SELECT COUNT(*) FROM " + from, row -> row.getLong(1)))
        .orElseThrow();
  }

  @Test
  void a_case_of_thousands_is_erased_in_many_small_writes() {
    files(NUMBER, "example.com/viral");
    files(OTHER, "example.com/other");
    does(REPORTS, NUMBER.value());
    does(EVENTS, NUMBER.value());
    does(MESSAGES, NUMBER.value());
    does(ENDS, NOW.toEpochMilli(), NUMBER.value());
    JdbiForgetting forgetting = new JdbiForgetting(database(), STEP);
    assertEquals(List.of(NUMBER), forgetting.ended(Case.Kind.REPORT, NOW.plusSeconds(1), 9));
    AtomicInteger writes = new AtomicInteger();
    database().tells((end, took) -> writes.incrementAndGet());

    forgetting.erase(NUMBER, NOW.plusSeconds(9));

    assertTrue(writes.get() >= MANY / STEP, () -> "only " + writes);
    assertEquals(List.of(), forgetting.ended(Case.Kind.REPORT, NOW.plusSeconds(1), 9));
    String of = " case_number = '" + NUMBER + "'";
    assertEquals(MANY + 1, count("report WHERE text = '' AND" + of));
    assertEquals(1, count("report WHERE text <> ''"));
    assertEquals(0, count("event WHERE person IS NOT NULL AND" + of));
    assertEquals(1, count("message WHERE" + of));
    assertEquals(
        1, count("message WHERE kind = 'team_card' AND state = 'due' AND delivered = wanted"));
    assertEquals(1, count("cases WHERE erased_at IS NOT NULL AND link_url IS NULL"));
  }

  @Test
  void a_case_that_is_open_is_left_alone() {
    files(NUMBER, "example.com/open");

    new JdbiForgetting(database()).erase(NUMBER, NOW);

    assertEquals(1, count("report WHERE text <> ''"));
    assertEquals(0, count("cases WHERE erased_at IS NOT NULL"));
  }

  @Test
  void news_that_was_given_up_goes_too_and_news_that_waits_stays() {
    files(NUMBER, "example.com/1");
    does(NEWS, "a", "told", 1, "due");
    does(NEWS, "b", "never told", 0, "given_up");
    does(NEWS, "c", "not yet told", 0, "due");

    assertEquals(2, new JdbiForgetting(database()).news(NOW, 9));

    assertEquals(1, count("message WHERE kind = 'review_list' AND subject = 'not yet told'"));
    assertEquals(1, count("message WHERE kind = 'review_list'"));
  }
}
