package dev.instead.desk;

import dev.instead.report.Case;
import dev.instead.report.Report;

/** What was made of a filing: its case as it is now, and the report. */
record Filed(Case about, Report report) {
  static String answer(Report report) {
    return report.id().value();
  }
}
