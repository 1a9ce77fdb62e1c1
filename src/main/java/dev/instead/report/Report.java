package dev.instead.report;

import dev.instead.people.Person;
import java.time.Instant;
import java.util.Locale;

/**
 * What one person sent in.
 *
 * @param reporterName how colleagues know them, as far as it was known then; may be empty
 * @param text their own words, at most {@value #MAX_TEXT} characters; empty when the link said it all
 * @param language the language that they read
 * @param joined its post had an open case already
 */
public record Report(
    ReportId id,
    CaseNumber number,
    Person reporter,
    String reporterName,
    String text,
    Locale language,
    Instant at,
    boolean joined,
    boolean withdrawn) {
  /** Slack's plain-text input takes no more. */
  public static final int MAX_TEXT = 3000;

  public Report takenBack() {
    return new Report(id, number, reporter, reporterName, text, language, at, joined, true);
  }

  public Report movedTo(CaseNumber other) {
    return new Report(id, other, reporter, reporterName, text, language, at, true, withdrawn);
  }
}
