package dev.instead.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers in one plain sentence. */
final class PlainText {
  static final String TYPE = "text/plain;charset=utf-8";

  private PlainText() {}

  static void write(HttpServletResponse response, String sentence) throws IOException {
    byte[] bytes = (sentence + "\n").getBytes(UTF_8);
    response.setContentType(TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
