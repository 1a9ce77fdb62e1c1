package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.LiveOffice;
import dev.instead.playground.Answer;
import dev.instead.playground.SlackMessage;
import dev.instead.store.OnPostgres;
import dev.instead.store.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is away, or hangs: people hear the same as when a file can't be used, and in time. */
@OnPostgres
@Timeout(180)
class BrokenPostgresTest {
  @TempDir
  static Path folder;

  private static PostgresServer server;

  private LiveOffice office;

  @BeforeAll
  static void start() {
    server = PostgresServer.ownIn(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    office = new LiveOffice(server.empty());
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void while_it_is_away_nothing_is_promised_and_afterwards_all_goes_on() {
    server.stop();
    Answer answer = office.types("U0DEWI", "/report", "https://x.com/a/status/1890001 refund");
    office.whispered("U0DEWI", "not sure that was saved");
    assertEquals(200, answer.status());
    assertTrue(LiveOffice.numberIn(answer.body()).isEmpty(), answer.body());

    server.startAgain();
    String number = filedOnceItIsBack("https://x.com/a/status/1890001 refund");
    office.card("C0SOCIAL", number);
    assertEquals(1, office.cards("C0SOCIAL", number).size());
  }

  @Test
  void while_it_hangs_danger_is_told_to_security_and_its_card_follows() {
    String words = "someone says he will burn down our showroom";
    server.hangs(true);
    try {
      Answer answer = office.types("U0DEWI", "/report", words);
      assertEquals(200, answer.status());
      assertTrue(answer.body().contains("+62 21 555 0110"), answer.body());
      assertTrue(answer.body().contains("save your report yet"), answer.body());
      SlackMessage direct = office.written("C0SECURITY", words);
      assertTrue(LiveOffice.numberIn(direct.everything()).isEmpty(), direct.everything());
    } finally {
      server.hangs(false);
    }
    String number =
        LiveOffice.numberIn(office.told("U0DEWI", "Security").text()).orElseThrow();
    office.card("C0SECURITY", number, words);
  }

  private String filedOnceItIsBack(String text) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (Instant.now().isBefore(deadline)) {
      Answer answer = office.types("U0DEWI", "/report", text);
      if (LiveOffice.numberIn(answer.body()).isPresent()) {
        return LiveOffice.numberIn(answer.body()).orElseThrow();
      }
      office.workspace.await(any -> false, Duration.ofMillis(200));
    }
    throw new AssertionError("PostgreSQL is back, and nothing can be filed");
  }
}
