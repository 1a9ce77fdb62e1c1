package dev.instead.playground;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page's own files, out of the jar. */
final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  // Names of ours look like this; with it no path can leave the folder.
  private static final Pattern PATH =
      Pattern.compile("(/[a-z0-9][a-z0-9_-]*)+\\.(?<ending>[a-z0-9]+)");

  private static final Map<String, String> TYPES = Map.of(
      "html", "text/html; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "mjs", "text/javascript; charset=utf-8",
      "json", "application/json; charset=utf-8",
      "svg", "image/svg+xml",
      "png", "image/png",
      "ico", "image/x-icon",
      "woff2", "font/woff2");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    String file = path.equals("/") ? "/index.html" : path;
    Matcher matcher = PATH.matcher(file);
    String type = matcher.matches() ? TYPES.get(matcher.group("ending")) : null;
    try (InputStream found =
        type == null ? null : PageServlet.class.getResourceAsStream("/playground" + file)) {
      if (type == null || found == null) {
        response.sendError(404);
        return;
      }
      response.setContentType(type);
      found.transferTo(response.getOutputStream());
    }
  }
}
