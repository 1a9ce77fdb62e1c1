package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.teams.TaskModuleMessageResponse;
import com.microsoft.bot.schema.teams.TaskModuleResponse;
import dev.instead.config.TeamsCloud;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TeamsServletTest {
  private static final String INVOKE = "composed/inbound/invoke.task.fetch.json";

  private final TeamsEndpoint teams = new TeamsEndpoint(TeamsCloud.PUBLIC);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(TeamsServlet.class);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    teams.close();
  }

  @Test
  void a_message_is_answered_once_the_bot_is_done() {
    HttpResponse<String> answer = send(teams.activity());

    assertEquals(202, answer.statusCode());
    assertEquals("reset my VPN token", teams.bot.seen().get(0).getText());
  }

  @Test
  void an_invoke_is_answered_with_what_the_bot_says() throws Exception {
    teams.bot.answers(200, Map.of("statusCode", 200, "value", "Gut gemacht, Zoë"));

    HttpResponse<String> answer = send(TeamsEndpoint.fixture(INVOKE));

    assertEquals(200, answer.statusCode());
    assertEquals(
        "application/json;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals(
        Map.of("statusCode", 200, "value", "Gut gemacht, Zoë"),
        new ObjectMapper().readValue(answer.body(), Map.class));
  }

  @Test
  void botbuilders_own_answers_are_written_as_teams_reads_them() throws Exception {
    TaskModuleMessageResponse message = new TaskModuleMessageResponse();
    message.setValue("Thanks");
    TaskModuleResponse response = new TaskModuleResponse();
    response.setTask(message);
    teams.bot.answers(200, response);

    HttpResponse<String> answer = send(TeamsEndpoint.fixture(INVOKE));

    assertEquals(
        new ObjectMapper().readTree("{\"task\":{\"type\":\"message\",\"value\":\"Thanks\"}}"),
        new ObjectMapper().readTree(answer.body()));
  }

  @Test
  void an_invoke_that_nobody_answers_is_not_implemented() {
    assertEquals(501, send(TeamsEndpoint.fixture(INVOKE)).statusCode());
  }

  @Test
  void an_answer_may_be_a_status_alone() {
    teams.bot.turns(context -> {
      com.microsoft.bot.schema.Activity answer =
          new com.microsoft.bot.schema.Activity("invokeResponse");
      answer.setValue(new com.microsoft.bot.builder.InvokeResponse(400, null));
      return context.sendActivity(answer).thenApply(sent -> null);
    });

    HttpResponse<String> answer = send(TeamsEndpoint.fixture(INVOKE));

    assertEquals(400, answer.statusCode());
    assertEquals("", answer.body());
  }

  @Test
  void an_unknown_kind_of_activity_reaches_the_bot_and_is_taken() {
    HttpResponse<String> answer =
        send(teams.activity(activity -> activity.put("type", "somethingNew")));

    assertEquals(202, answer.statusCode());
    assertEquals("somethingNew", teams.bot.seen().get(0).getType());
  }

  @Test
  void a_turn_that_throws_shows_no_more_than_its_id() {
    teams.bot.turns(context -> {
      throw new IllegalStateException("a secret detail");
    });

    assertTrouble(500, send(teams.activity()));
  }

  @Test
  void a_turn_that_fails_later_shows_no_more_than_its_id() {
    teams.bot.turns(context -> CompletableFuture.supplyAsync(() -> {
      throw new IllegalStateException("a secret detail");
    }));

    assertTrouble(500, send(teams.activity()));
  }

  @Test
  void an_answer_that_cannot_be_written_shows_no_more_than_its_id() {
    teams.bot.answers(200, new Object() {
      @SuppressWarnings("unused") // botbuilder's mapper reads fields
      private final Object self = this;
    });

    assertTrouble(500, send(TeamsEndpoint.fixture(INVOKE)));
  }

  @Test
  void a_turn_that_takes_too_long_is_answered_and_its_late_end_does_no_harm() {
    CompletableFuture<Void> endless = new CompletableFuture<>();
    try (TeamsEndpoint hurried = new TeamsEndpoint(TeamsCloud.PUBLIC, Duration.ofMillis(300))) {
      hurried.bot.turns(context -> endless);

      assertTrouble(504, hurried.send(hurried.token(), hurried.activity()));

      endless.complete(null);
      hurried.bot.turns(context -> CompletableFuture.completedFuture(null));
      assertEquals(202, hurried.send(hurried.token(), hurried.activity()).statusCode());
    }
  }

  @Test
  void a_turn_that_holds_its_thread_too_long_is_answered_too() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (TeamsEndpoint hurried = new TeamsEndpoint(TeamsCloud.PUBLIC, Duration.ofMillis(300))) {
      hurried.bot.turns(context -> {
        await(mayEnd);
        return CompletableFuture.completedFuture(null);
      });

      assertTrouble(504, hurried.send(hurried.token(), hurried.activity()));
      mayEnd.countDown();
    }
  }

  @Test
  void forty_slow_turns_go_on_at_the_same_time() throws Exception {
    CountDownLatch allThere = new CountDownLatch(40);
    teams.bot.turns(context -> {
      allThere.countDown();
      await(allThere); // each ends only once all forty have begun
      return CompletableFuture.completedFuture(null);
    });

    List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 40)
        .mapToObj(i -> teams.sent(
            request -> request.header("Authorization", "Bearer " + teams.token()),
            teams.activity().toString().getBytes(UTF_8)))
        .toList();

    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertEquals(202, answer.get(30, TimeUnit.SECONDS).statusCode());
    }
  }

  private HttpResponse<String> send(ObjectNode activity) {
    return teams.send(teams.token(), activity);
  }

  private void assertTrouble(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode());
    Matcher said = Pattern.compile("Something went wrong here \\(([0-9a-f]{12})\\)\\.\n")
        .matcher(answer.body());
    assertTrue(said.matches(), answer.body());
    List<String> lines =
        log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertTrue(lines.stream().anyMatch(line -> line.contains(said.group(1))), lines.toString());
    assertFalse(lines.toString().contains("VPN"), lines.toString());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
