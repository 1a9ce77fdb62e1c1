package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Delivery;
import dev.instead.notice.MessageKind;
import dev.instead.outbox.Due;
import dev.instead.people.Platform;
import dev.instead.report.CaseNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was acknowledged is there after {@code kill -9}; and what is there is there wholly. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KilledTest {
  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(ints = {50, 400})
  void everything_acknowledged_survives(int acknowledgements) throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("instead.db");

    List<String> acknowledged = killedAfter(acknowledgements, url);

    try (Database database = Database.open(url)) {
      JdbiCases cases = new JdbiCases(database, Clock.systemUTC(), () -> {});
      for (String number : acknowledged) {
        assertTrue(cases.find(new CaseNumber(number)).isPresent(), number);
        assertTrue(cases.answerTo(new Delivery(number)).isPresent(), number);
        assertEquals(1, cases.events(new CaseNumber(number)).size(), number);
        assertEquals(1, cases.latestReports(new CaseNumber(number), 10).size(), number);
      }
      assertTrue(cards(database).containsAll(acknowledged));
    }
  }

  /** Whatever the child managed to say before it died. */
  private static List<String> killedAfter(int acknowledgements, String url) throws IOException {
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            Burst.class.getName(),
            url)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith(Burst.STORED) && line.endsWith(Burst.END)) {
          acknowledged.add(
              line.substring(Burst.STORED.length(), line.length() - Burst.END.length()));
        }
        if (acknowledged.size() == acknowledgements) {
          assertTrue(
              child.toHandle().destroyForcibly()); // SIGKILL; what it said before can still be read
        }
      }
    } finally {
      child.destroyForcibly();
    }
    assertTrue(acknowledged.size() >= acknowledgements, "the child ended by itself");
    return acknowledged;
  }

  private static Set<String> cards(Database database) {
    return new JdbiQueue(database)
            .take(
                Clock.systemUTC().instant(),
                Platform.SLACK,
                1_000_000,
                Duration.ofMinutes(1),
                List.of(),
                MessageKind.LEAST_URGENT)
            .stream()
            .filter(due -> due.kind() == MessageKind.TEAM_CARD)
            .map(Due::number)
            .map(number -> number.orElseThrow().value())
            .collect(Collectors.toSet());
  }
}
