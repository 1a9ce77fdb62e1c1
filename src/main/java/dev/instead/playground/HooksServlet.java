package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** {@code /hooks/{id}}: the response_urls. Slack answers {@code ok} or a bare error word here. */
final class HooksServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Set<String> GONE = Set.of("no_service", "expired_url", "used_url");

  private final transient Hooks hooks;

  HooksServlet(Hooks hooks) {
    this.hooks = hooks;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    try {
      ObjectNode body = Json.readObject(Body.read(request))
          .orElseThrow(() -> new SlackRefusal("invalid_payload"));
      hooks.post(id, body);
      answer(response, 200, "ok");
    } catch (SlackRefusal refusal) {
      answer(response, GONE.contains(refusal.error()) ? 404 : 400, refusal.error());
    }
  }

  private static void answer(HttpServletResponse response, int status, String word)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain; charset=utf-8");
    response.getOutputStream().write(word.getBytes(StandardCharsets.UTF_8));
  }
}
