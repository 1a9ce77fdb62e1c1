package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class NeedsChromiumTest {
  @Test
  void a_browser_test_runs_where_there_is_a_browser() {
    assertFalse(NeedsChromium.decide("StoryTest", Optional.of(Path.of("/bin/chromium")), true)
        .isDisabled());
  }

  @Test
  void without_a_browser_the_skip_says_what_was_skipped_and_how_to_run_it() {
    ConditionEvaluationResult skip = NeedsChromium.decide("StoryTest", Optional.empty(), false);
    String reason = skip.getReason().orElseThrow();

    assertTrue(skip.isDisabled());
    assertTrue(reason.contains("StoryTest") && reason.contains("-Dchromium="), reason);
  }

  @Test
  void where_a_browser_is_required_its_absence_is_a_failure() {
    assertThrows(
        IllegalStateException.class,
        () -> NeedsChromium.decide("StoryTest", Optional.empty(), true));
  }

  @Test
  void microsofts_renderer_is_asked_for_in_the_same_way() {
    ConditionEvaluationResult skip =
        NeedsAdaptiveCards.decide("DrawnTest", NeedsAdaptiveCards.find(null), false);
    String reason = skip.getReason().orElseThrow();

    assertTrue(skip.isDisabled());
    assertTrue(reason.contains("DrawnTest") && reason.contains("ADAPTIVECARDS_JS="), reason);
    assertThrows(
        IllegalStateException.class,
        () -> NeedsAdaptiveCards.decide(
            "DrawnTest", NeedsAdaptiveCards.find("target/nothing"), true));
  }
}
