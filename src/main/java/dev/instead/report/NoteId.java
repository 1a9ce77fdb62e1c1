package dev.instead.report;

/** One note of a case: a relayed message, an added detail, a reason. A UUID in lower case; never shown to people. */
public record NoteId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
