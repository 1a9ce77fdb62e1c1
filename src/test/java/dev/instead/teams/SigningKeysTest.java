package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.MovedClock;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SigningKeysTest {
  private static final KeyPair ONE = Tokens.keys(2048);
  private static final KeyPair OTHER = Tokens.keys(2048);
  private static final List<String> TEAMS = List.of("msteams");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final KeyHost host = new KeyHost();
  private final MovedClock clock = new MovedClock(Instant.parse("2026-11-24T03:00:00Z"));
  private final ExecutorService fetching = Executors.newSingleThreadExecutor();

  /** Looks run at once, in the thread that needs them, so that a test sees what came of them. */
  private final SigningKeys keys = new SigningKeys(host.openId(), clock, Runnable::run, MINUTE);

  @AfterEach
  void stop() {
    host.close();
    fetching.shutdownNow();
  }

  @Test
  void a_key_is_found_with_its_endorsements_and_asked_for_once() {
    host.has(List.of(Tokens.jwk("one", ONE, List.of("msteams", "directline"))));

    SigningKey found = keys.find("one").orElseThrow();

    assertEquals(ONE.getPublic(), found.key());
    assertEquals(java.util.Set.of("msteams", "directline"), found.endorsements());
    clock.advance(DAY.minusSeconds(1));
    assertTrue(keys.find("one").isPresent());
    assertEquals(1, host.asked());
  }

  @Test
  void keys_are_renewed_every_day_and_those_taken_back_are_gone() {
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS), Tokens.jwk("other", OTHER, TEAMS)));
    assertTrue(keys.find("one").isPresent());
    host.has(List.of(Tokens.jwk("other", OTHER, TEAMS)));

    clock.advance(DAY);
    assertTrue(keys.find("other").isPresent());

    assertEquals(2, host.asked());
    assertEquals(Optional.empty(), keys.find("one"));
  }

  @Test
  void an_unknown_key_makes_one_look_a_minute_at_most() {
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));
    assertTrue(keys.find("one").isPresent());
    for (int i = 0; i < 100; i++) {
      assertEquals(Optional.empty(), keys.find("forged-" + i));
    }
    assertEquals(1, host.asked());

    clock.advance(MINUTE);
    assertEquals(Optional.empty(), keys.find("forged"));
    assertEquals(Optional.empty(), keys.find("forged"));

    assertEquals(2, host.asked());
  }

  @Test
  void a_new_key_is_found_within_a_minute() {
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));
    assertTrue(keys.find("one").isPresent());
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS), Tokens.jwk("other", OTHER, TEAMS)));

    clock.advance(MINUTE);

    assertTrue(keys.find("other").isPresent());
  }

  @Test
  void after_the_clock_was_set_back_keys_are_still_looked_for() {
    assertTrue(keys.find("one").isEmpty());
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));

    clock.advance(Duration.ofDays(-400));

    assertTrue(keys.find("one").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Sign in to the wireless network</html>",
        "",
        "null",
        "[]",
        "{}",
        "{\"keys\":null}",
        "{\"keys\":{}}",
        "{\"keys\":[]}",
        "{\"keys\":[1,null,{}]}",
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"one\",\"n\":\"%%%\",\"e\":\"AQAB\"}]}",
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"one\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}",
        "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"one\",\"x\":\"AQAB\"}]}",
      })
  void an_hour_of_rubbish_costs_no_known_key(String rubbish) {
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));
    assertTrue(keys.find("one").isPresent());
    host.says(200, host.configuration(), rubbish);

    clock.advance(DAY);
    for (int tries = 0; tries < 6; tries++) {
      assertTrue(keys.find("one").isPresent());
      clock.advance(Duration.ofMinutes(10));
    }

    assertEquals(7, host.asked());
    assertFalse(keys.areMissing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "{}",
        "{\"jwks_uri\":17}",
        "{\"jwks_uri\":\"file:///etc/passwd\"}",
        "{\"jwks_uri\":\"http://127.0.0.1:99999/\"}",
        "{\"jwks_uri\":\"http://[\"}",
      })
  void a_configuration_without_an_address_of_keys_costs_no_known_key(String rubbish) {
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));
    assertTrue(keys.find("one").isPresent());
    host.says(200, rubbish, host.keys());

    clock.advance(DAY);

    assertTrue(keys.find("one").isPresent());
    assertEquals(Optional.empty(), keys.find("other"));
  }

  @Test
  void errors_and_redirects_cost_no_known_key() {
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));
    assertTrue(keys.find("one").isPresent());
    for (int status : List.of(500, 404, 302)) {
      host.says(status, host.configuration(), host.keys());
      clock.advance(DAY);

      assertTrue(keys.find("one").isPresent(), "status " + status);
    }
  }

  @Test
  void a_document_without_end_is_not_read_to_the_end() {
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));
    host.says(200, host.configuration(), host.keys() + " ".repeat(300 * 1024));

    assertEquals(Optional.empty(), keys.find("one"));
    assertTrue(keys.areMissing());
  }

  @Test
  void one_bad_key_does_not_spoil_the_others() {
    Map<String, Object> broken = Tokens.jwk("broken", OTHER, TEAMS);
    broken.put("n", "%%%");
    host.has(List.of(
        broken, Tokens.jwk("weak", Tokens.keys(1024), TEAMS), Tokens.jwk("one", ONE, TEAMS)));

    assertTrue(keys.find("one").isPresent());
    assertEquals(Optional.empty(), keys.find("broken"));
    assertEquals(Optional.empty(), keys.find("weak"));
  }

  @Test
  void while_the_host_hangs_a_known_key_waits_for_nobody() throws Exception {
    // Waits a minute for the host, longer than this test may take.
    SigningKeys patient = new SigningKeys(host.openId(), clock, fetching, MINUTE);
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));
    assertTrue(patient.find("one").isPresent());
    host.hang();
    clock.advance(DAY);
    CompletableFuture<Optional<SigningKey>> stranger =
        CompletableFuture.supplyAsync(() -> patient.find("stranger"));
    awaitAsked(2);

    for (int i = 0; i < 1_000; i++) {
      assertTrue(patient.find("one").isPresent());
    }

    assertFalse(stranger.isDone());
    assertEquals(2, host.asked());
    host.wakeUp();
    assertEquals(Optional.empty(), stranger.get(10, TimeUnit.SECONDS));
  }

  @Test
  void a_host_that_hangs_is_given_up_and_asked_again_a_minute_later() {
    SigningKeys hurried = new SigningKeys(host.openId(), clock, fetching, Duration.ofMillis(200));
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));
    host.hang();

    assertEquals(Optional.empty(), hurried.find("one"));
    assertTrue(hurried.areMissing());

    host.wakeUp();
    clock.advance(MINUTE);
    assertTrue(eventually(hurried, "one"));
  }

  @Test
  void requests_that_come_while_the_first_look_goes_on_wait_for_it_together() throws Exception {
    SigningKeys patient = new SigningKeys(host.openId(), clock, fetching, MINUTE);
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));
    host.hang();
    ExecutorService requests = Executors.newFixedThreadPool(20);
    try {
      List<CompletableFuture<Optional<SigningKey>>> waiting = java.util.stream.IntStream.range(
              0, 20)
          .mapToObj(i -> CompletableFuture.supplyAsync(() -> patient.find("one"), requests))
          .toList();
      awaitAsked(1);
      host.wakeUp();

      for (CompletableFuture<Optional<SigningKey>> request : waiting) {
        assertTrue(request.get(10, TimeUnit.SECONDS).isPresent());
      }
      assertEquals(1, host.asked());
    } finally {
      requests.shutdownNow();
    }
  }

  @Test
  void keys_prepared_beforehand_are_there_for_the_first_request() {
    host.has(List.of(Tokens.jwk("one", ONE, TEAMS)));

    keys.prepare();

    assertFalse(keys.areMissing());
  }

  private void awaitAsked(int times) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (host.asked() < times && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertEquals(times, host.asked());
  }

  /** A look that was given up may still be ending when the next one is asked for. */
  private boolean eventually(SigningKeys keys, String id) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (keys.find(id).isEmpty() && System.nanoTime() < deadline) {
      clock.advance(MINUTE);
    }
    return keys.find(id).isPresent();
  }
}
