package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.instead.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Microsoft's login and the Bot Connector on this machine: keeps what is posted, answers as told, remembers what was asked. */
public final class FakeTeams implements AutoCloseable {
  public static final String APP = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
  public static final String TENANT = "11111111-2222-4333-8444-555555555555";
  public static final String CHANNEL = "19:0123456789abcdef0123456789abcdef@thread.tacv2";
  static final String SCOPE = "https://api.botframework.com/.default";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One request. {@code call} is the method and the path after the service's address, decoded. */
  public record Asked(String call, String query, String authorization, String body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    Map<String, String> form() {
      Map<String, String> fields = new HashMap<>();
      for (String pair : body.split("&", -1)) {
        String[] both = pair.split("=", 2);
        fields.put(both[0], URLDecoder.decode(both[1], UTF_8));
      }
      return fields;
    }
  }

  /** {@code status} 0: the connection is dropped without an answer. */
  public record Answer(int status, Map<String, String> headers, String body) {
    public static Answer of(int status, String body) {
      return new Answer(status, Map.of(), body);
    }

    public static Answer error(int status, String code) {
      return of(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Something.\"}}");
    }

    public static Answer waiting(int status, Duration time) {
      return new Answer(
          status, Map.of("Retry-After", String.valueOf(time.toSeconds())), "{\"error\":{}}");
    }

    public static Answer dropped() {
      return of(0, "");
    }
  }

  /** What stands there, by conversation and id. */
  final Map<String, JsonNode> messages = new ConcurrentHashMap<>();

  public final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Deque<Answer> next = new ConcurrentLinkedDeque<>();
  private final Deque<Answer> afterAccepting = new ConcurrentLinkedDeque<>();
  private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger tokens = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  static {
    // Without it each answer on a kept connection waits 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  public FakeTeams() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public String login() {
    return "http://" + host();
  }

  public String service() {
    return "http://" + host() + "/emea/" + TENANT + "/";
  }

  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  ServiceHosts hosts() {
    return new ServiceHosts(Set.of(host()));
  }

  Credentials credentials(String... secrets) {
    return credentials(Clock.systemUTC(), secrets);
  }

  Credentials credentials(Clock clock, String... secrets) {
    List<String> those = secrets.length == 0 ? List.of("secret") : List.of(secrets);
    List<Proof> proofs = those.stream()
        .<Proof>map(secret ->
            new Proof.Password("password " + (those.indexOf(secret) + 1), new Secret(secret)))
        .toList();
    return new Credentials(APP, TENANT, login(), SCOPE, proofs, clock);
  }

  Connector connector() {
    return new Connector(
        credentials(), hosts(), TENANT, Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  /** The next calls of the connector are answered so, and do nothing. */
  void fails(Answer... coming) {
    next.addAll(List.of(coming));
  }

  /** The next calls of the connector have their effect, and are answered so. */
  void failsAfterAccepting(Answer... coming) {
    afterAccepting.addAll(List.of(coming));
  }

  /** A call as {@link Asked#call} has it, or {@code "token"}. */
  public void answers(String call, Function<Asked, Answer> answer) {
    answers.put(call, answer);
  }

  public void answers(String call, String json) {
    answers.put(call, asked -> Answer.of(200, json));
  }

  public List<Asked> asked(String call) {
    return asked.stream().filter(each -> each.call().equals(call)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String call = path.endsWith("/oauth2/v2.0/token")
        ? "token"
        : exchange.getRequestMethod() + " " + path.replaceFirst("^/emea/[^/]+/", "");
    Asked now = new Asked(
        call,
        String.valueOf(exchange.getRequestURI().getRawQuery()),
        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    asked.add(now);
    answer(exchange, answer(now));
  }

  private Answer answer(Asked now) {
    Function<Asked, Answer> told = answers.get(now.call());
    if (told != null) {
      return told.apply(now);
    }
    if (now.call().equals("token")) {
      return Answer.of(
          200,
          "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"token-"
              + tokens.incrementAndGet() + "\"}");
    }
    Answer failure = next.poll();
    if (failure != null) {
      return failure;
    }
    Answer effect = effect(now);
    Answer instead = afterAccepting.poll();
    return instead == null ? effect : instead;
  }

  private Answer effect(Asked now) {
    if (now.call().equals("POST v3/conversations")) {
      return now.json().path("isGroup").asBoolean() ? thread(now.json()) : chat(now.json());
    }
    String[] parts = now.call().split("/", -1);
    if (now.call().startsWith("PUT ")) {
      String id = parts[parts.length - 1];
      boolean there = messages.computeIfPresent(id, (key, old) -> now.json()) != null;
      return there
          ? Answer.of(200, "{\"id\":\"" + id + "\"}")
          : Answer.error(404, "ActivityNotFoundInConversation");
    }
    String id = keep(now.json());
    return Answer.of(201, "{\"id\":\"" + id + "\"}");
  }

  private Answer thread(JsonNode asked) {
    String channel = asked.at("/channelData/channel/id").asText();
    String id = keep(asked.path("activity"));
    return Answer.of(
        201, "{\"id\":\"" + channel + ";messageid=" + id + "\",\"activityId\":\"" + id + "\"}");
  }

  private static Answer chat(JsonNode asked) {
    String person = asked.at("/members/0/id").asText();
    return Answer.of(201, "{\"id\":\"a:" + person + "\",\"activityId\":null}");
  }

  private String keep(JsonNode message) {
    String id = String.valueOf(1_700_000_000_000L + ids.incrementAndGet());
    messages.put(id, message);
    return id;
  }

  private static void answer(HttpExchange exchange, @Nullable Answer answer) throws IOException {
    if (answer != null && answer.status() != 0) {
      byte[] bytes = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
