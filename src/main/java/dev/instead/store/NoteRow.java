package dev.instead.store;

import dev.instead.people.Person;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code note}, beside its author. */
record NoteRow(
    String id,
    String number,
    String kind,
    Person by,
    @Nullable String report,
    String text,
    long at) {
  /** From {@code note n JOIN person p ON p.id = n.person}. */
  static final String COLUMNS =
      "n.id, n.case_number, n.kind, n.report, n.text, n.at, p.platform, p.workspace, p.remote_id";

  static NoteRow of(Note note) {
    return new NoteRow(
        note.id().value(),
        note.number().value(),
        note.kind().code(),
        note.by(),
        note.report().map(ReportId::value).orElse(null),
        note.text(),
        note.at().toEpochMilli());
  }

  static NoteRow of(ResultSet row) throws SQLException {
    return new NoteRow(
        row.getString("id"),
        row.getString("case_number"),
        row.getString("kind"),
        People.of(row, "platform", "workspace", "remote_id"),
        row.getString("report"),
        row.getString("text"),
        row.getLong("at"));
  }

  Note toNote() {
    return new Note(
        new NoteId(id),
        new CaseNumber(number),
        Note.Kind.ofCode(kind),
        by,
        Optional.ofNullable(report).map(ReportId::new),
        text,
        Instant.ofEpochMilli(at));
  }
}
