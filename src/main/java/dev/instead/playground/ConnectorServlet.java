package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** {@code /connector/*}: reads a call, checks its token, has it done, and answers as the Bot Connector's HTTP does. */
final class ConnectorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient LocalTeams teams;
  private final transient Connector connector;

  ConnectorServlet(LocalTeams teams) {
    this.teams = teams;
    this.connector = new Connector(teams.tenant(), teams.pageSize());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ConnectorCall call = call(request);
    String name = call.method() + " " + call.operation();
    TeamsTroubles.Lost lost = TeamsTroubles.Lost.NOTHING;
    try {
      authorise(request, call);
      teams.troubles().refusal().ifPresent(refusal -> {
        throw refusal;
      });
      ConnectorAnswer answer = connector.answer(call);
      lost = answer.wrote() ? teams.troubles().lost() : TeamsTroubles.Lost.NOTHING;
      teams.log(
          name, call.forTheLog(), lost == TeamsTroubles.Lost.NOTHING ? "ok" : "ok, then lost");
      response.setStatus(answer.status());
      pause();
      write(request, response, lost, answer.body());
    } catch (TeamsRefusal refusal) {
      teams.log(name, call.forTheLog(), refusal.code());
      response.setStatus(refusal.status());
      refusal
          .retryAfter()
          .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(wait.toSeconds())));
      pause();
      ApiServlet.write(response, refusal.body());
    }
  }

  /** Ids hold {@code ;}, which a servlet's own path would cut off as a parameter, so the raw path is read. */
  private static ConnectorCall call(HttpServletRequest request) throws IOException {
    List<String> parts = Arrays.stream(request.getRequestURI().split("/", -1))
        .skip(2)
        .filter(part -> !part.isEmpty())
        .map(ConnectorServlet::decode)
        .toList();
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return new ConnectorCall(request.getMethod(), parts, Arguments.form(query), Body.read(request));
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private void authorise(HttpServletRequest request, ConnectorCall call) {
    String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    if (!teams.tokens().isGood(header)) {
      throw TeamsRefusal.unauthorized();
    }
    if (!call.region().equals(LocalTeams.REGION) || !call.tenant().equals(TeamsTenant.TENANT)) {
      throw new TeamsRefusal(
          403, "InvalidBotApiHost", "This host doesn't serve the tenant in this region.");
    }
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      TeamsTroubles.Lost lost,
      JsonNode answer)
      throws IOException {
    switch (lost) {
      case NOTHING -> ApiServlet.write(response, answer);
      case BAD_GATEWAY -> {
        response.setStatus(502);
        response.setContentType("text/html");
      }
      case DROPPED -> cut(request);
    }
  }

  private void pause() {
    try {
      Thread.sleep(teams.troubles().slowness().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void cut(HttpServletRequest request) {
    ServletContextRequest.getServletContextRequest(request)
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
