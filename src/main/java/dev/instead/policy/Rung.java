package dev.instead.policy;

import java.time.Duration;

/** One step of a team's ladder: what happens when a case has waited {@code after} unclaimed. */
public sealed interface Rung {
  Duration after();

  /** Mentions someone. */
  record Mention(Duration after, Whom whom) implements Rung {}

  /** Hands the case to another team. */
  record HandOver(Duration after, TeamId to) implements Rung {}

  /** Whom a rung mentions. */
  enum Whom {
    ON_CALL,
    BACKUP,
    LEAD
  }
}
