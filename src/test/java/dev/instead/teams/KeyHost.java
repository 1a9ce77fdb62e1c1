package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A host of signing keys on this machine, which can also hang or talk rubbish. */
final class KeyHost implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile String configuration;
  private volatile String keys = "{\"keys\":[]}";
  private volatile int status = 200;
  private volatile @Nullable CountDownLatch hanging;

  KeyHost() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    configuration =
        "{\"issuer\":\"https://api.botframework.com\",\"jwks_uri\":\"" + at("/keys") + "\"}";
    server.createContext("/openid", exchange -> {
      asked.incrementAndGet();
      answer(exchange, configuration);
    });
    server.createContext("/keys", exchange -> answer(exchange, keys));
    server.setExecutor(threads);
    server.start();
  }

  URI openId() {
    return URI.create(at("/openid"));
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** How often a look has begun. */
  int asked() {
    return asked.get();
  }

  void has(List<Map<String, Object>> entries) {
    keys = Tokens.json(Map.of("keys", entries));
  }

  void says(int status, String configuration, String keys) {
    this.status = status;
    this.configuration = configuration;
    this.keys = keys;
  }

  String configuration() {
    return configuration;
  }

  String keys() {
    return keys;
  }

  /** Answers nothing from now on. */
  void hang() {
    hanging = new CountDownLatch(1);
  }

  void wakeUp() {
    CountDownLatch waiting = hanging;
    hanging = null;
    if (waiting != null) {
      waiting.countDown();
    }
  }

  private void answer(HttpExchange exchange, String text) throws IOException {
    CountDownLatch waiting = hanging;
    try (exchange) {
      if (waiting != null && !waiting.await(60, TimeUnit.SECONDS)) {
        return;
      }
      byte[] bytes = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    wakeUp();
    server.stop(0);
    threads.shutdownNow();
  }
}
