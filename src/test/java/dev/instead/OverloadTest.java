package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More reports come than the disk can take: what has a receipt is stored, and who has none is told so in time. */
@Timeout(300)
class OverloadTest {
  private static final int REPORTERS = 150;
  private static final int AT_ONCE = 60;

  /** They come for so long that several commits end meanwhile. */
  private static final Duration BETWEEN_TWO = Duration.ofMillis(60);

  private static final int SEVERAL = 3;

  /**
   * A write waits 1.5 s for its turn. Who comes in the first second of a long commit waits in vain and is turned away; in the next half, the
   * short one stores it in time; after that, newcomers are turned away at once. Who comes in a short one is told that nobody knows, because
   * the long one that follows ends too late.
   */
  private static final Duration LONG = Duration.ofMillis(2500);

  private static final Duration SHORT = Duration.ofMillis(300);

  /** Direct messages go at their pace: five a second after the first 75. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LiveOffice office = new LiveOffice(workspace -> {
    for (int i = 0; i < REPORTERS; i++) {
      workspace.put(SlackUser.employee(reporter(i), "Reporter " + i, "Employee", "en-US"));
    }
  });
  private final ScheduledExecutorService people = Executors.newScheduledThreadPool(AT_ONCE);

  @AfterEach
  void close() {
    people.shutdownNow();
    office.close();
  }

  @Test
  void a_receipt_means_stored_and_everybody_else_is_told_to_send_it_again() throws Exception {
    List<Answer> answers;
    SlowDisk slow = new SlowDisk(office.bot().database(), LONG, SHORT);
    try {
      answers = everybodyReports(BETWEEN_TWO);
      assertTrue(slow.commits() >= SEVERAL, "this disk was not slow: " + slow.commits());
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
        refused++; // as Slack tells its author; only a very busy machine is so slow
      } else {
        assertTrue(
            answer.status() == 503 || answer.body().contains("not sure that was saved"),
            answer::toString);
        refused++;
      }
    }
    assertTrue(refused > 0, "nobody was turned away");
    assertFalse(promised.isEmpty(), "nobody got a receipt, so that none was put to the test");
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
    for (Answer answer : everybodyReports(Duration.ZERO)) {
      assertTrue(LiveOffice.numberIn(answer.body()).isPresent(), answer::toString);
    }
    assertTrue(before < REPORTERS, before + " were stored at first");
    assertEquals(REPORTERS, stored().size());
  }

  private List<Answer> everybodyReports(Duration apart) throws Exception {
    List<Future<Answer>> sent = new ArrayList<>();
    for (int i = 0; i < REPORTERS; i++) {
      int reporter = i;
      sent.add(people.schedule(
          () -> office.types(reporter(reporter), "/report", link(reporter)),
          apart.multipliedBy(i).toMillis(),
          TimeUnit.MILLISECONDS));
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
