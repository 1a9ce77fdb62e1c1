package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.desk.AnswerLog;
import dev.instead.desk.Feedback;
import dev.instead.desk.FeedbackContract;
import dev.instead.desk.Grounds;
import dev.instead.policy.RuleId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What feedback in a database does, whichever it is. */
abstract class JdbiFeedbackContract extends FeedbackContract {
  private Database database;
  private JdbiFeedback feedback;

  abstract Database database();

  @BeforeEach
  void open() {
    database = database();
    feedback = new JdbiFeedback(database, Runnable::run);
  }

  @Override
  protected Feedback feedback() {
    return feedback;
  }

  @Test
  void what_is_older_than_ninety_days_is_forgotten() {
    feedback.keep(STORE, NOW.minus(JdbiFeedback.KEPT).minusSeconds(1));
    feedback.keep(STORE, NOW.minus(JdbiFeedback.KEPT));

    assertEquals(1, feedback.forget(NOW.minus(JdbiFeedback.KEPT), 10));
    assertEquals(1, feedback.since(NOW.minus(Duration.ofDays(365)), 10).size());
  }

  @Test
  void all_other_questions_are_only_counted_by_what_came_nearest() {
    JdbiAnswerLog log = new JdbiAnswerLog(database, Clock.fixed(NOW, ZoneOffset.UTC));
    Grounds store = grounds("new-store", "podcast");
    log.keep(new AnswerLog.Shown(AnswerLog.Outcome.ANSWER, store, List.of()));
    log.keep(new AnswerLog.Shown(AnswerLog.Outcome.ANSWER, store, List.of()));
    log.keep(new AnswerLog.Shown(AnswerLog.Outcome.NONE, grounds(), List.of()));
    log.keep(new AnswerLog.Shown(
        AnswerLog.Outcome.ANSWER, Grounds.chosen(new RuleId("podcast"), "1"), List.of()));

    assertEquals(
        List.of(
            new Feedback.Shown("answer", Optional.of(new RuleId("new-store")), 2),
            new Feedback.Shown("chosen", Optional.of(new RuleId("podcast")), 1),
            new Feedback.Shown("none", Optional.empty(), 1)),
        feedback.shown(NOW));
    assertEquals(List.of(), feedback.shown(NOW.plusSeconds(1)));
  }

  private static Grounds grounds(String... nearest) {
    return new Grounds(
        Grounds.Method.MEANING,
        List.of(nearest).stream().map(RuleId::new).toList(),
        "",
        0,
        0,
        "",
        0,
        "1");
  }
}
