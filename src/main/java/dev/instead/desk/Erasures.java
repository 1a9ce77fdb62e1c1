package dev.instead.desk;

import dev.instead.policy.PolicyBook;
import dev.instead.policy.Retention;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets people and their words as soon as the policy's retention is over; once a day, on one node. */
public final class Erasures {
  static final String TIMER = "erasures";
  private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
  private static final Duration EVERY = Duration.ofDays(1);

  private static final int AT_ONCE = 20;

  /** What is left then is for the next day. */
  private static final int ROUNDS = 5_000;

  /** So many that can't be erased are no accident. */
  private static final int FAILURES = 20;

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
    int cases = cases(Case.Kind.REPORT, reports, now)
        + cases(Case.Kind.QUESTION, now.minus(kept.questions()), now);
    int rest = all(limit -> forgetting.proposals(now.minus(kept.proposals()), limit))
        + all(limit -> forgetting.news(reports, limit))
        + forgetting.people(reports, PEOPLE);
    if (cases + rest > 0) {
      forgetting.settle();
      LOG.info("Erased what {} cases and {} other things said of people", cases, rest);
    }
  }

  /** One that can't be erased keeps no other from it. */
  private int cases(Case.Kind kind, Instant endedBefore, Instant now) {
    Set<CaseNumber> failed = new HashSet<>();
    int done = 0;
    for (int rounds = 0; rounds < ROUNDS && failed.size() < FAILURES; rounds++) {
      List<CaseNumber> some = forgetting.ended(kind, endedBefore, AT_ONCE + failed.size()).stream()
          .filter(number -> !failed.contains(number))
          .toList();
      if (some.isEmpty()) {
        return done;
      }
      for (CaseNumber number : some) {
        if (erased(number, now)) {
          done++;
        } else {
          failed.add(number);
        }
      }
    }
    return done;
  }

  private boolean erased(CaseNumber number, Instant now) {
    try {
      forgetting.erase(number, now);
      return true;
    } catch (StoreException e) {
      LOG.warn(
          "Case {} could not be erased and is tried again tomorrow: {}", number, e.getMessage());
      return false;
    }
  }

  private static int all(IntUnaryOperator some) {
    int done = 0;
    int last = AT_ONCE;
    for (int rounds = 0; rounds < ROUNDS && last == AT_ONCE; rounds++) {
      last = some.applyAsInt(AT_ONCE);
      done += last;
    }
    return done;
  }
}
