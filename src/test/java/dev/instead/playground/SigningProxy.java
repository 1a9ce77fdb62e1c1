package dev.instead.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Stands between Microsoft's Agents Playground, which signs nothing, and a bot that takes nothing unsigned: signs what comes as Teams
 * would, publishes the key, and gives the bot its tokens. See {@code docs/teams-local.md}.
 */
public final class SigningProxy implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TeamsKeys keys = new TeamsKeys();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Supplier<URI> bot;
  private final String appId;

  /**
   * Listens on 127.0.0.1 at once.
   *
   * @param port 0 takes a free one
   * @param bot the bot's address without a path, asked before every request; the bot may start later
   */
  SigningProxy(int port, Supplier<URI> bot, String appId) throws IOException {
    this.bot = bot;
    this.appId = appId;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** {@code SigningProxy PORT BOT APP_ID}, until the process is ended. */
  public static void main(String... args) throws IOException {
    if (args.length != 3) {
      System.err.println(
          "Say port, the bot's address and its app id, e.g. 8099 http://127.0.0.1:3000 00000000-0000-0000-0000-000000000000");
      System.exit(2);
    }
    URI bot = URI.create(args[1]);
    SigningProxy proxy = new SigningProxy(Integer.parseInt(args[0]), () -> bot, args[2]);
    System.out.println("Signing what comes to " + proxy.address() + "/api/messages for " + bot);
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange asked) throws IOException {
    try (asked) {
      String path = asked.getRequestURI().getPath();
      if (path.endsWith("/.well-known/openidconfiguration")) {
        say(asked, 200, Json.bytes(TeamsKeys.document(address())));
      } else if (path.equals("/keys")) {
        say(asked, 200, Json.bytes(keys.published()));
      } else if (path.endsWith("/oauth2/v2.0/token")) {
        say(asked, 200, Json.bytes(token()));
      } else if (path.equals("/api/messages")) {
        pass(asked);
      } else {
        say(asked, 404, new byte[0]);
      }
    }
  }

  /** Nobody here looks at the token, so any will do. */
  private static JsonNode token() {
    return Json.object()
        .put("token_type", "Bearer")
        .put("expires_in", 3600)
        .put("access_token", "local." + UUID.randomUUID());
  }

  private void pass(HttpExchange asked) throws IOException {
    byte[] body = asked.getRequestBody().readAllBytes();
    String service = Json.readObject(new String(body, UTF_8))
        .map(activity -> activity.path("serviceUrl").asText())
        .orElse("");
    HttpRequest signed = HttpRequest.newBuilder(bot.get().resolve("/api/messages"))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + keys.token(appId, service, Instant.now()))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
    try {
      HttpResponse<byte[]> answer = http.send(signed, HttpResponse.BodyHandlers.ofByteArray());
      say(asked, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      say(asked, 502, ("The bot doesn't answer: " + e).getBytes(UTF_8));
    }
  }

  private static void say(HttpExchange asked, int status, byte[] body) throws IOException {
    asked.getResponseHeaders().set("Content-Type", "application/json");
    asked.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    asked.getResponseBody().write(body);
  }
}
