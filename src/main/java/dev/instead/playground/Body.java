package dev.instead.playground;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a request's body as UTF-8, up to a limit that a view of 250 KB in a form still fits. */
final class Body {
  private static final int LIMIT = 2_000_000;

  private Body() {}

  static String read(HttpServletRequest request) throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new SlackRefusal("request_too_large");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
