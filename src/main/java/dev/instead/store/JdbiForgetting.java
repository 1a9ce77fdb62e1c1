package dev.instead.store;

import dev.instead.desk.Forgetting;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.report.Case;
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
  private static final String ERASE_CASE = """
      UPDATE cases SET link_url = NULL, link_key = NULL, erased_at = ?, version = version + 1,
        stage_by = CASE WHEN stage_by IS NULL THEN NULL ELSE CAST(? AS BIGINT) END,
        outcome_text = CASE WHEN outcome_text IS NULL THEN NULL ELSE '' END
      WHERE number = ? AND erased_at IS NULL AND stage IN ('resolved', 'merged', 'withdrawn')
      """;

  private static final String ERASE_REPORTS =
      "UPDATE report SET person = ?, text = '' WHERE case_number = ?";

  private static final String FORGET_NOTES = "DELETE FROM note WHERE case_number = ?";

  private static final String FORGET_WHO = "UPDATE event SET person = NULL WHERE case_number = ?";

  private static final String FORGET_MESSAGES = "DELETE FROM message WHERE case_number = ?";

  private static final String FORGET_PROPOSALS = """
      DELETE FROM proposal WHERE id IN (
        SELECT id FROM proposal WHERE settled_at IS NOT NULL AND settled_at < ? ORDER BY settled_at LIMIT ?)
      """;

  private static final String FORGET_NEWS = """
      DELETE FROM message WHERE seq IN (
        SELECT seq FROM message WHERE case_number = '' AND kind IN ('link_news', 'review_list', 'policy_news', 'undelivered')
          AND wanted_at < ? AND delivered >= wanted LIMIT ?)
      """;

  private final Database database;

  public JdbiForgetting(Database database) {
    this.database = database;
  }

  @Override
  public int cases(Case.Kind kind, Instant endedBefore, Instant now, int limit) {
    List<String> ended = database
        .readers()
        .readHot(sql -> sql.list(
            ENDED, row -> row.getString(1), kind.code(), endedBefore.toEpochMilli(), limit));
    if (!ended.isEmpty()) {
      database.writer().write(sql -> {
        long nobody = People.key(sql, NOBODY);
        for (String number : ended) {
          erase(sql, number, nobody, now);
        }
        return ended.size();
      });
    }
    return ended.size();
  }

  private static void erase(Statements sql, String number, long nobody, Instant now)
      throws SQLException {
    if (sql.update(ERASE_CASE, now.toEpochMilli(), nobody, number) > 0) {
      sql.update(ERASE_REPORTS, nobody, number);
      for (String forget : List.of(FORGET_NOTES, FORGET_WHO, FORGET_MESSAGES)) {
        sql.update(forget, number);
      }
    }
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
