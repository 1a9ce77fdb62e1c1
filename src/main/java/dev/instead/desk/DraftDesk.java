package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.PolicyBook;
import java.time.Clock;

/**
 * What somebody is about to post, held against the policy. Neither its words nor its author are stored. Of a draft in a message, as of any
 * message, the delivery's id and a fingerprint are remembered for as long as a platform may repeat it ({@link Delivery}).
 */
public final class DraftDesk {
  /** The longest draft that is looked through, in UTF-16 units. */
  public static final int MAX_DRAFT = 10_000;

  private final PolicyBook policies;
  private final Matcher matcher;
  private final Readers readers;
  private final Clock clock;

  public DraftDesk(PolicyBook policies, Matcher matcher, Readers readers, Clock clock) {
    this.policies = policies;
    this.matcher = matcher;
    this.readers = readers;
    this.clock = clock;
  }

  /** What is the matter with a draft, and what to do instead; or that nothing was found. */
  public Notice check(Person author, String draft) {
    Reader reader = readers.of(author);
    return readers
        .notInside(reader)
        .orElseGet(() -> new Drafts(policies.current(), matcher, clock.instant())
            .check(draft, reader.language()));
  }
}
