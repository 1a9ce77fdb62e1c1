package dev.instead.store;

import dev.instead.people.Person;
import dev.instead.report.CaseNumber;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/** A row of {@code report}, beside its reporter. */
record ReportRow(
    String id,
    String number,
    Person reporter,
    String reporterName,
    String text,
    String language,
    long at,
    boolean joined,
    boolean withdrawn) {
  /** From {@code report r JOIN person p ON p.id = r.person}. */
  static final String COLUMNS = """
      r.id AS report_id, r.case_number AS report_case, r.text AS report_text, r.language AS report_language, r.at AS report_at,
      r.joined, r.withdrawn, p.platform AS reporter_platform, p.workspace AS reporter_workspace, p.remote_id AS reporter, p.name AS reporter_name
      """;

  static ReportRow of(Report report) {
    return new ReportRow(
        report.id().value(),
        report.number().value(),
        report.reporter(),
        report.reporterName(),
        report.text(),
        report.language().toLanguageTag(),
        report.at().toEpochMilli(),
        report.joined(),
        report.withdrawn());
  }

  static ReportRow of(ResultSet row) throws SQLException {
    return new ReportRow(
        row.getString("report_id"),
        row.getString("report_case"),
        People.of(row, "reporter_platform", "reporter_workspace", "reporter"),
        row.getString("reporter_name"),
        row.getString("report_text"),
        row.getString("report_language"),
        row.getLong("report_at"),
        row.getInt("joined") == 1,
        row.getInt("withdrawn") == 1);
  }

  Report toReport() {
    return new Report(
        new ReportId(id),
        new CaseNumber(number),
        reporter,
        reporterName,
        text,
        Locale.forLanguageTag(language),
        Instant.ofEpochMilli(at),
        joined,
        withdrawn);
  }
}
