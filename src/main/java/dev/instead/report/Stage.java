package dev.instead.report;

import dev.instead.people.Person;
import java.time.Instant;

/** Where a case stands. */
public sealed interface Stage {
  /** Nobody has it. */
  record Open() implements Stage {}

  /** Exactly one person works on it. */
  record Claimed(Person by, Instant at) implements Stage {}

  /**
   * It ended.
   *
   * @param text what the reporters are told; may be empty
   */
  record Resolved(Person by, Instant at, Outcome outcome, String text) implements Stage {}

  /** Its reports moved to another case. */
  record Merged(Person by, Instant at, CaseNumber into) implements Stage {}

  /** Its only reporter took the report back before anybody claimed it. */
  record Withdrawn(Instant at) implements Stage {}
}
