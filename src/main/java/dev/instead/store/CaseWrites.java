package dev.instead.store;

import dev.instead.desk.Change;
import dev.instead.desk.Delivery;
import dev.instead.desk.Joining;
import dev.instead.report.Case;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.Report;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What decisions write, inside the writer's transaction. Whoever was too late is told so by {@link TooLate}, which takes all back. */
final class CaseWrites {
  /** Somebody was quicker. Nobody reads where it came from. */
  static final class TooLate extends RuntimeException {
    TooLate() {
      super("somebody was quicker", null, false, false);
    }
  }

  private static final String ANSWER = """
      INSERT INTO delivery (key, answer, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private static final String OPEN_CASE = """
      INSERT INTO cases (number, kind, situation, team, severity, stage, stage_by, stage_at, outcome, outcome_text, merged_into, link_url,
        link_key, restricted, language, reports, opened_at, due_at, policy_version, turn, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      ON CONFLICT DO NOTHING
      """;

  // How many reports there are is never taken from a change: others may have joined since it was
  // read.
  private static final String CHANGE_CASE = """
      UPDATE cases SET situation = ?, team = ?, severity = ?, stage = ?, stage_by = ?, stage_at = ?, outcome = ?, outcome_text = ?,
        merged_into = ?, restricted = ?, due_at = ?, policy_version = ?, turn = ?, version = version + 1
      WHERE number = ? AND version = ?
      """;

  // Two accounts of one person count once.
  private static final String COUNT_REPORTS = """
      UPDATE cases
      SET reports = (SELECT COUNT(DISTINCT CASE WHEN s.other < r.person THEN s.other ELSE r.person END)
        FROM report r LEFT JOIN same_person s ON s.person = r.person
        WHERE r.case_number = cases.number AND r.withdrawn = 0)
      WHERE number = ?
      """;

  private static final String LEFT_BEHIND = """
      SELECT 1 FROM cases WHERE number = ? AND stage IN ('merged', 'withdrawn') AND reports > 0
      """;

  private static final String COUNT_ONE_MORE = """
      UPDATE cases SET reports = reports + CASE
        WHEN EXISTS (SELECT 1 FROM report r WHERE r.person = ? AND r.case_number = cases.number AND r.withdrawn = 0) THEN 0
        WHEN EXISTS (SELECT 1 FROM same_person s JOIN report r ON r.person = s.other
          WHERE s.person = ? AND r.case_number = cases.number AND r.withdrawn = 0) THEN 0
        ELSE 1 END
      WHERE number = ? AND stage IN ('open', 'claimed')
      """;

  private static final String ADD_REPORT = """
      INSERT INTO report (id, case_number, person, text, language, at, joined, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  // What was said about a report goes where the report goes, so that a receipt is edited and not
  // said again.
  private static final String MOVE_MESSAGES = """
      UPDATE message INDEXED BY message_by_report SET case_number = ? WHERE report = ? AND case_number <> ?
      """;

  private static final String MOVE_MESSAGES_POSTGRES = """
      UPDATE message SET case_number = ? WHERE report = ? AND case_number <> ?
      """;

  // Whoever has it decides alone what becomes of the case; what is read after it is what the last
  // one left behind. SQLite's writer is alone anyway.
  private static final String HOLD_POSTGRES = "SELECT 1 FROM cases WHERE number = ? FOR UPDATE";

  private static final String CHANGE_REPORT = """
      UPDATE report SET case_number = ?, joined = ?, withdrawn = ? WHERE id = ?
      """;

  private static final String ADD_EVENT = """
      INSERT INTO event (case_number, at, person, kind, detail) VALUES (?, ?, ?, ?, ?)
      """;

  private static final String ADD_NOTE = """
      INSERT INTO note (id, case_number, kind, person, report, text, at) VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private CaseWrites() {}

  static void save(Statements sql, Change change, Instant now) throws SQLException {
    if (!change.reports().isEmpty()) {
      sql.beside(Statements.Alone.LINKING_PEOPLE);
    }
    for (String number :
        change.cases().stream().map(each -> each.number().value()).sorted().toList()) {
      hold(sql, number);
    }
    if (change.delivery().isPresent()) {
      answer(sql, change.delivery().get(), change.answer(), now);
    }
    for (Case about : change.cases()) {
      save(sql, CaseRow.of(about));
    }
    for (Report report : change.reports()) {
      save(sql, ReportRow.of(report));
    }
    if (!change.reports().isEmpty()) {
      countReports(sql, change.cases());
    }
    for (CaseEvent event : change.events()) {
      add(sql, EventRow.of(event));
    }
    for (Note note : change.notes()) {
      add(sql, NoteRow.of(note));
    }
    Messages.want(sql, change.wanted(), now);
  }

  static void join(Statements sql, Joining joining, Instant now) throws SQLException {
    ReportRow report = ReportRow.of(joining.report());
    sql.beside(Statements.Alone.LINKING_PEOPLE);
    hold(sql, report.number());
    answer(sql, joining.delivery(), joining.answer(), now);
    long person = People.key(sql, report.reporter(), report.reporterName());
    changed(sql.update(COUNT_ONE_MORE, person, person, report.number()));
    add(sql, report, person);
    add(sql, EventRow.of(joining.event()));
    Messages.want(sql, joining.wanted(), now);
  }

  /** Counts anew how many people reported a case. */
  static void count(Statements sql, String number) throws SQLException {
    hold(sql, number);
    sql.update(COUNT_REPORTS, number);
  }

  private static void hold(Statements sql, String number) throws SQLException {
    if (sql.dialect() == Dialect.POSTGRES) {
      sql.one(HOLD_POSTGRES, row -> true, number);
    }
  }

  private static void answer(Statements sql, Delivery delivery, String answer, Instant now)
      throws SQLException {
    changed(sql.update(ANSWER, delivery.key(), answer, now.toEpochMilli()));
  }

  private static void save(Statements sql, CaseRow row) throws SQLException {
    Long stageBy = People.keyOrNull(sql, row.stageBy());
    changed(row.version() == 0 ? open(sql, row, stageBy) : change(sql, row, stageBy));
  }

  private static int open(Statements sql, CaseRow row, @Nullable Long stageBy) throws SQLException {
    return sql.update(
        OPEN_CASE,
        row.number(),
        row.kind(),
        row.situation(),
        row.team(),
        row.severity(),
        row.stage(),
        stageBy,
        row.stageAt(),
        row.outcome(),
        row.outcomeText(),
        row.mergedInto(),
        row.linkUrl(),
        row.linkKey(),
        row.restricted(),
        row.language(),
        row.reports(),
        row.openedAt(),
        row.dueAt(),
        row.policyVersion(),
        row.turn());
  }

  private static int change(Statements sql, CaseRow row, @Nullable Long stageBy)
      throws SQLException {
    try {
      return sql.update(
          CHANGE_CASE,
          row.situation(),
          row.team(),
          row.severity(),
          row.stage(),
          stageBy,
          row.stageAt(),
          row.outcome(),
          row.outcomeText(),
          row.mergedInto(),
          row.restricted(),
          row.dueAt(),
          row.policyVersion(),
          row.turn(),
          row.number(),
          row.version());
    } catch (SQLException thrown) {
      if (Trouble.isRefusal(thrown)) {
        throw new TooLate(); // opened again, while its post has another open case by now
      }
      throw thrown;
    }
  }

  private static void save(Statements sql, ReportRow row) throws SQLException {
    long person = People.key(sql, row.reporter(), row.reporterName());
    if (add(sql, row, person) == 0) {
      sql.update(
          sql.dialect().of(MOVE_MESSAGES, MOVE_MESSAGES_POSTGRES),
          row.number(),
          row.id(),
          row.number());
      sql.update(CHANGE_REPORT, row.number(), row.joined(), row.withdrawn(), row.id());
    }
  }

  /** A case that ends with its last report, or that gave its reports away, must have none left: somebody may just have joined. */
  private static void countReports(Statements sql, List<Case> cases) throws SQLException {
    for (Case about : cases) {
      if (about.version() > 0) {
        CaseNumber number = about.number();
        sql.update(COUNT_REPORTS, number.value());
        if (sql.one(LEFT_BEHIND, row -> true, number.value()).isPresent()) {
          throw new TooLate();
        }
      }
    }
  }

  private static int add(Statements sql, ReportRow row, long person) throws SQLException {
    return sql.update(
        ADD_REPORT,
        row.id(),
        row.number(),
        person,
        row.text(),
        row.language(),
        row.at(),
        row.joined(),
        row.withdrawn());
  }

  private static void add(Statements sql, EventRow row) throws SQLException {
    Long person = People.keyOrNull(sql, row.by());
    sql.update(ADD_EVENT, row.number(), row.at(), person, row.kind(), row.detail());
  }

  private static void add(Statements sql, NoteRow row) throws SQLException {
    long person = People.key(sql, row.by());
    sql.update(
        ADD_NOTE, row.id(), row.number(), row.kind(), person, row.report(), row.text(), row.at());
  }

  private static void changed(int rows) {
    if (rows == 0) {
      throw new TooLate();
    }
  }
}
