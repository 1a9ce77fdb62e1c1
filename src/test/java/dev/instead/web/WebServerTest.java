package dev.instead.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WebServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Optional<String> missing = Optional.empty();
  private final CountDownLatch working = new CountDownLatch(1);
  private final CountDownLatch mayFinish = new CountDownLatch(1);
  private final WebServer server = server(0);

  @AfterEach
  void stop() {
    mayFinish.countDown();
    server.close();
  }

  @Test
  void says_that_it_is_alive() throws Exception {
    server.start();

    HttpResponse<String> answer = get("/health/live");

    assertEquals(200, answer.statusCode());
    assertEquals("alive\n", answer.body());
  }

  @Test
  void says_whether_it_is_ready_and_why_not() throws Exception {
    server.start();
    assertEquals(200, get("/health/ready").statusCode());

    missing = Optional.of("The store can't be written: data/instead.db is read-only.");

    assertEquals(503, get("/health/ready").statusCode());
    assertEquals(missing.get() + "\n", get("/health/ready").body());
    assertEquals(200, get("/health/live").statusCode());
  }

  @Test
  void everything_else_is_not_found_in_plain_words() throws Exception {
    server.start();
    for (String path : List.of("/", "/health", "/slack", "/slack/events/more")) {
      HttpResponse<String> answer = get(path);

      assertEquals(404, answer.statusCode(), path);
      assertEquals("There is nothing here.\n", answer.body());
      assertTells(answer);
    }
  }

  @Test
  void a_failure_shows_no_stack_trace() throws Exception {
    server.start();

    HttpResponse<String> answer = get("/fails");

    assertEquals(500, answer.statusCode());
    assertEquals("Something went wrong here.\n", answer.body());
    assertTells(answer);
  }

  @Test
  void nonsense_is_refused_without_a_version() throws Exception {
    server.start();
    try (RawHttp raw = new RawHttp(server.port())) {
      String answer = raw.send("NONSENSE\r\n\r\n").answer();

      assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
      assertTrue(answer.endsWith("\r\n\r\nBad Request.\n"), answer);
      assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("jetty"), answer);
    }
  }

  @Test
  void headers_beyond_any_need_are_refused() throws Exception {
    server.start();
    try (RawHttp raw = new RawHttp(server.port())) {
      String answer = raw.send(
              "GET /health/live HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n")
          .answer();

      assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
    }
  }

  /** More than there are threads: each waits for the end of its head without one. */
  @Test
  void heads_that_never_end_hold_nobody_up() throws Exception {
    server.start();
    List<RawHttp> dripping = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        RawHttp raw = new RawHttp(server.port());
        dripping.add(raw.send("POST /slack/events HTTP/1.1\r\nHost: a\r\nX: "));
      }

      assertEquals(200, get("/health/live").statusCode());
    } finally {
      for (RawHttp raw : dripping) {
        raw.close();
      }
    }
  }

  @Test
  void stopping_lets_running_requests_finish_and_refuses_new_ones() throws Exception {
    server.start();
    URI slow = address("/slow");
    CompletableFuture<HttpResponse<String>> running =
        client.sendAsync(HttpRequest.newBuilder(slow).build(), BodyHandlers.ofString());
    assertTrue(working.await(10, TimeUnit.SECONDS));

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
    awaitRefusal(slow.getPort());
    assertFalse(running.isDone());
    mayFinish.countDown();

    assertEquals("finished", running.get(10, TimeUnit.SECONDS).body());
    stopped.get(10, TimeUnit.SECONDS);
  }

  @Test
  void while_it_stops_it_is_not_ready() throws Exception {
    server.start();
    CompletableFuture<HttpResponse<String>> running =
        client.sendAsync(HttpRequest.newBuilder(address("/slow")).build(), BodyHandlers.ofString());
    assertTrue(working.await(10, TimeUnit.SECONDS));
    try (RawHttp kept = new RawHttp(server.port())) {
      // A connection that a load balancer holds open; more than one request may be on its way.
      kept.send("GET /health/ready HTTP/1.1\r\nHost: a\r\n\r\n");
      String head = kept.head();
      assertTrue(head.startsWith("HTTP/1.1 200 "), head);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
      awaitRefusal(server.port());
      kept.send("GET /health/ready HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

      String answers = kept.answer();

      assertTrue(answers.contains("HTTP/1.1 503 "), answers);
      mayFinish.countDown();
      assertEquals(200, running.get(10, TimeUnit.SECONDS).statusCode());
      stopped.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_port_that_is_in_use_is_named_with_the_remedy() {
    server.start();
    try (WebServer second = server(server.port())) {
      WebServerException e = assertThrows(WebServerException.class, second::start);

      assertEquals(
          "Can't listen on 127.0.0.1 port %d: Address already in use. Stop the program that uses it, or set INSTEAD_HOST and INSTEAD_PORT."
              .formatted(server.port()),
          e.getMessage());
    }
  }

  /** Memory is bounded by it: each connection has one request under way. */
  @Test
  void only_so_many_connections_are_served_at_once_and_the_next_waits_for_one_to_end()
      throws Exception {
    WebServer.Room two = new WebServer.Room(2, 2, Duration.ofSeconds(1));
    try (WebServer small =
        new WebServer("127.0.0.1", 0, List.of(), Optional::empty, Optional.empty(), two)) {
      small.start();
      String question = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      RawHttp first = new RawHttp(small.port());
      RawHttp second = new RawHttp(small.port());
      awaitFull(small);
      try (RawHttp third = new RawHttp(small.port())) {
        third.send(question);
        assertTrue(small.isFull(), "two others are connected");
        first.close();
        assertTrue(third.answer().endsWith("alive\n"));
      } finally {
        second.close();
        first.close();
      }
    }
  }

  @Test
  void who_would_wait_longer_than_a_platform_listens_is_told_to_come_again() throws Exception {
    WebServer.Room one = new WebServer.Room(100, 1, Duration.ofMillis(100));
    Endpoint slow = open("/slow", (request, response) -> finishWhenAllowed(response));
    try (WebServer small =
        new WebServer("127.0.0.1", 0, List.of(slow), Optional::empty, Optional.empty(), one)) {
      small.start();
      URI address = URI.create("http://127.0.0.1:" + small.port() + "/slow");
      CompletableFuture<HttpResponse<String>> first =
          client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertTrue(working.await(10, TimeUnit.SECONDS));

      HttpResponse<String> second =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertEquals(503, second.statusCode());
      assertEquals("Not now. Please try again soon.\n", second.body());
      assertEquals(
          200,
          client
              .send(
                  HttpRequest.newBuilder(address.resolve("/health/live")).build(),
                  BodyHandlers.ofString())
              .statusCode());
      mayFinish.countDown();
      assertEquals("finished", first.get(10, TimeUnit.SECONDS).body());
    }
  }

  @Test
  void who_was_turned_away_leaves_a_line_in_the_log() throws Exception {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(Shed.class);
    logger.addAppender(log);
    logger.setLevel(Level.WARN);
    try {
      who_would_wait_longer_than_a_platform_listens_is_told_to_come_again();
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }
    assertEquals(1, log.list.size());
    assertTrue(log.list.get(0).getFormattedMessage().startsWith("Too much at once: 1 request"));
  }

  @Test
  void requests_run_on_virtual_threads_where_java_has_them() throws Exception {
    server.start();

    String virtual = get("/thread").body();

    assertEquals(Runtime.version().feature() >= 21 ? "true" : "false", virtual);
  }

  private void assertTells(HttpResponse<String> answer) {
    assertEquals(
        "text/plain;charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(answer.headers().firstValue("Server").isEmpty());
  }

  private static void awaitFull(WebServer server) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!server.isFull()) {
      assertTrue(System.nanoTime() < deadline, "It lets in more than it has room for");
      Thread.onSpinWait();
    }
  }

  // New connections are refused from some moment on: asks until then, with a deadline.
  private static void awaitRefusal(int port) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(4).toNanos();
    while (System.nanoTime() < deadline) {
      try (RawHttp raw = new RawHttp(port)) {
        raw.send("GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        if (raw.answer().startsWith("HTTP/1.1 503 ")) {
          return;
        }
      } catch (IOException e) {
        return; // refused or reset
      }
    }
    throw new AssertionError("New requests were still served while stopping");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private WebServer server(int port) {
    return new WebServer(
        "127.0.0.1",
        port,
        List.of(
            open("/slack/events", (request, response) -> {}),
            open("/fails", (request, response) -> {
              throw new IllegalStateException("a secret detail");
            }),
            open("/slow", (request, response) -> finishWhenAllowed(response)),
            open(
                "/thread",
                (request, response) -> response
                    .getWriter()
                    .print(org.eclipse.jetty.util.VirtualThreads.isVirtualThread()))),
        () -> missing);
  }

  private void finishWhenAllowed(HttpServletResponse response) throws IOException {
    working.countDown();
    try {
      if (!mayFinish.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Nobody let this request finish");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    response.getWriter().print("finished");
  }

  private interface Work {
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  private static Endpoint open(String path, Work work) {
    HttpFilter noGuard = new HttpFilter() {};
    HttpServlet servlet = new HttpServlet() {
      @Override
      protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        try {
          work.answer(request, response);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
    return new Endpoint(path, noGuard, servlet);
  }
}
