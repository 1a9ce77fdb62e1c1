package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.DatabaseAddress;
import dev.instead.office.LiveOffice;
import dev.instead.playground.Answer;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackSender;
import dev.instead.store.OnPostgres;
import dev.instead.store.PostgresServer;
import dev.instead.store.VanishedNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two bots serve one company from one PostgreSQL; Slack sends its requests to either. */
@OnPostgres
@Timeout(180)
class TwoNodesTest {
  private DatabaseAddress store;
  private LiveOffice office;
  private Bot second;
  private SlackSender throughSecond;

  @BeforeEach
  void open() {
    store = PostgresServer.shared().fresh();
    office = new LiveOffice(store);
    second = Bot.start(office.settings(), office.clock);
    throughSecond = new SlackSender(office.slack, second::address, LiveOffice.SECRET);
  }

  @AfterEach
  void close() {
    throughSecond.close();
    second.close();
    office.close();
  }

  @Test
  void every_report_has_one_card_whichever_node_took_it() {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String text = "https://x.com/a/status/18800" + i + " refund";
      numbers.add(i % 2 == 0 ? office.reports("U0DEWI", text) : reportsToSecond(text));
    }
    for (String number : numbers) {
      office.card("C0SOCIAL", number);
      office.told("U0DEWI", number);
    }
    for (String number : numbers) {
      assertEquals(1, office.cards("C0SOCIAL", number).size(), number);
    }
  }

  @Test
  void a_case_filed_on_one_node_is_claimed_on_the_other_and_once() {
    String number = office.reports("U0DEWI", "https://x.com/a/status/1880100 refund");
    SlackMessage card = office.card("C0SOCIAL", number);

    assertTrue(throughSecond.press("U0ANA", card, "case.take").ok());
    office.card("C0SOCIAL", number, "has been on it");
    assertTrue(office.people.press("U0BEN", card, "case.take").ok());

    office.whispered("U0BEN", "has had " + number);
    office.told("U0DEWI", "is on it");
    assertTrue(office.card("C0SOCIAL", number).everything().contains("has been on it"));
    assertEquals(1, office.cards("C0SOCIAL", number).size());
  }

  @Test
  void what_a_vanished_node_was_sending_goes_out_within_seconds_and_once() {
    office.stop();
    second.close();
    try (VanishedNode vanished = new VanishedNode(store, office.clock)) {
      String number = vanished.filesAndTakes();
      second = Bot.start(office.settings(), office.clock);

      office.card("C0SOCIAL", number);
      office.told("U0DEWI", number);
      assertEquals(1, office.cards("C0SOCIAL", number).size());
    }
  }

  private String reportsToSecond(String text) {
    Answer answer = throughSecond.command("U0DEWI", "C0GENERAL", "/report", text);
    return LiveOffice.numberIn(answer.body())
        .orElseThrow(() -> new AssertionError("No number in the receipt: " + answer));
  }
}
