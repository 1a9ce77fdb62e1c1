package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of the local Teams, and {@code /{tenant}/oauth2/v2.0/token}. */
final class TeamsLoginServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern TOKEN = Pattern.compile("/([^/]+)/oauth2/v2\\.0/token");

  private final transient LocalTeams teams;

  TeamsLoginServlet(LocalTeams teams) {
    this.teams = teams;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getRequestURI()) {
      case "/v1/.well-known/openidconfiguration" ->
        ApiServlet.write(response, TeamsKeys.document(teams.address()));
      case "/keys" -> ApiServlet.write(response, teams.keys().published());
      default -> response.sendError(404);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = TOKEN.matcher(request.getRequestURI());
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    if (!path.matches()) {
      response.sendError(404);
    } else if (!type.startsWith("application/x-www-form-urlencoded")) {
      response.sendError(415);
    } else {
      give(path.group(1), request, response);
    }
  }

  private void give(String tenant, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      String at = teams.address() + request.getRequestURI();
      String token = teams.tokens().give(tenant, at, Arguments.form(Body.read(request)));
      teams.log("token", Json.object(), "ok");
      long life = TeamsTokens.LIFE.toSeconds() - 1;
      ObjectNode answer = Json.object().put("token_type", "Bearer").put("expires_in", life);
      answer.put("ext_expires_in", life).put("access_token", token);
      ApiServlet.write(response, answer);
    } catch (TeamsTokens.Refused refused) {
      teams.log("token", Json.object(), refused.error);
      response.setStatus(refused.status);
      ApiServlet.write(
          response,
          Json.object().put("error", refused.error).put("error_description", refused.getMessage()));
    }
  }
}
