package dev.instead.report;

import dev.instead.people.Person;
import java.time.Instant;
import java.util.Optional;

/**
 * Words that belong to a case. They are kept apart from the events, so that they can be erased without touching the audit.
 *
 * @param report the report whose author it comes from or goes to; absent: all reporters
 */
public record Note(
    NoteId id,
    CaseNumber number,
    Kind kind,
    Person by,
    Optional<ReportId> report,
    String text,
    Instant at) {
  /** Which way a note goes. */
  public enum Kind {
    /** A reporter adds to their report. */
    DETAILS("details"),
    /** The team asks a reporter. */
    QUESTION("question"),
    /** The team tells a reporter something. */
    REPLY("reply"),
    /** A reporter answers the team. */
    ANSWER("answer");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Kind ofCode(String code) {
      for (Kind kind : values()) {
        if (kind.code.equals(code)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("No kind of note is called \"" + code + "\"");
    }
  }
}
