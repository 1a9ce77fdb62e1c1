package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class NeedsPostgresTest {
  private static final Optional<String> NO_BINARY =
      Optional.of("PostgreSQL did not start: no binary.");

  @Test
  void a_test_runs_where_postgresql_runs() {
    assertFalse(NeedsPostgres.decide("StoreTest", Optional.empty(), true).isDisabled());
  }

  @Test
  void without_it_the_skip_says_what_was_skipped_and_why_and_how_to_run_it() {
    ConditionEvaluationResult skip = NeedsPostgres.decide("StoreTest", NO_BINARY, false);
    String reason = skip.getReason().orElseThrow();

    assertTrue(skip.isDisabled());
    assertTrue(
        reason.contains("StoreTest")
            && reason.contains("no binary")
            && reason.contains("-Dpostgres="),
        reason);
  }

  @Test
  void where_it_is_required_its_absence_is_a_failure() {
    assertThrows(
        IllegalStateException.class, () -> NeedsPostgres.decide("StoreTest", NO_BINARY, true));
  }
}
