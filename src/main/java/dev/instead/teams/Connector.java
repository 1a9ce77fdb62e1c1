package dev.instead.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.calls.CallWatch;
import dev.instead.calls.Sending;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Bot Framework's Connector over plain HTTP: each call goes out once, within time limits, and only to services that are allowed.
 * botbuilder's client repeats what may have arrived, hides Retry-After, and can read no second page of a roster.
 *
 * <p>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
public final class Connector {
  static final Duration CONNECT = Duration.ofSeconds(5);
  static final Duration READ = Duration.ofSeconds(20);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final int LONGEST_ANSWER = 4 * 1024 * 1024;
  private static final int UNAUTHORIZED = 401;
  private static final MediaType JSON_TYPE = MediaType.get("application/json; charset=utf-8");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Credentials credentials;
  private final ServiceHosts hosts;
  private final String tenant;
  private final OkHttpClient http;

  /**
   * A connector for one app.
   *
   * @param tenant where new conversations are made
   */
  public Connector(Credentials credentials, ServiceHosts hosts, String tenant) {
    this(credentials, hosts, tenant, CallWatch.NOBODY);
  }

  /** The same, with {@code watch} told of each call. */
  Connector(Credentials credentials, ServiceHosts hosts, String tenant, CallWatch watch) {
    this(credentials, hosts, tenant, watch, CONNECT, READ);
  }

  Connector(
      Credentials credentials, ServiceHosts hosts, String tenant, Duration connect, Duration read) {
    this(credentials, hosts, tenant, CallWatch.NOBODY, connect, read);
  }

  private Connector(
      Credentials credentials,
      ServiceHosts hosts,
      String tenant,
      CallWatch watch,
      Duration connect,
      Duration read) {
    this.credentials = credentials;
    this.hosts = hosts;
    this.tenant = tenant;
    this.http = CallWatch.on(Sending.once(new OkHttpClient.Builder()), watch, Connector::operation)
        .connectTimeout(connect)
        .readTimeout(read)
        .writeTimeout(read)
        .callTimeout(connect.plus(read))
        .followRedirects(false)
        .build();
  }

  /**
   * What a service answered.
   *
   * @param json missing where it was none
   * @param retryAfter how long to wait, when the service said it
   */
  public record Reply(int status, JsonNode json, Optional<Duration> retryAfter) {
    public boolean isOk() {
      return status / 100 == 2;
    }

    /** The platform's word for an error; empty when it said none. */
    public String error() {
      String word = json.path("error").path("code").asText(json.path("error").asText());
      return (word.isEmpty() ? subCode() : word).replaceAll("[^A-Za-z0-9_.-]", "");
    }

    /** Some refusals carry their reason as JSON inside a text. */
    private String subCode() {
      return parsed(json.path("message").asText()).path("subCode").asText();
    }
  }

  /** The address is on no list, so nothing was sent there. */
  public static final class ForbiddenService extends IOException {
    ForbiddenService(String host) {
      super("The service at " + host + " is not allowed by INSTEAD_TEAMS_SERVICE_HOSTS");
    }
  }

  /** Posts into a conversation; the answer has the message's {@code id}. */
  public Reply post(String service, String conversation, Map<String, Object> activity)
      throws IOException {
    return call(
        "POST", service, Map.of(), activity, "v3", "conversations", conversation, "activities");
  }

  /** Posts for one member's eyes only; {@code recipient} is their remote id. Not in personal chats. */
  public Reply postOnlyFor(
      String recipient, String service, String conversation, Map<String, Object> activity)
      throws IOException {
    Map<String, Object> targeted = new LinkedHashMap<>(activity);
    targeted.put("recipient", Map.of("id", recipient));
    return call(
        "POST",
        service,
        Map.of("isTargetedActivity", "true"),
        targeted,
        "v3",
        "conversations",
        conversation,
        "activities");
  }

  public Reply edit(String service, String conversation, String id, Map<String, Object> activity)
      throws IOException {
    Map<String, Object> edited = new LinkedHashMap<>(activity);
    edited.put("id", id);
    return call(
        "PUT", service, Map.of(), edited, "v3", "conversations", conversation, "activities", id);
  }

  /** Begins a thread in a channel; the answer has the ids of the conversation and of the message (its "activityId"). */
  public Reply beginThread(String service, String channel, Map<String, Object> activity)
      throws IOException {
    return open(
        service,
        Map.of(
            "isGroup",
            true,
            "channelData",
            Map.of("channel", Map.of("id", channel), "tenant", Map.of("id", tenant)),
            "activity",
            activity));
  }

