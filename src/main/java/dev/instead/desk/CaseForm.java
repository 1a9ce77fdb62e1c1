package dev.instead.desk;

/** The forms that a team's card opens. */
public enum CaseForm {
  ASK_REPORTER,
  REPLY,
  RESOLVE,
  HAND_OVER,
  SEVERITY,
  MERGE,
  USE_REPLY,
  TIMELINE,
  REPORTS
}
