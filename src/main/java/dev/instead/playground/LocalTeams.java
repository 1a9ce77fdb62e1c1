package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A Microsoft Teams on this machine, all on one port of 127.0.0.1: the keys that it signs with, the login service, the Bot Connector, a
 * tenant behind them, and the troubles one can ask for. The playground and the tests use the same one.
 */
public final class LocalTeams implements AutoCloseable {
  /** The app's password that this Teams accepts from the start. */
  public static final String SECRET = "local~teams-password-000000000000";

  static final String REGION = "apac";

  private static final int THREADS = 200;
  private static final int USUAL_PAGE = 4;

  private final TeamsTenant tenant;
  private final Clock clock;
  private final TeamsTroubles troubles = new TeamsTroubles();
  private final CallLog calls = new CallLog();
  private final TeamsKeys keys = new TeamsKeys();
  private final TeamsTokens tokens;
  private final Server server;
  private final ServerConnector connector;
  private final ServletContextHandler context;

  /** Not listening yet. {@code clock} ages tokens; {@code port} 0 takes a free one. */
  LocalTeams(TeamsTenant tenant, Clock clock, int port) {
    this.tenant = tenant;
    this.clock = clock;
    tokens = new TeamsTokens(clock);
    tokens.addSecret(SECRET);
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("local-teams");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
    context.addServlet(new ServletHolder(new ConnectorServlet(this)), "/connector/*");
    context.addServlet(new ServletHolder(new TeamsLoginServlet(this)), "/");
    server.setHandler(context);
  }

  /** Starts on a free port, with real time. */
  public static LocalTeams start(TeamsTenant tenant) {
    return start(tenant, Clock.systemUTC());
  }

  /** Starts on a free port; {@code clock} ages the bot's tokens (an hour). */
  public static LocalTeams start(TeamsTenant tenant, Clock clock) {
    LocalTeams teams = new LocalTeams(tenant, clock, 0);
    teams.listen();
    return teams;
  }

  void listen() {
    try {
      server.start();
    } catch (IOException e) {
      throw new PlaygroundException(
          "Can't listen on 127.0.0.1 port %d. Stop the program that uses it, or take a free one: instead playground --port 0"
              .formatted(connector.getPort()),
          e);
    } catch (Exception e) {
      throw new IllegalStateException("The local Teams could not start", e);
    }
  }

  /** E.g. {@code http://127.0.0.1:1234}, without a slash at the end. Also the address of the login service. */
  public String address() {
    return "http://" + host();
  }

  /** E.g. {@code 127.0.0.1:1234}: for the list of hosts that the bot may answer to. */
  public String host() {
    return "127.0.0.1:" + connector.getLocalPort();
  }

  /** Where the bot finds the keys. */
  public String openIdUrl() {
    return address() + "/v1/.well-known/openidconfiguration";
  }

  /** What activities give as the address of the Bot Connector, with a slash at the end. */
  public String serviceUrl() {
    return address() + "/connector/" + REGION + "/" + TeamsTenant.TENANT + "/";
  }

  public TeamsTenant tenant() {
    return tenant;
  }

  public TeamsTroubles troubles() {
    return troubles;
  }

  /** Calls are named by method and last word: {@code POST activities}, {@code PUT activities}, {@code POST conversations}, {@code token}. */
  public CallLog calls() {
    return calls;
  }

  public TeamsKeys keys() {
    return keys;
  }

  public TeamsTokens tokens() {
    return tokens;
  }

  int pageSize() {
    return USUAL_PAGE;
  }

  Clock clock() {
    return clock;
  }

  ServletContextHandler context() {
    return context;
  }

  void log(String call, ObjectNode carried, String outcome) {
    calls.add(new CallLog.Call(clock.instant(), call, carried, outcome));
    tenant.nudge();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The local Teams could not stop", e);
    }
  }
}
