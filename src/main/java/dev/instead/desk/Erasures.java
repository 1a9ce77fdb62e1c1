package dev.instead.desk;

import dev.instead.policy.PolicyBook;
import dev.instead.policy.Retention;
import dev.instead.report.Case;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets people and their words as soon as the policy's retention is over; once a day, on one node. */
public final class Erasures {
  static final String TIMER = "erasures";
  private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
  private static final Duration EVERY = Duration.ofDays(1);

  /** Some cases have thousands of reports. */
  private static final int AT_ONCE = 20;

  /** What is left then is for the next day. */
  private static final int WRITES = 5_000;

  /** Finding them is dear, so that it is done once. */
  private static final int PEOPLE = 1_000;

  private final PolicyBook policies;
  private final Timers timers;
  private final Forgetting forgetting;
  private final Clock clock;

  public Erasures(PolicyBook policies, Timers timers, Forgetting forgetting, Clock clock) {
    this.policies = policies;
    this.timers = timers;
    this.forgetting = forgetting;
    this.clock = clock;
  }

  /** Forgets what is due; for a timer, often. What fails is still due the next time. */
  public void round() {
    Instant now = clock.instant();
    try {
      timers.begin(TIMER, now);
      if (timers.due(TIMER).filter(due -> !now.isBefore(due)).isPresent()
          && timers.take(TIMER, now, now.plus(EVERY), List.of())) {
        forget(policies.current().retention(), now);
      }
    } catch (StoreException e) {
      LOG.warn("Erasing waits for the store and is tried again tomorrow: {}", e.getMessage());
    }
  }

  private void forget(Retention kept, Instant now) {
    Instant reports = now.minus(kept.reports());
    int cases = all(limit -> forgetting.cases(Case.Kind.REPORT, reports, now, limit))
        + all(
            limit -> forgetting.cases(Case.Kind.QUESTION, now.minus(kept.questions()), now, limit));
    int rest = all(limit -> forgetting.proposals(now.minus(kept.proposals()), limit))
        + all(limit -> forgetting.news(reports, limit))
        + forgetting.people(reports, PEOPLE);
    if (cases + rest > 0) {
      forgetting.settle();
      LOG.info("Erased what {} cases and {} other things said of people", cases, rest);
    }
  }

  private static int all(IntUnaryOperator some) {
    int done = 0;
    int last = AT_ONCE;
    for (int writes = 0; writes < WRITES && last == AT_ONCE; writes++) {
      last = some.applyAsInt(AT_ONCE);
      done += last;
    }
    return done;
  }
}
