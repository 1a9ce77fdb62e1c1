package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.bot.builder.MessageFactory;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import dev.instead.teams.FakeTeams.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsAdapterTest {
  private static final String ANSWER = "POST v3/conversations/a:dewi/activities/1";

  private FakeTeams teams;
  private TeamsAdapter adapter;

  @BeforeEach
  void open() throws IOException {
    teams = new FakeTeams();
    adapter = new TeamsAdapter(teams.credentials(), teams.hosts());
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void a_turn_answers_with_the_bots_own_token() throws Exception {
    turn(teams.service()).get(10, TimeUnit.SECONDS);

    assertEquals("Bearer token-1", teams.asked(ANSWER).get(0).authorization());
  }

  @Test
  void what_may_have_arrived_is_not_sent_again() {
    teams.failsAfterAccepting(Answer.error(503, "Unavailable"), Answer.error(503, "Unavailable"));

    assertThrows(ExecutionException.class, () -> turn(teams.service()).get(10, TimeUnit.SECONDS));
    assertEquals(1, teams.asked(ANSWER).size());
  }

  @Test
  void no_token_goes_to_a_host_that_is_not_allowed() {
    adapter =
        new TeamsAdapter(teams.credentials(), new ServiceHosts(Set.of("smba.trafficmanager.net")));

    ExecutionException refused = assertThrows(
        ExecutionException.class, () -> turn(teams.service()).get(10, TimeUnit.SECONDS));

    assertInstanceOf(Connector.ForbiddenService.class, root(refused));
    assertEquals(List.of(), teams.asked);
  }

  @Test
  void none_of_forty_turns_waits_for_another() throws Exception {
    int many = 40;
    CountDownLatch together = new CountDownLatch(many);
    teams.answers(ANSWER, asked -> {
      together.countDown();
      // Answers only once all forty are here at the same time.
      return await(together) ? Answer.of(200, "{\"id\":\"1\"}") : Answer.error(500, "Alone");
    });

    List<CompletableFuture<?>> turns = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      turns.add(turn(teams.service()));
    }
    for (CompletableFuture<?> turn : turns) {
      turn.get(20, TimeUnit.SECONDS);
    }
    assertTrue(together.await(0, TimeUnit.SECONDS));
  }

  private CompletableFuture<?> turn(String service) {
    Activity activity = new Activity("message");
    activity.setId("1");
    activity.setChannelId("msteams");
    activity.setServiceUrl(service);
    activity.setText("hello");
    activity.setFrom(new ChannelAccount("29:dewi"));
    activity.setRecipient(new ChannelAccount("28:" + FakeTeams.APP));
    activity.setConversation(new ConversationAccount("a:dewi"));
    ClaimsIdentity identity =
        new ClaimsIdentity("anonymous", "Bearer", Map.of("aud", FakeTeams.APP));
    return adapter.processActivity(identity, activity, TeamsAdapterTest::answer);
  }

  private static CompletableFuture<Void> answer(TurnContext turn) {
    return turn.sendActivity(MessageFactory.text("hello yourself")).thenApply(sent -> null);
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(15, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
