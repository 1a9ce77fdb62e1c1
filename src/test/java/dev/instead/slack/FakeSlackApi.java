package dev.instead.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers Slack's Web API methods as told, over real HTTP, and remembers what was asked. */
final class FakeSlackApi implements AutoCloseable {
  /** One call, with its form fields (or {@code body} for JSON). */
  record Asked(String method, Map<String, String> fields) {}

  /** {@code status} 0: the connection is dropped without an answer. */
  record Answer(int status, Map<String, String> headers, String body) {
    static Answer ok(String json) {
      return new Answer(200, Map.of(), json);
    }

    static Answer error(String code) {
      return ok("{\"ok\":false,\"error\":\"" + code + "\"}");
    }

    static Answer dropped() {
      return new Answer(0, Map.of(), "");
    }
  }

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  static {
    // Without it each answer on a kept connection waits 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  FakeSlackApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    answers(
        "auth.test",
        Answer.ok(
            "{\"ok\":true,\"team_id\":\"T0MERANTI\",\"user_id\":\"U0INSTEAD\",\"bot_id\":\"B0INSTEAD\"}"));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
  }

  void answers(String method, Answer answer) {
    answers.put(method, asked -> answer);
  }

  void answers(String method, Function<Asked, Answer> answer) {
    answers.put(method, answer);
  }

  List<Asked> asked(String method) {
    return asked.stream().filter(each -> each.method().equals(method)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = path.substring(path.lastIndexOf('/') + 1);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked call = new Asked(method, fields(body));
    asked.add(call);
    Answer answer =
        answers.getOrDefault(method, each -> Answer.error("unknown_method")).apply(call);
    if (answer.status() != 0) {
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static Map<String, String> fields(String body) {
    if (body.startsWith("{")) {
      return Map.of("body", body);
    }
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
