package dev.instead.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A local server that answers as Slack's Web API, with what a test puts into it. */
final class FakeSlack implements AutoCloseable {
  final List<String> authorizations = new CopyOnWriteArrayList<>();
  final Map<String, String> headers = new ConcurrentHashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final HttpServer server;

  FakeSlack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** @param call a method, or a method and its arguments as in {@code conversations.info channel=C0SOCIAL} */
  FakeSlack answers(String call, String json) {
    answers.put(call, json);
    return this;
  }

  FakeSlack status(String call, int status) {
    statuses.put(call, status);
    return answers(call, "");
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    String arguments = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String method = exchange.getRequestURI().getPath().replaceFirst("^/(api/)?", "");
    String call = arguments.isEmpty() ? method : method + " " + arguments;
    String known = answers.containsKey(call) ? call : method;
    byte[] body = answers
        .getOrDefault(known, "{\"ok\":false,\"error\":\"unknown_method\"}")
        .getBytes(UTF_8);
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(
        statuses.getOrDefault(known, 200), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
