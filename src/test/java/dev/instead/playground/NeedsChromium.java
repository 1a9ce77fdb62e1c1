package dev.instead.playground;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips browser tests loudly where there is no Chromium; {@code INSTEAD_REQUIRE_BROWSER=1} makes that a failure. */
final class NeedsChromium implements ExecutionCondition {
  static final String HOW_TO_RUN =
      "No Chromium was found. Install one (on Debian: apt-get install chromium) or name it with -Dchromium=/path/to/it.";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean required = "1".equals(System.getenv("INSTEAD_REQUIRE_BROWSER"));
    ConditionEvaluationResult decision =
        decide(context.getDisplayName(), Chromium.find(), required);
    if (decision.isDisabled()) {
      System.err.println(decision.getReason().orElseThrow());
    }
    return decision;
  }

  static ConditionEvaluationResult decide(String test, Optional<Path> chromium, boolean required) {
    if (chromium.isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is " + chromium.get());
    }
    if (required) {
      throw new IllegalStateException(
          test + " must run, because INSTEAD_REQUIRE_BROWSER=1. " + HOW_TO_RUN);
    }
    return ConditionEvaluationResult.disabled(
        "SKIPPED: " + test + " needs a browser. " + HOW_TO_RUN);
  }
}
