package dev.instead.web;

import dev.instead.config.MetricsSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server: the platforms' endpoints, {@code /health/live} and {@code /health/ready}, and {@code /metrics} where it is wanted, on
 * the same port or on one of its own; everything else is 404. TLS ends before it,
 * at the company's proxy.
 */
public final class WebServer implements AutoCloseable {
  private static final String LIVE = "/health/live";
  private static final String READY = "/health/ready";
  private static final String MAIN = "main";
  private static final String SCRAPED = "metrics";
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration LINGER = Duration.ofMillis(100);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final int LARGEST_HEADERS = 16 * 1024;
  private static final int MOST_THREADS = 200;
  private static final int WAITING_CONNECTIONS = 1024;

  private final Server server;
  private final ServerConnector connector;
  private final Optional<ServerConnector> scraped;
  private final String host;
  private final int port;

  /**
   * @param host the address to listen on, {@code 0.0.0.0} for all
   * @param port 0 for any that is free
   */
  public WebServer(String host, int port, List<Endpoint> endpoints, Readiness readiness) {
    this(host, port, endpoints, readiness, Optional.empty());
  }

  /** The same, with metrics. */
  public WebServer(
      String host,
      int port,
      List<Endpoint> endpoints,
      Readiness readiness,
      Optional<Scrapes> scrapes) {
    this(host, port, endpoints, readiness, scrapes, Room.USUAL);
  }

  /**
   * How much is under way at a time; memory is bounded by it, whether threads are virtual or not.
   *
   * @param connections more than these wait in the machine's own queue until one ends; each has one request at a time
   * @param requests of the platforms that are worked on at once
   * @param patience what comes beyond that waits so long and is then refused with 503: the platform would not hear a later answer
   */
  record Room(int connections, int requests, Duration patience) {
    // A thousand connections fit into 128 MB beside everything else; four thousand do not.
    static final Room USUAL = new Room(1_000, 128, Duration.ofMillis(500));
  }

  WebServer(
      String host,
      int port,
      List<Endpoint> endpoints,
      Readiness readiness,
      Optional<Scrapes> scrapes,
      Room room) {
    this.host = host;
    this.port = port;
    server = new Server(threads());
    server.setStopTimeout(STOP.toMillis());
    server.setErrorHandler(new PlainErrors());
    connector = connector(server, host, port);
    connector.setName(MAIN);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(room.connections(), connector));
    scraped = scrapes.map(Scrapes::settings).flatMap(this::connector);
    scraped.ifPresent(server::addConnector);
    Handler pages = new InTurn(pages(endpoints, readiness, scrapes, scraped.isPresent()), room);
    // Lets running requests finish when stopping, and answers new ones with 503.
    server.setHandler(new GracefulHandler(
        scrapes.<Handler>map(page -> watched(pages, endpoints, page)).orElse(pages)));
  }

  /** Listens from now on. */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      close();
      throw new WebServerException(
          "Can't listen on %s port %d%s: %s. Stop the program that uses it, or set INSTEAD_HOST and INSTEAD_PORT."
              .formatted(host, port, orScraped(), reason(e)),
          e);
    } catch (Exception e) {
      close();
      throw new WebServerException("The web server can't start: " + e.getMessage() + ".", e);
    }
  }

  /** The port it listens on; only after {@link #start}. */
  public int port() {
    return connector.getLocalPort();
  }

  /** The port that metrics are on; only after {@link #start}. */
  public int metricsPort() {
    return scraped.orElse(connector).getLocalPort();
  }

  /** Whether newcomers have to wait until a connection ends. */
  boolean isFull() {
    return !connector.isAccepting();
  }

  /** Finishes running requests (five seconds at most), refuses new ones, and stops. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new WebServerException(
          "The web server didn't stop cleanly: " + e.getMessage() + ".", e);
    }
  }

  /** Stops without finishing anything. */
  public void abort() {
    server.setStopTimeout(0);
    close();
  }

  private String orScraped() {
    return scraped
        .map(own ->
            " or, for INSTEAD_METRICS_PORT, on %s port %d".formatted(own.getHost(), own.getPort()))
        .orElse("");
  }

  private static String reason(IOException e) {
    Throwable reason = e.getCause() == null ? e : e.getCause();
    return String.valueOf(reason.getMessage());
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("web");
    // Null on a Java without virtual threads, which the pool takes as "use your own".
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    return threads;
  }

  private static ServerConnector connector(Server server, String host, int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LARGEST_HEADERS);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    // How long a connection without a request may linger once the server stops.
    connector.setShutdownIdleTimeout(LINGER.toMillis());
    connector.setAcceptQueueSize(WAITING_CONNECTIONS);
    return connector;
  }

  private Optional<ServerConnector> connector(MetricsSettings settings) {
    return settings.port().map(own -> {
      ServerConnector connector = connector(server, settings.host(), own);
      connector.setName(SCRAPED);
      return connector;
    });
  }

  private static Handler watched(Handler pages, List<Endpoint> endpoints, Scrapes scrapes) {
    Set<String> paths = new HashSet<>(Set.of(LIVE, READY, Scrapes.PATH));
    endpoints.forEach(endpoint -> paths.add(endpoint.path()));
    return new Answered(pages, paths, scrapes.traffic());
  }

  private static Handler pages(
      List<Endpoint> endpoints, Readiness readiness, Optional<Scrapes> scrapes, boolean apart) {
    ServletContextHandler pages = pages(endpoints, readiness);
    if (!apart) {
      scrapes.ifPresent(page -> add(pages, Scrapes.PATH, page));
      return pages;
    }
    // Each port has its own pages: who may reach one must not reach the other's.
    pages.setVirtualHosts(List.of("@" + MAIN));
    ServletContextHandler metrics =
        new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
    metrics.setVirtualHosts(List.of("@" + SCRAPED));
    scrapes.ifPresent(page -> add(metrics, Scrapes.PATH, page));
    return new ContextHandlerCollection(pages, metrics);
  }

  private static ServletContextHandler pages(List<Endpoint> endpoints, Readiness readiness) {
    ServletContextHandler pages = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
    add(pages, LIVE, new HealthServlet("alive", Optional::empty));
    add(pages, READY, new HealthServlet("ready", readiness));
    for (Endpoint endpoint : endpoints) {
      pages.addFilter(
          new FilterHolder(new FrontDoor()), endpoint.path(), EnumSet.of(DispatcherType.REQUEST));
      pages.addFilter(
          new FilterHolder(endpoint.guard()), endpoint.path(), EnumSet.of(DispatcherType.REQUEST));
      add(pages, endpoint.path(), endpoint.servlet());
    }
    return pages;
  }

  private static void add(ServletContextHandler pages, String path, HttpServlet servlet) {
    pages.addServlet(new ServletHolder(servlet), path);
  }
}
