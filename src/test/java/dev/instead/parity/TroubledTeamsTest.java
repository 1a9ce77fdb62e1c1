package dev.instead.parity;

import static dev.instead.parity.Colleague.ANA;
import static dev.instead.parity.Colleague.BEN;
import static dev.instead.parity.Colleague.DEWI;
import static dev.instead.parity.Room.OPS;
import static dev.instead.parity.Room.PRESS;
import static dev.instead.parity.Room.SOCIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.LiveOffice;
import dev.instead.people.Platform;
import dev.instead.playground.Answer;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.TeamsChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Teams' own service is slow or unsure, and the whole bot is asked over HTTP all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class TroubledTeamsTest {
  private static final int MANY = 40;

  private int posts = 10_000;

  private final LiveOffice office = new LiveOffice(workspace -> {}, Set.of(Platform.TEAMS));
  private final Client client = new TeamsClient(office);

  @BeforeEach
  void a_minute_passes() {
    office.clock.advance(Duration.ofMinutes(1));
    client.begins();
  }

  @AfterEach
  void teams_is_well_again() {
    client.comesBack();
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void none_of_forty_people_waits_for_another_while_the_connector_is_slow() throws Exception {
    client.asks(DEWI, "may I post about the new store");
    client.hears(DEWI, "Please hold that one");
    // Longer than Teams waits for anybody, so a turn that waited for the connector would be late.
    office.teams().local.troubles().answerSlowly(Duration.ofSeconds(18));
    ExecutorService people = Executors.newFixedThreadPool(MANY);
    try {
      List<CompletableFuture<Answer>> turns = Stream.generate(() -> CompletableFuture.supplyAsync(
              () ->
                  office.teams().people.compose(SampleTenant.DEWI, SampleTenant.GENERAL, "report"),
              people))
          .limit(MANY)
          .toList();
      List<CompletableFuture<Answer>> talks = Stream.generate(() -> CompletableFuture.supplyAsync(
              () -> office.teams().people.say(SampleTenant.OMAR, "help"), people))
          .limit(MANY)
          .toList();
      for (CompletableFuture<Answer> turn :
          Stream.concat(turns.stream(), talks.stream()).toList()) {
        Answer answer = turn.get(15, TimeUnit.SECONDS);
        assertTrue(answer.ok(), answer.toString());
      }
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void a_channel_that_is_back_gets_its_card_and_the_fallback_says_so() {
    client.closesRoom(PRESS);
    String number = filedAsPress();
    client.card(OPS, number, "Nobody has it yet");
    client.opensRoom(PRESS);
    client.card(PRESS, number, "Nobody has it yet");
    client.card(OPS, number, "is with");
    assertEquals(1, client.cards(PRESS, number).size());
  }

  @Test
  void a_channel_that_came_back_while_the_bot_was_away_gets_its_card_at_the_start() {
    TeamsChannel press = office.teams().tenant.channel(PRESS.teams).orElseThrow();
    client.closesRoom(PRESS);
    String number = filedAsPress();
    client.card(OPS, number, "Nobody has it yet");
    office.stop();
    office.teams().tenant.put(press); // Nobody tells the bot.
    office.start();
    client.card(PRESS, number, "Nobody has it yet");
    assertEquals(1, client.cards(PRESS, number).size());
  }

  private String filedAsPress() {
    client.opensReportForm(DEWI);
    client.sends(
        DEWI,
        Map.of(
            "link_field",
            "https://x.com/a/status/17900000000000" + ++posts,
            "situation_field",
            "press"));
    return client.window(DEWI, "(S-").number();
  }

  @Test
  void a_connector_that_fails_after_accepting_leaves_one_card_that_tells_the_truth() {
    office.teams().local.troubles().failAfterAccepting(2);
    client.reports(DEWI, "https://x.com/a/status/1790000000000000888 customer wants a refund");
    Seen card = client.reads(SOCIAL, "status/1790000000000000888");
    String number = card.number();
    office.clock.advance(Duration.ofMinutes(5));
    client.presses(ANA, card, "case.take");
    client.card(SOCIAL, number, "Ana Wijaya has been on it");

    // A second copy, if there is one, is put right by whoever presses it.
    for (Seen copy : client.cards(SOCIAL, number)) {
      if (copy.says("Nobody has it yet")) {
        client.presses(BEN, copy, "case.take");
      }
    }
    client.hears(DEWI, "Ana Wijaya from Social Care is on it");
    assertTrue(office
        .teams()
        .tenant
        .await(
            here -> client.cards(SOCIAL, number).stream()
                .noneMatch(copy -> copy.says("Nobody has it yet")),
            LiveOffice.SOON));
    assertEquals(
        1,
        client.cards(SOCIAL, number).stream()
            .filter(copy -> copy.says("Ana Wijaya has been on it"))
            .count());
  }
}
