package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Stands in for the bot: keeps what it hears and answers what a test tells it to. */
final class EchoBot implements AutoCloseable {
  /** One request as it came in. */
  record Heard(Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }

    /** The fields of a form. */
    JsonNode form() {
      return Arguments.form(body).all();
    }

    /** The JSON of an event, or of an interaction's payload field. */
    JsonNode json() {
      String json = body.startsWith("{") ? body : form().path("payload").asText();
      return Json.read(json).orElseThrow();
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Heard> all = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<Heard> queue = new LinkedBlockingQueue<>();
  private volatile Function<Heard, String> answer = heard -> "";
  private volatile int status = 200;

  EchoBot() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/slack/events", this::handle);
    server.createContext("/api/messages", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  EchoBot answering(String body) {
    answer = heard -> body;
    return this;
  }

  EchoBot answering(Function<Heard, String> body) {
    answer = body;
    return this;
  }

  EchoBot withStatus(int code) {
    status = code;
    return this;
  }

  /** The next request nobody took yet; fails when none comes. */
  Heard next() throws InterruptedException {
    Heard heard = queue.poll(5, TimeUnit.SECONDS);
    if (heard == null) {
      throw new AssertionError("The bot heard nothing for five seconds");
    }
    return heard;
  }

  List<Heard> all() {
    return all;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Heard heard = new Heard(
          exchange.getRequestHeaders(),
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      all.add(heard);
      queue.add(heard);
      byte[] body = answer.apply(heard).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
