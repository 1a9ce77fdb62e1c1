package dev.instead.burst;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short crisis; {@code mvn verify -Pburst} runs the whole one, {@link WholeBurst}. */
@Timeout(180)
class BurstTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So that the messages of a short wave don't take minutes. */
  static final int MESSAGES_PER_MINUTE = 3_000;

  @TempDir
  Path folder;

  @Test
  void hundreds_report_one_post_and_others_report_others_and_nothing_is_lost_or_said_twice()
      throws Exception {
    DatabaseAddress store = DatabaseAddress.of("jdbc:sqlite:" + folder.resolve("instead.db"));
    try (Crisis crisis = new Crisis(
        Wave.SHORT,
        Map.of("INSTEAD_DATABASE_URL", store.url()),
        folder.resolve("log"),
        MESSAGES_PER_MINUTE,
        1)) {
      passes(crisis, store);
    }
  }

  static void passes(Crisis crisis, DatabaseAddress store) throws Exception {
    Rush rush = new Rush(crisis.wave, crisis.addresses());
    rush.warmUp(20);
    Reckoning reckoning = new Reckoning(crisis, rush.go());

    assertTrue(crisis.awaitCards(PATIENCE), "not every post has its card");
    assertTrue(crisis.awaitTold(PATIENCE), "not everybody was told");
    assertTrue(crisis.awaitCount(reckoning.numberOf(0), PATIENCE), "the card doesn't count");
    crisis.stop();
    reckoning.each_post_has_one_card();
    reckoning.each_reporter_was_told_once();
    reckoning.every_call_had_a_reason();
    reckoning.every_receipt_is_a_stored_report(store);
  }
}