  /** Opens the personal chat with a member, or finds the one that there is; the answer has its {@code id}. */
  public Reply openChat(String service, String remoteId) throws IOException {
    return open(
        service,
        Map.of(
            "isGroup",
            false,
            "members",
            List.of(Map.of("id", remoteId)),
            "channelData",
            Map.of("tenant", Map.of("id", tenant))));
  }

  /** One member of a conversation, by remote id or Entra's object id. */
  public Reply member(String service, String conversation, String person) throws IOException {
    return call(
        "GET", service, Map.of(), null, "v3", "conversations", conversation, "members", person);
  }

  /**
   * One page of a conversation's members.
   *
   * @param continuation where the page before said to go on; empty for the first
   */
  public Reply members(String service, String conversation, int pageSize, String continuation)
      throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("pageSize", String.valueOf(pageSize));
    if (!continuation.isEmpty()) {
      query.put("continuationToken", continuation);
    }
    return call("GET", service, query, null, "v3", "conversations", conversation, "pagedmembers");
  }

  /** The channels of a team that the bot is in, as {@code conversations}; the General one has no name. */
  public Reply channels(String service, String team) throws IOException {
    return call("GET", service, Map.of(), null, "v3", "teams", team, "conversations");
  }

  /** The bot's own remote id. */
  String self() {
    return "28:" + credentials.getAppId();
  }

  private Reply open(String service, Map<String, Object> what) throws IOException {
    Map<String, Object> asked = new LinkedHashMap<>(what);
    asked.put("bot", Map.of("id", self()));
    asked.put("tenantId", tenant);
    return call("POST", service, Map.of(), asked, "v3", "conversations");
  }

  private Reply call(
      String method,
      String service,
      Map<String, String> query,
      @Nullable Object body,
      String... path)
      throws IOException {
    Sending.forget();
    HttpUrl base = HttpUrl.parse(service);
    if (base == null || !hosts.allow(service)) {
      throw new ForbiddenService(base == null ? "no address" : base.host());
    }
    HttpUrl.Builder url = base.newBuilder();
    for (String segment : path) {
      // An address ends in a slash or doesn't; OkHttp fills an empty last segment.
      url.addPathSegment(segment);
    }
    query.forEach(url::addQueryParameter);
    RequestBody sent =
        body == null ? null : RequestBody.create(JSON.writeValueAsBytes(body), JSON_TYPE);
    Request request =
        new Request.Builder().url(url.build()).method(method, sent).build();
    String token = credentials.token();
    Reply reply = call(request, token);
    if (reply.status() == UNAUTHORIZED) {
      // It was not taken, so it may be sent again; the token may have been revoked before its time.
      credentials.forget(token);
      Sending.forget();
      return call(request, credentials.token());
    }
    return reply;
  }

  private Reply call(Request request, String token) throws IOException {
    Request authorized =
        request.newBuilder().header("Authorization", "Bearer " + token).build();
    try (Response response = http.newCall(authorized).execute()) {
      return new Reply(
          response.code(),
          parsed(response.peekBody(LONGEST_ANSWER).string()),
          retryAfter(response.header("Retry-After")));
    }
  }

  /** What a call does, in one word; its path has ids in it. */
  private static String operation(Request request) {
    List<String> path = request.url().pathSegments();
    if (path.contains("activities")) {
      return request.method().equals("PUT") ? "edit" : "post";
    }
    if (path.contains("pagedmembers")) {
      return "members";
    }
    if (path.contains("members")) {
      return "member";
    }
    return path.contains("teams") ? "channels" : "open";
  }

  private static JsonNode parsed(String body) {
    try {
      JsonNode read = body.isEmpty() ? null : JSON.readTree(body);
      return read == null ? JSON.missingNode() : read;
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static Optional<Duration> retryAfter(@Nullable String seconds) {
    if (seconds == null || !seconds.strip().matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    Duration wait = Duration.ofSeconds(Math.max(1, Long.parseLong(seconds.strip())));
    return Optional.of(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
  }

  /** For calls in the background: so many at once that none waits for another, on threads that keep no program alive. */
  static Dispatcher dispatcher(String name) {
    Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        }));
    dispatcher.setMaxRequests(128);
    dispatcher.setMaxRequestsPerHost(64);
    return dispatcher;
  }
}
