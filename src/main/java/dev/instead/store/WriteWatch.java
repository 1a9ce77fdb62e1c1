package dev.instead.store;

import java.time.Duration;

/** Is told how each write ended. */
@FunctionalInterface
public interface WriteWatch {
  WriteWatch NOBODY = (end, took) -> {};

  /** How a write ended. */
  enum End {
    STORED("stored"),
    /** By the work itself, as when somebody was quicker; nothing is wrong with the store. */
    WITHDRAWN("withdrawn"),
    FAILED("failed");

    private final String code;

    End(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * A write is over.
   *
   * @param took the waiting for its turn included
   */
  void wrote(End end, Duration took);
}
