package dev.instead.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether the process is alive, or ready to serve. */
final class HealthServlet extends HttpServlet {
  private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);

  private final String good;
  private final transient Readiness readiness;

  HealthServlet(String good, Readiness readiness) {
    this.good = good;
    this.readiness = readiness;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> missing = missing();
    response.setStatus(missing.isEmpty() ? 200 : 503);
    PlainText.write(response, missing.orElse(good));
  }

  private Optional<String> missing() {
    try {
      return readiness.whyNotReady();
    } catch (RuntimeException e) {
      LOG.error("The readiness check failed; counted as not ready", e);
      return Optional.of("The readiness check failed. Its log line says why.");
    }
  }
}
