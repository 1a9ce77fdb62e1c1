package dev.instead.store;

import dev.instead.desk.AnswerLog;
import dev.instead.desk.Grounds;
import dev.instead.policy.RuleId;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;

/** The answers that were shown, in a database. */
public final class JdbiAnswerLog implements AnswerLog {
  private static final String KEEP = """
      INSERT INTO answer_given (at, outcome, method, rules, example, shared, closeness, margin, probability, policy_version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FORGET = """
      DELETE FROM answer_given WHERE seq IN (SELECT seq FROM answer_given WHERE at < ? ORDER BY at LIMIT ?)
      """;

  private final Database database;
  private final Clock clock;

  public JdbiAnswerLog(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void keep(Shown shown) {
    Grounds grounds = shown.grounds();
    database
        .writer()
        .write(sql -> sql.update(
            KEEP,
            clock.instant().toEpochMilli(),
            shown.outcome().code(),
            grounds.method().code(),
            grounds.nearest().stream().map(RuleId::value).collect(Collectors.joining(",")),
            grounds.example(),
            String.join(" ", shown.shared()),
            grounds.closeness(),
            grounds.margin(),
            grounds.probability(),
            grounds.policyVersion()));
  }

  /**
   * Forgets what was shown before {@code before}.
   *
   * @param limit at most so many in one write, so that nobody else waits long for theirs
   * @return how many were forgotten; fewer than {@code limit} when none is left
   */
  public int forget(Instant before, int limit) {
    return database.writer().write(sql -> sql.update(FORGET, before.toEpochMilli(), limit));
  }
}
