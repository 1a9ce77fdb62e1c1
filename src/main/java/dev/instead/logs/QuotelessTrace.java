package dev.instead.logs;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * A failure in the log for people: each exception's class, what it says when it is {@link Failure our own}, and where it happened; below it
 * what caused it. Empty without one.
 */
public final class QuotelessTrace extends ThrowableHandlingConverter {
  private static final int MOST_FRAMES = 200;
  private static final int MOST_CAUSES = 10;

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    IThrowableProxy failure = event.getThrowableProxy();
    for (int causes = 0; failure != null && causes <= MOST_CAUSES; causes++) {
      write(failure, causes == 0 ? "" : "Caused by: ", text);
      for (IThrowableProxy aside : failure.getSuppressed()) {
        write(aside, "Suppressed: ", text);
      }
      failure = failure.getCause();
    }
    return text.toString();
  }

  private static void write(IThrowableProxy failure, String role, StringBuilder text) {
    text.append(role).append(failure.getClassName());
    Failure.said(failure).ifPresent(said -> text.append(": ").append(said));
    text.append(System.lineSeparator());
    StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
    int shown = Math.min(MOST_FRAMES, frames.length - failure.getCommonFrames());
    for (int i = 0; i < shown; i++) {
      text.append('\t').append(frames[i].getSTEAsString()).append(System.lineSeparator());
    }
  }
}
