package dev.instead.playground;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets in only what comes to this machine by a name of its own, so that no foreign web page reaches the playground
 * through a name it controls (DNS rebinding) or by posting a form.
 */
final class LoopbackOnly extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern HOST =
      Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1\\])(:\\d{1,5})?");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");
    String host = header(request, "Host");
    if (!HOST.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
      response.sendError(403, "Open the playground as 127.0.0.1 or localhost");
    } else if (isPost(request) && !isOwn(request, host)) {
      response.sendError(403, "Only the playground's own page may do this");
    } else if (isPost(request) && !header(request, "Content-Type").startsWith("application/json")) {
      response.sendError(415, "Send JSON");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The Web API and the response_urls are the bot's: it may send forms, and it has a token. */
  private static boolean isPost(HttpServletRequest request) {
    return request.getMethod().equals("POST") && request.getRequestURI().startsWith("/ui/");
  }

  private static boolean isOwn(HttpServletRequest request, String host) {
    String origin = header(request, "Origin");
    return origin.isEmpty() || origin.equals("http://" + host);
  }

  private static String header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }
}
