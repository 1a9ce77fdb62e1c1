package dev.instead.store;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests loudly where no PostgreSQL can be started; {@code INSTEAD_REQUIRE_POSTGRES=1} makes that a failure. */
final class NeedsPostgres implements ExecutionCondition {
  static final String HOW_TO_RUN =
      "Name one in which databases may be made: -Dpostgres=jdbc:postgresql://host/postgres -Dpostgres.user=… -Dpostgres.password=….";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean required = "1".equals(System.getenv("INSTEAD_REQUIRE_POSTGRES"));
    ConditionEvaluationResult decision =
        decide(context.getDisplayName(), PostgresServer.whyNot(), required);
    if (decision.isDisabled()) {
      System.err.println(decision.getReason().orElseThrow());
    }
    return decision;
  }

  static ConditionEvaluationResult decide(String test, Optional<String> whyNot, boolean required) {
    if (whyNot.isEmpty()) {
      return ConditionEvaluationResult.enabled("PostgreSQL runs");
    }
    if (required) {
      throw new IllegalStateException(test + " must run, because INSTEAD_REQUIRE_POSTGRES=1. "
          + whyNot.get() + " " + HOW_TO_RUN);
    }
    return ConditionEvaluationResult.disabled(
        "SKIPPED: " + test + " needs PostgreSQL. " + whyNot.get() + " " + HOW_TO_RUN);
  }
}
