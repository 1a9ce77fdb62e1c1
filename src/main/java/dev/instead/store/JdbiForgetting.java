package dev.instead.store;

import dev.instead.desk.Forgetting;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Takes people and their words out of a database. Events stay, without who. */
public final class JdbiForgetting implements Forgetting {
  /** Who is named where nobody is any more: one for all. */
  private static final Person NOBODY = new Person(Platform.SLACK, "", Person.FORMER + "nobody");

  private static final String ENDED = """
      SELECT number FROM cases
      WHERE kind = ? AND stage_at < ? AND erased_at IS NULL AND stage IN ('resolved', 'merged', 'withdrawn')
      ORDER BY stage_at LIMIT ?
      """;

  // Somebody may just have opened it again.
  private static final String IS_OVER = """
      SELECT 1 FROM cases WHERE number = ? AND erased_at IS NULL AND stage IN ('resolved', 'merged', 'withdrawn')
      """;

  private static final String FORGET_REPORTS = """
      UPDATE report SET person = ?, text = '' WHERE id IN (
        SELECT id FROM report WHERE case_number = ? AND person <> ? LIMIT ?)
      """;

  private static final String FORGET_NOTES =
      "DELETE FROM note WHERE id IN (SELECT id FROM note WHERE case_number = ? LIMIT ?)";

  private static final String FORGET_WHO = """
      UPDATE event SET person = NULL WHERE seq IN (
        SELECT seq FROM event WHERE case_number = ? AND person IS NOT NULL LIMIT ?)
      """;

  // The cards stay in their channels, so the doctor has to know them; they name nobody.
  private static final String FORGET_MESSAGES = """
      DELETE FROM message WHERE seq IN (
        SELECT seq FROM message WHERE case_number = ? AND kind <> 'team_card' LIMIT ?)
      """;

  // Nothing more is to be drawn.
  private static final String SETTLE_CARDS = """
      UPDATE message SET state = 'due', delivered = wanted, error = '' WHERE case_number = ? AND kind = 'team_card'
      """;

  private static final String ERASE_CASE = """
      UPDATE cases SET link_url = NULL, link_key = NULL, erased_at = ?, version = version + 1,
        stage_by = CASE WHEN stage_by IS NULL THEN NULL ELSE CAST(? AS BIGINT) END,
        outcome_text = CASE WHEN outcome_text IS NULL THEN NULL ELSE '' END
      WHERE number = ? AND erased_at IS NULL AND stage IN ('resolved', 'merged', 'withdrawn')
      """;

  private static final String FORGET_PROPOSALS = """
      DELETE FROM proposal WHERE id IN (
        SELECT id FROM proposal WHERE settled_at IS NOT NULL AND settled_at < ? ORDER BY settled_at LIMIT ?)
      """;

  private static final String FORGET_NEWS = """
      DELETE FROM message WHERE seq IN (
        SELECT seq FROM message WHERE case_number = '' AND kind IN ('link_news', 'review_list', 'policy_news', 'undelivered')
          AND wanted_at < ? AND (delivered >= wanted OR state = 'given_up') LIMIT ?)
      """;

  /** Of each table, in one write: a case may have ten thousand reports. */
  private static final int STEP = 500;

  private final Database database;
  private final int step;

  public JdbiForgetting(Database database) {
    this(database, STEP);
  }

  /** @param step how many rows of a table one write changes at most */
  JdbiForgetting(Database database, int step) {
    this.database = database;
    this.step = step;
  }

  @Override
  public List<CaseNumber> ended(Case.Kind kind, Instant endedBefore, int limit) {
    return database
        .readers()
        .readHot(sql -> sql.list(
            ENDED,
            row -> new CaseNumber(row.getString(1)),
            kind.code(),
            endedBefore.toEpochMilli(),
            limit));
  }

  @Override
  public void erase(CaseNumber number, Instant now) {
    boolean done = false;
    while (!done) {
      done = database.writer().write(sql -> eraseSome(sql, number.value(), now));
    }
  }

  /** Whether nothing is left. The case counts as erased only then, so that the next day goes on where this one stopped. */
  private boolean eraseSome(Statements sql, String number, Instant now) throws SQLException {
    if (sql.one(IS_OVER, row -> true, number).isEmpty()) {
      return true;
    }
    long nobody = People.key(sql, NOBODY);
    boolean all = sql.update(FORGET_REPORTS, nobody, number, nobody, step) < step;
    for (String forget : List.of(FORGET_NOTES, FORGET_WHO, FORGET_MESSAGES)) {
      all &= sql.update(forget, number, step) < step;
    }
    if (all) {
      sql.update(SETTLE_CARDS, number);
      sql.update(ERASE_CASE, now.toEpochMilli(), nobody, number);
    }
    return all;
  }

  @Override
  public int proposals(Instant settledBefore, int limit) {
    return database
        .writer()
        .write(sql -> sql.update(FORGET_PROPOSALS, settledBefore.toEpochMilli(), limit));
  }

  @Override
  public int news(Instant wantedBefore, int limit) {
    return database
        .writer()
        .write(sql -> sql.update(FORGET_NEWS, wantedBefore.toEpochMilli(), limit));
  }

  @Override
  public int people(Instant homesBefore, int limit) {
    return UnkeptPeople.forget(database, homesBefore, limit);
  }

  @Override
  public void settle() {
    database.settle();
  }
}
