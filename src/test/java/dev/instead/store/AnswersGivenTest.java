package dev.instead.store;

import static dev.instead.office.Office.DEWI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.AnswerLog;
import dev.instead.desk.Grounds;
import dev.instead.policy.RuleId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersGivenTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

  @TempDir
  private Path folder;

  @Test
  void it_keeps_which_answer_was_given_and_why_but_no_word_of_the_asker_alone()
      throws SQLException {
    Grounds grounds = new Grounds(
        Grounds.Method.MEANING,
        List.of(new RuleId("journalist"), new RuleId("podcast")),
        "Can I talk to a journalist",
        0.81,
        0.25,
        "can " + DEWI.id() + " talk to a journalist of the secret gazette",
        0.9,
        "2026-11");
    try (Database database = open()) {
      new JdbiAnswerLog(database, Clock.fixed(NOW, ZoneOffset.UTC))
          .keep(new AnswerLog.Shown(
              AnswerLog.Outcome.ANSWER, grounds, AnswerLog.Shown.shared(grounds)));
    }

    String row = String.join("|", rows());
    assertTrue(row.contains("answer|meaning|journalist,podcast|Can I talk to a journalist|"), row);
    assertTrue(row.contains("|can talk to a journalist|0.81|0.25|0.9|2026-11"), row);
    assertFalse(row.contains("gazette") || row.contains(DEWI.id()), row);
  }

  @Test
  void what_is_old_is_forgotten_and_what_is_not_stays() throws SQLException {
    Grounds grounds = Grounds.chosen(new RuleId("journalist"), "2026-11");
    try (Database database = open()) {
      for (Duration ago : List.of(Duration.ofDays(200), Duration.ofDays(2))) {
        Clock then = Clock.fixed(NOW.minus(ago), ZoneOffset.UTC);
        new JdbiAnswerLog(database, then)
            .keep(new AnswerLog.Shown(AnswerLog.Outcome.ANSWER, grounds, List.of()));
      }
      JdbiAnswerLog log = new JdbiAnswerLog(database, Clock.fixed(NOW, ZoneOffset.UTC));
      assertEquals(1, log.forget(NOW.minus(Duration.ofDays(100)), 10));
    }
    assertEquals(1, rows().size());
  }

  private Database open() {
    return Database.open("jdbc:sqlite:" + folder.resolve("answers.db"));
  }

  private List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("answers.db"));
        ResultSet found =
            connection.createStatement().executeQuery("SELECT * FROM answer_given ORDER BY seq")) {
      while (found.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          cells.add(found.getString(i));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }
}
