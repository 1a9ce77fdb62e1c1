package dev.instead.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.Optional;

/** What of an exception may be written, in either format of the log. */
final class Failure {
  private static final String OURS = "dev.instead.";

  private Failure() {}

  /** What it says, when it is our own: a parser's or a driver's may quote what somebody wrote. */
  static Optional<String> said(IThrowableProxy failure) {
    return failure.getClassName().startsWith(OURS)
        ? Optional.ofNullable(failure.getMessage())
        : Optional.empty();
  }
}
