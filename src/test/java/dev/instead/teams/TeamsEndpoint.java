package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.authentication.AuthenticationConfiguration;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.schema.Activity;
import dev.instead.config.Secret;
import dev.instead.config.TeamsCloud;
import dev.instead.config.TeamsSettings;
import dev.instead.office.MovedClock;
import dev.instead.web.Endpoint;
import dev.instead.web.TeamsTokenFilter;
import dev.instead.web.WebServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code /api/messages} on a real server, with a key host of its own and a tiny bot behind it. */
final class TeamsEndpoint implements AutoCloseable {
  static final String APP = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
  static final String TENANT = "11111111-2222-4333-8444-555555555555";
  static final String OTHER_TENANT = "99999999-9999-4999-8999-999999999999";
  private static final KeyPair KEYS = Tokens.keys(2048);
  private static final ObjectMapper JSON = new ObjectMapper();

  final KeyPair keys = KEYS;
  final KeyHost host = new KeyHost();
  final MovedClock clock = new MovedClock(Instant.parse("2026-09-01T09:15:00Z"));
  final TinyBot bot = new TinyBot();
  private final ExecutorService fetching = Executors.newSingleThreadExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger taken = new AtomicInteger();
  private final WebServer server;

  TeamsEndpoint(TeamsCloud cloud) {
    this(cloud, Duration.ofSeconds(15));
  }

  /** @param patience with a turn */
  TeamsEndpoint(TeamsCloud cloud, Duration patience) {
    host.has(List.of(
        Tokens.jwk("teams", KEYS, List.of("msteams", "directline")),
        Tokens.jwk("webchat", KEYS, List.of("webchat")),
        Tokens.with(Tokens.jwk("bare", KEYS, List.of()), key -> key.remove("endorsements"))));
    BotFrameworkAdapter adapter = new BotFrameworkAdapter(
        MicrosoftAppCredentials.empty(), new AuthenticationConfiguration(), null, null, null);
    Door door = new Door(settings(cloud), clock, fetching);
    server = new WebServer(
        "127.0.0.1",
        0,
        List.of(new Endpoint(
            "/api/messages", new TeamsTokenFilter(door), new TeamsServlet(adapter, bot, patience))),
        Optional::empty);
    server.start();
  }

  private TeamsSettings settings(TeamsCloud cloud) {
    return new TeamsSettings(
        APP,
        List.of(new Secret("hush")),
        Optional.empty(),
        TENANT,
        cloud,
        host.openId(),
        URI.create("http://127.0.0.1:9"),
        Set.of("smba.trafficmanager.net", "smba.infra.gov.teams.microsoft.us", "127.0.0.1:49231"),
        Optional.empty(),
        false);
  }

  long seconds() {
    return clock.instant().getEpochSecond();
  }

  Map<String, Object> claims() {
    return new HashMap<>(Map.of(
        "iss",
        "https://api.botframework.com",
        "aud",
        APP,
        "nbf",
        seconds() - 60,
        "exp",
        seconds() + 3_600,
        "serviceurl",
        "https://smba.trafficmanager.net/emea/" + TENANT + "/"));
  }

  /** As Bot Framework signs it. */
  String token() {
    return token(claims -> {});
  }

  String token(Consumer<Map<String, Object>> change) {
    return Tokens.signed(Tokens.header("RS256", "teams"), Tokens.with(claims(), change), KEYS);
  }

  /** Somebody's message in the personal chat. */
  ObjectNode activity() {
    return fixture("composed/inbound/message.personal.json");
  }

  ObjectNode activity(Consumer<ObjectNode> change) {
    return Tokens.with(activity(), change);
  }

  static Consumer<ObjectNode> tenant(String id) {
    return activity -> {
      ((ObjectNode) activity.get("conversation")).put("tenantId", id);
      ((ObjectNode) activity.at("/channelData/tenant")).put("id", id);
    };
  }

  static ObjectNode fixture(String name) {
    try (InputStream file = TeamsEndpoint.class.getResourceAsStream("/teams/" + name)) {
      return (ObjectNode) JSON.readTree(Objects.requireNonNull(file, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> send(String token, ObjectNode activity) {
    return send(token, activity.toString());
  }

  HttpResponse<String> send(String token, String body) {
    return post(
        request -> request.header("Authorization", "Bearer " + token), body.getBytes(UTF_8));
  }

  /** Says that a body of so many bytes follows, and waits for the answer without sending any of it. */
  String announce(String token, int bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      String head = "POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n"
          + "Authorization: Bearer " + token + "\r\nContent-Length: " + bytes + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }
  }

  HttpResponse<String> post(Consumer<HttpRequest.Builder> change, byte[] body) {
    return sent(change, body).join();
  }

  CompletableFuture<HttpResponse<String>> sent(Consumer<HttpRequest.Builder> change, byte[] body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + "/api/messages"))
        .header("Content-Type", "application/json; charset=utf-8")
        .timeout(Duration.ofSeconds(30))
        .POST(BodyPublishers.ofByteArray(body));
    change.accept(request);
    return client.sendAsync(request.build(), BodyHandlers.ofString(UTF_8)).thenApply(answer -> {
      if (answer.statusCode() == 202) {
        taken.incrementAndGet();
      }
      return answer;
    });
  }

  /** How many activities were answered as taken. */
  int taken() {
    return taken.get();
  }

  @Override
  public void close() {
    bot.turns(turn -> CompletableFuture.completedFuture(null));
    server.close();
    host.close();
    fetching.shutdownNow();
  }

  /** Remembers what it saw, and does as it is told. */
  static final class TinyBot implements Bot {
    private final List<Activity> seen = new CopyOnWriteArrayList<>();
    private volatile Function<TurnContext, CompletableFuture<Void>> turn =
        context -> CompletableFuture.completedFuture(null);

    void turns(Function<TurnContext, CompletableFuture<Void>> next) {
      turn = next;
    }

    /** Answers invokes. */
    void answers(int status, Object body) {
      turn = context -> {
        Activity answer = new Activity("invokeResponse");
        answer.setValue(new InvokeResponse(status, body));
        return context.sendActivity(answer).thenApply(sent -> null);
      };
    }

    List<Activity> seen() {
      return seen;
    }

    @Override
    public CompletableFuture<Void> onTurn(TurnContext context) {
      seen.add(context.getActivity());
      return turn.apply(context);
    }
  }
}
