package dev.instead;

import dev.instead.desk.Erasures;
import dev.instead.policy.PolicyBook;
import dev.instead.store.JdbiAnswerLog;
import dev.instead.store.JdbiCases;
import dev.instead.store.JdbiFeedback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;

/** Forgets what has been kept for long enough: what repeated deliveries were answered, what askers were shown and said, and people. */
final class Forgettings {
  /** Slack repeats within an hour; two days leave room for much longer outages. */
  private static final Duration ANSWERS_KEPT = Duration.ofDays(2);

  /** Which answers were shown: a quarter, and a bit. */
  private static final Duration SHOWN_KEPT = Duration.ofDays(100);

  private static final Duration LOOK = Duration.ofHours(1);

  /** How often it is looked whether anything is to be erased; that is one row. */
  private static final Duration ERASING = Duration.ofMinutes(1);

  private static final int AT_ONCE = 5_000;

  private final JdbiCases cases;
  private final JdbiAnswerLog answers;
  private final JdbiFeedback feedback;
  private final Erasures erasures;
  private final PolicyBook policies;
  private final Clock clock;

  Forgettings(
      JdbiCases cases,
      JdbiAnswerLog answers,
      JdbiFeedback feedback,
      Erasures erasures,
      PolicyBook policies,
      Clock clock) {
    this.cases = cases;
    this.answers = answers;
    this.feedback = feedback;
    this.erasures = erasures;
    this.policies = policies;
    this.clock = clock;
  }

  void begin(Threads threads) {
    // It may take its time, and the other timers must not wait for it.
    threads.every("erasures", ERASING, () -> threads.aside("erasures", erasures::round));
    threads.every("answers", LOOK, this::round);
  }

  private void round() {
    forget(before -> cases.forgetAnswers(before, AT_ONCE), ANSWERS_KEPT);
    forget(before -> answers.forget(before, AT_ONCE), SHOWN_KEPT);
    forget(before -> feedback.forget(before, AT_ONCE), feedbackKept());
  }

  /** What askers were told, or less where the policy keeps questions for less. */
  private Duration feedbackKept() {
    Duration questions = policies.current().retention().questions();
    return questions.compareTo(JdbiFeedback.KEPT) < 0 ? questions : JdbiFeedback.KEPT;
  }

  private void forget(ToIntFunction<Instant> some, Duration kept) {
    int forgotten = AT_ONCE;
    while (forgotten == AT_ONCE) {
      forgotten = some.applyAsInt(clock.instant().minus(kept));
    }
  }
}
