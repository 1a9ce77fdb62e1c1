package dev.instead.store;

import static dev.instead.store.Samples.DEWI;
import static dev.instead.store.Samples.NOW;
import static dev.instead.store.Samples.NUMBER;
import static dev.instead.store.Samples.OTHER;
import static dev.instead.store.Samples.filing;
import static dev.instead.store.Samples.newCase;
import static dev.instead.store.Samples.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Change;
import dev.instead.desk.Delivery;
import dev.instead.notice.Wanted;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCasesTest extends JdbiCasesContract {
  @TempDir
  Path directory;

  private @Nullable Database database;

  @Override
  Database database() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("instead.db"));
    return database;
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void old_answers_are_forgotten_a_few_at_a_time_and_new_ones_kept() {
    List<Delivery> deliveries = Stream.generate(Samples::delivery).limit(5).toList();
    for (int i = 0; i < 5; i++) {
      CaseNumber number = new CaseNumber("S-7KQ" + (2 + i));
      assertTrue(cases()
          .save(filing(
              newCase(number, "example.com/post/" + i), report(number, DEWI), deliveries.get(i))));
    }

    assertEquals(0, cases().forgetAnswers(NOW, 2));
    assertEquals(2, cases().forgetAnswers(NOW.plusMillis(1), 2));
    assertEquals(3, known(deliveries));
    assertEquals(2, cases().forgetAnswers(NOW.plusMillis(1), 2));
    assertEquals(1, cases().forgetAnswers(NOW.plusMillis(1), 2));
    assertEquals(0, known(deliveries));
  }

  /** Two thousand reports with their receipts; looking through all messages for each report took seconds. */
  @Test
  void merging_two_thousand_reports_is_quick() {
    List<Report> reports = IntStream.range(0, 2000)
        .mapToObj(i -> report(OTHER, Samples.person("U1" + i)))
        .toList();
    assertTrue(cases().save(filing(newCase(NUMBER, "example.com/post/1"), report(NUMBER, DEWI))));
    assertTrue(cases()
        .save(new Change(
            List.of(newCase(OTHER, "example.com/post/2")),
            reports,
            List.of(),
            List.of(),
            reports.stream().map(Wanted::receipt).toList(),
            Optional.of(Samples.delivery()),
            "")));
    Case from = cases().find(OTHER).orElseThrow();
    Case into = cases().find(NUMBER).orElseThrow();
    Change merge = Samples.change(
        List.of(from.at(new Stage.Merged(DEWI, NOW, NUMBER)), into),
        reports.stream().map(report -> report.movedTo(NUMBER)).toList());

    assertTimeout(Duration.ofSeconds(1), () -> assertTrue(cases().save(merge)));

    assertEquals(2001, cases().find(NUMBER).orElseThrow().reports());
  }

  private long known(List<Delivery> deliveries) {
    return deliveries.stream()
        .filter(each -> cases().answerTo(each).isPresent())
        .count();
  }
}
