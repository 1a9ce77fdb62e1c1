package dev.instead.report;

/** One report of one person. A UUID in lower case; never shown to people. */
public record ReportId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
