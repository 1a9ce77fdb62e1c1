package dev.instead.web;

import java.io.Serial;

/** The web server can't start or stop. The message says where and what to do. */
public final class WebServerException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1;

  WebServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
