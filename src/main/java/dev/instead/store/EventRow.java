package dev.instead.store;

import dev.instead.people.Person;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code event}, beside the person who did it. */
record EventRow(String number, long at, @Nullable Person by, String kind, String detail) {
  /** From {@code event e LEFT JOIN person p ON p.id = e.person}. */
  static final String COLUMNS =
      "e.case_number, e.at, e.kind, e.detail, p.platform, p.workspace, p.remote_id";

  static EventRow of(CaseEvent event) {
    return new EventRow(
        event.number().value(),
        event.at().toEpochMilli(),
        event.by().orElse(null),
        EventCodes.code(event.what()),
        EventCodes.detail(event.what()));
  }

  static EventRow of(ResultSet row) throws SQLException {
    return new EventRow(
        row.getString("case_number"),
        row.getLong("at"),
        People.orNull(row, "platform", "workspace", "remote_id"),
        row.getString("kind"),
        row.getString("detail"));
  }

  CaseEvent toEvent() {
    return new CaseEvent(
        new CaseNumber(number),
        Instant.ofEpochMilli(at),
        Optional.ofNullable(by),
        EventCodes.what(kind, detail));
  }
}
