package dev.instead.notice;

import java.util.Locale;

/** What an entry of the policy says about posting, in the order in which people read it: the yes-list first. */
public enum Chapter {
  GO,
  /** What nobody can forbid. */
  RIGHTS,
  ASK,
  HOLD,
  /** What holds on people's own accounts. */
  OWN_ACCOUNT,
  /** Information that is risky to share. */
  SENSITIVE;

  /** Its heading, a key of {@link Words}. */
  public String heading() {
    return "chapter." + name().toLowerCase(Locale.ROOT);
  }
}
