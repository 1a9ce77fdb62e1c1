package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.LiveOffice;
import dev.instead.playground.Answer;
import dev.instead.playground.SlackUser;
import dev.instead.store.SlowDisk;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More reports come than the disk can take: what has a receipt is stored, and who has none is told so in time. */
@Timeout(300)
class OverloadTest {
  private static final int REPORTERS = 400;
  private static final int AT_ONCE = 100;

  /** Longer than a request waits: nearly everybody who comes is turned away. */
  private static final Duration HANGING = Duration.ofMillis(1800);

  /** Direct messages go at their pace: five a second after the first 75. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LiveOffice office = new LiveOffice(workspace -> {
    for (int i = 0; i < REPORTERS; i++) {
      workspace.put(SlackUser.employee(reporter(i), "Reporter " + i, "Employee", "en-US"));
    }
  });
  private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);

  @AfterEach
  void close() {
    people.shutdownNow();
    office.close();
  }

  @Test
  void a_receipt_means_stored_and_everybody_else_is_told_to_send_it_again() throws Exception {
    List<Answer> answers;
    SlowDisk slow = new SlowDisk(office.bot().database(), HANGING);
    try {
      answers = everybodyReports();
    } finally {
      slow.isFastAgain();
    }
    Set<String> promised = new TreeSet<>();
    int refused = 0;
    for (Answer answer : answers) {
      Optional<String> number = LiveOffice.numberIn(answer.body());
      if (number.isPresent()) {
        promised.add(number.get());
      } else if (answer.outcome() == Answer.Outcome.TIMED_OUT) {
        refused++; // as Slack tells its author; only a machine with no processor to spare is so
        // slow
      } else {
        assertTrue(
            answer.status() == 503 || answer.body().contains("not sure that was saved"),
            answer::toString);
        refused++;
      }
    }
    assertTrue(
        promised.size() < REPORTERS / 2,
        promised.size() + " were stored in time: this disk was not slow");
    Map<String, String> stored = stored();
    assertTrue(stored.keySet().containsAll(promised), "a receipt for what isn't stored");
    // Whose commit ended after its answer was due hears by direct message that it was stored after
    // all.
    stored.keySet().removeAll(promised);
    assertTrue(stored.size() < refused, "hardly anybody was turned away for good");
    assertTrue(
        office.workspace.await(here -> stored.entrySet().stream().allMatch(this::isTold), PATIENCE),
        "somebody whose report was stored after all never heard of it");
    everybodyElseIsServed(stored.size() + promised.size());
  }

  private boolean isTold(Map.Entry<String, String> report) {
    return office.workspace.directMessagesOf(report.getValue()).stream()
        .anyMatch(message -> message.everything().contains(report.getKey()));
  }

  /** Sent again, as they were told to, what was not stored is, and what was isn't doubled. */
  private void everybodyElseIsServed(int before) throws Exception {
    for (Answer answer : everybodyReports()) {
      assertTrue(LiveOffice.numberIn(answer.body()).isPresent(), answer::toString);
    }
    assertTrue(before < REPORTERS, before + " were stored at first");
    assertEquals(REPORTERS, stored().size());
  }

  private List<Answer> everybodyReports() throws Exception {
    List<Future<Answer>> sent = new ArrayList<>();
    for (int i = 0; i < REPORTERS; i++) {
      int reporter = i;
      sent.add(people.submit(() -> office.types(reporter(reporter), "/report", link(reporter))));
    }
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> each : sent) {
      answers.add(each.get(60, TimeUnit.SECONDS));
    }
    return answers;
  }

  /** Cases by number, with who reported them. */
  private Map<String, String> stored() throws SQLException {
    Map<String, String> reporters = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + office.database());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT number, link_url FROM cases WHERE link_url LIKE '%/overload/%'")) {
      while (row.next()) {
        String url = row.getString(2);
        reporters.put(row.getString(1), reporter(url.substring(url.lastIndexOf('/') + 1)));
      }
    }
    return reporters;
  }

  private static String reporter(Object i) {
    return "U0OVER" + i;
  }

  private static String link(int i) {
    return "https://social.example/overload/" + i;
  }
}
