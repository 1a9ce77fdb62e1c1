package dev.instead.policy;

/** May I post this? */
public enum Verdict {
  GO,
  ASK,
  HOLD
}
