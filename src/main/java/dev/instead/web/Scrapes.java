package dev.instead.web;

import dev.instead.config.MetricsSettings;
import dev.instead.config.Secret;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that Prometheus scrapes. With a token it is shown to nobody else; what it shows has nothing of people in it. */
public final class Scrapes extends HttpServlet {
  static final String PATH = "/metrics";

  private static final String BEARER = "Bearer ";

  /** The text of a page, and what it is. */
  public interface Page {
    String type();

    byte[] text() throws IOException;
  }

  private final transient MetricsSettings settings;
  private final transient Page page;
  private final transient Traffic traffic;

  /**
   * What is served, and where.
   *
   * @param traffic is told of all requests
   */
  public Scrapes(MetricsSettings settings, Page page, Traffic traffic) {
    this.settings = settings;
    this.page = page;
    this.traffic = traffic;
  }

  MetricsSettings settings() {
    return settings;
  }

  Traffic traffic() {
    return traffic;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!mayRead(request.getHeader("Authorization"))) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("WWW-Authenticate", "Bearer");
      PlainText.write(response, "Not accepted.");
      return;
    }
    byte[] text = page.text();
    response.setContentType(page.type());
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }

  /** Secrets are compared in the same time wherever they differ. */
  private boolean mayRead(@Nullable String authorization) {
    Optional<Secret> token = settings.token();
    return token.isEmpty()
        || (authorization != null
            && authorization.startsWith(BEARER)
            && new Secret(authorization.substring(BEARER.length())).equals(token.get()));
  }
}
