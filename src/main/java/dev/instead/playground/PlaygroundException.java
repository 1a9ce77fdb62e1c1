package dev.instead.playground;

/** The playground can't start; the message says why and what to do. */
public final class PlaygroundException extends RuntimeException {
  PlaygroundException(String message, Throwable cause) {
    super(message, cause);
  }
}
