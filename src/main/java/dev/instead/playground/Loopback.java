package dev.instead.playground;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server on 127.0.0.1, on which a local Slack or Teams puts what answers. */
final class Loopback implements AutoCloseable {
  private static final int THREADS = 200;

  private final String name;
  private final Server server;
  private final ServerConnector connector;
  private final ServletContextHandler context =
      new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);

  /**
   * Not listening yet.
   *
   * @param name whom it plays, e.g. "local Slack"
   * @param port 0 takes a free one
   */
  Loopback(String name, int port) {
    this.name = name;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName(name);
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(context);
  }

  void add(Servlet servlet, String path) {
    context.addServlet(new ServletHolder(servlet), path);
  }

  /** Before it listens: everything that comes passes through {@code road}, and so does each answer. */
  void behind(Filter road) {
    context.addFilter(new FilterHolder(road), "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  ServletContextHandler context() {
    return context;
  }

  void listen() {
    try {
      server.start();
    } catch (IOException e) {
      throw new PlaygroundException(
          "Can't listen on 127.0.0.1 port %d. Stop the program that uses it, or take a free one: instead playground --port 0, with Maven: mvn -q compile exec:java -Dexec.args=\"playground --port 0\""
              .formatted(connector.getPort()),
          e);
    } catch (Exception e) {
      throw new IllegalStateException("The " + name + " could not start", e);
    }
  }

  /** E.g. {@code 127.0.0.1:1234}. */
  String host() {
    return "127.0.0.1:" + connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The " + name + " could not stop", e);
    }
  }
}
