package dev.instead.playground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips loudly where Microsoft's scripts are missing; {@code INSTEAD_REQUIRE_BROWSER=1} makes that a failure. */
final class NeedsAdaptiveCards implements ExecutionCondition {
  static final String HOW_TO_RUN =
      "Microsoft's adaptivecards was not found. Run npm install --prefix target/adaptivecards --no-save --legacy-peer-deps "
          + "adaptivecards@3.0.6 markdown-it@14.1.0 and set ADAPTIVECARDS_JS=target/adaptivecards/node_modules.";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean required = "1".equals(System.getenv("INSTEAD_REQUIRE_BROWSER"));
    ConditionEvaluationResult decision =
        decide(context.getDisplayName(), find(System.getenv("ADAPTIVECARDS_JS")), required);
    if (decision.isDisabled()) {
      System.err.println(decision.getReason().orElseThrow());
    }
    return decision;
  }

  static ConditionEvaluationResult decide(String test, Optional<Path> modules, boolean required) {
    if (modules.isPresent()) {
      return ConditionEvaluationResult.enabled("adaptivecards is in " + modules.get());
    }
    if (required) {
      throw new IllegalStateException(
          test + " must run, because INSTEAD_REQUIRE_BROWSER=1. " + HOW_TO_RUN);
    }
    return ConditionEvaluationResult.disabled("SKIPPED: " + test + ". " + HOW_TO_RUN);
  }

  /** The folder of node modules, if both scripts are in it. */
  static Optional<Path> find(@Nullable String named) {
    return Optional.of(Path.of(Objects.requireNonNullElse(named, "")))
        .filter(folder -> Files.isReadable(renderer(folder)) && Files.isReadable(markdown(folder)));
  }

  static Path renderer(Path modules) {
    return modules.resolve("adaptivecards/dist/adaptivecards.min.js");
  }

  static Path markdown(Path modules) {
    return modules.resolve("markdown-it/dist/markdown-it.min.js");
  }
}
