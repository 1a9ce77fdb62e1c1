package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** {@code /api/*}: reads a call, has it done, tells troubles apart and answers as Slack's HTTP does. */
final class ApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient SlackWebApi api;
  private final transient SlackWorkspace workspace;
  private final transient Troubles troubles;
  private final transient CallLog calls;
  private final transient Clock clock;
  private final String token;

  ApiServlet(LocalSlack slack, SlackWebApi api, String token) {
    this.api = api;
    this.workspace = slack.workspace();
    this.troubles = slack.troubles();
    this.calls = slack.calls();
    this.clock = slack.clock();
    this.token = token;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doPost(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    String method = path.substring(1);
    Optional<Troubles.Refused> refused = troubles.refusal(method);
    if (refused.isPresent() && refused.get() instanceof Troubles.Refused.RateLimited limit) {
      log(method, Json.object(), CallLog.RATE_LIMITED);
      tooMany(response, limit.retryAfter());
      return;
    }
    ObjectNode answer;
    ObjectNode seen = Json.object();
    boolean drop = false;
    try {
      Arguments asked = arguments(request);
      seen = asked.forTheLog();
      authorise(request, asked);
      Optional<Duration> wait = troubles.tooOften(method, asked.text("channel"), clock.instant());
      if (wait.isPresent()) {
        log(method, seen, CallLog.RATE_LIMITED);
        tooMany(response, wait.get());
        return;
      }
      if (refused.isPresent() && refused.get() instanceof Troubles.Refused.Failed failed) {
        throw new SlackRefusal(failed.error());
      }
      answer = api.call(method, asked);
      drop = troubles.drops(method);
      log(method, seen, drop ? "ok, then dropped" : "ok");
    } catch (SlackRefusal refusal) {
      log(method, seen, refusal.error());
      answer = error(refusal);
    }
    pause(troubles.slowness());
    if (drop) {
      cut(request);
    } else {
      write(response, answer);
    }
  }

  private static Arguments arguments(HttpServletRequest request) throws IOException {
    String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
    String body = Body.read(request);
    if (type.startsWith("application/json")) {
      return Arguments.json(body);
    }
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return Arguments.form(query.isEmpty() ? body : body + "&" + query);
  }

  private void authorise(HttpServletRequest request, Arguments asked) {
    String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    String given =
        header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : asked.text("token");
    if (given.isEmpty()) {
      throw new SlackRefusal("not_authed");
    }
    if (!MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
      throw new SlackRefusal("invalid_auth");
    }
  }

  private void log(String method, ObjectNode arguments, String outcome) {
    calls.add(new CallLog.Call(clock.instant(), method, arguments, outcome));
    workspace.nudge();
  }

  private static void tooMany(HttpServletResponse response, Duration retryAfter)
      throws IOException {
    response.setStatus(429);
    response.setHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
    write(response, Json.object().put("ok", false).put("error", CallLog.RATE_LIMITED));
  }

  private static ObjectNode error(SlackRefusal refusal) {
    ObjectNode answer = Json.object().put("ok", false).put("error", refusal.error());
    if (!refusal.details().isEmpty()) {
      answer.putObject("response_metadata").set("messages", Json.strings(refusal.details()));
    }
    return answer;
  }

  static void write(HttpServletResponse response, JsonNode answer) throws IOException {
    response.setContentType("application/json; charset=utf-8");
    response.getOutputStream().write(Json.bytes(answer));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The client sees the connection end without an answer. */
  private static void cut(HttpServletRequest request) {
    ServletContextRequest.getServletContextRequest(request)
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
