package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.instead.office.MovedClock;
import dev.instead.teams.FakeTeams.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CredentialsTest {
  private static final String INVALID =
      "{\"error\":\"invalid_client\",\"error_codes\":[7000222],\"error_description\":\"AADSTS7000222: expired\"}";

  private final MovedClock clock = new MovedClock(Instant.parse("2026-11-23T05:00:00Z"));
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Credentials.class);
  private FakeTeams teams;

  @BeforeEach
  void open() throws IOException {
    teams = new FakeTeams();
    log.start();
    logger.setLevel(Level.WARN);
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
    logger.setLevel(null);
    teams.close();
  }

  @Test
  void a_token_is_asked_of_the_apps_own_tenant() throws IOException {
    assertEquals("token-1", teams.credentials("one").token());

    assertEquals(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            FakeTeams.APP,
            "client_secret",
            "one",
            "scope",
            FakeTeams.SCOPE),
        teams.asked("token").get(0).form());
  }

  @Test
  void a_token_is_used_until_five_minutes_before_its_end() throws IOException {
    Credentials credentials = teams.credentials(clock, "one");
    assertEquals("token-1", credentials.token());

    clock.advance(Duration.ofMinutes(54));
    assertEquals("token-1", credentials.token());
    assertEquals(1, teams.asked("token").size());
  }

  @Test
  void before_its_end_a_token_is_renewed_and_nobody_waits_for_it() throws Exception {
    Credentials credentials = teams.credentials(clock, "one");
    credentials.token();
    clock.advance(Duration.ofMinutes(56));
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    teams.answers("token", call -> {
      asked.countDown();
      await(slow);
      return token("token-2");
    });

    assertEquals("token-1", credentials.token());
    assertTrue(asked.await(5, TimeUnit.SECONDS));
    assertEquals("token-1", credentials.token());

    slow.countDown();
    clock.advance(Duration.ofMinutes(4));
    assertEquals("token-2", credentials.token());
  }

  @Test
  void a_token_that_cannot_be_renewed_is_used_to_its_end() throws IOException {
    Credentials credentials = teams.credentials(clock, "one");
    credentials.token();
    teams.answers("token", asked -> Answer.of(503, ""));

    clock.advance(Duration.ofMinutes(59));
    assertEquals("token-1", credentials.token());

    clock.advance(Duration.ofMinutes(1));
    assertThrows(IOException.class, credentials::token);
  }

  @Test
  void many_at_once_ask_once() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    teams.answers("token", asked -> {
      await(slow);
      return token("token-1");
    });
    Credentials credentials = teams.credentials("one");

    List<CompletableFuture<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      waiting.add(credentials.getToken());
    }
    slow.countDown();

    for (CompletableFuture<String> each : waiting) {
      assertEquals("token-1", each.get(5, TimeUnit.SECONDS));
    }
    assertEquals(1, teams.asked("token").size());
  }

  @Test
  void while_two_secrets_are_valid_the_one_that_works_is_used_and_the_other_named()
      throws IOException {
    teams.answers(
        "token",
        asked -> "old".equals(asked.form().get("client_secret"))
            ? token("token-old")
            : Answer.of(401, INVALID));

    assertEquals("token-old", teams.credentials("new", "old").token());

    assertEquals(
        List.of("new", "old"),
        teams.asked("token").stream()
            .map(asked -> asked.form().get("client_secret"))
            .toList());
    assertEquals(1, log.list.size());
    String said = log.list.get(0).getFormattedMessage();
    assertTrue(said.contains("refuses password 1 (HTTP 401, invalid_client, AADSTS7000222)"), said);
  }

  @Test
  void when_no_secret_is_valid_it_says_what_to_do_and_never_the_secret() {
    teams.answers("token", asked -> Answer.of(401, INVALID));

    Credentials.Refused refused = assertThrows(
        Credentials.Refused.class,
        () -> teams.credentials("geheim-1", "geheim-2").token());

    assertTrue(refused.reason().contains("AADSTS7000222"), refused.reason());
    assertTrue(refused.remedy().contains("Make a new one"), refused.remedy());
    String everything = refused.reason() + refused.remedy() + log.list;
    assertFalse(everything.contains("geheim"), everything);
  }

  @Test
  void an_unknown_tenant_is_another_remedy() {
    teams.answers(
        "token",
        asked -> Answer.of(400, "{\"error\":\"invalid_request\",\"error_codes\":[90002]}"));

    Credentials.Refused refused = assertThrows(
        Credentials.Refused.class, () -> teams.credentials("one", "two").token());

    assertTrue(refused.remedy().contains("INSTEAD_TEAMS_TENANT_ID"), refused.remedy());
    assertEquals(1, teams.asked("token").size(), "the secret is not to blame");
  }

  @Test
  void a_failure_is_not_asked_about_again_at_once() throws IOException {
    Credentials credentials = teams.credentials(clock, "one");
    teams.answers("token", asked -> Answer.of(503, ""));
    assertThrows(IOException.class, credentials::token);
    assertThrows(IOException.class, credentials::token);
    assertEquals(1, teams.asked("token").size());

    teams.answers("token", asked -> token("token-1"));
    clock.advance(Duration.ofSeconds(6));
    assertEquals("token-1", credentials.token());
  }

  @Test
  void a_forgotten_token_is_asked_for_anew_and_only_that_one() throws IOException {
    Credentials credentials = teams.credentials("one");
    credentials.token();

    credentials.forget("token-1");
    assertEquals("token-2", credentials.token());
    credentials.forget("token-1");
    assertEquals("token-2", credentials.token());
  }

  @Test
  void an_answer_that_is_no_token_is_a_failure_that_may_pass() {
    teams.answers("token", asked -> Answer.of(200, "<html>Log in to the guest network</html>"));

    assertThrows(IOException.class, () -> teams.credentials("one").token());
  }

  @Test
  void a_login_service_that_is_not_there_is_a_failure_that_may_pass() {
    Credentials credentials = teams.credentials("one");
    teams.close();

    assertThrows(IOException.class, credentials::token);
  }

  private static Answer token(String value) {
    return Answer.of(200, "{\"expires_in\":3600,\"access_token\":\"" + value + "\"}");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
