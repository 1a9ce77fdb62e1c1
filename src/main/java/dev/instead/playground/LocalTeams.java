package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/**
 * A Microsoft Teams on this machine, all on one port of 127.0.0.1: the keys that it signs with, the login service, the Bot Connector, a
 * tenant behind them, and the troubles one can ask for. The playground and the tests use the same one.
 */
public final class LocalTeams implements AutoCloseable {
  /** The app's password that this Teams accepts from the start. */
  public static final String SECRET = "local~teams-password-000000000000";

  static final String REGION = "apac";

  private static final int USUAL_PAGE = 4;

  private final TeamsTenant tenant;
  private final Clock clock;
  private final TeamsTroubles troubles = new TeamsTroubles();
  private final CallLog calls = new CallLog();
  private final TeamsKeys keys = new TeamsKeys();
  private final TeamsTokens tokens;
  private final Loopback server;

  /** Not listening yet. {@code clock} ages tokens; {@code port} 0 takes a free one. */
  LocalTeams(TeamsTenant tenant, Clock clock, int port) {
    this.tenant = tenant;
    this.clock = clock;
    tokens = new TeamsTokens(clock);
    tokens.addSecret(SECRET);
    server = new Loopback("local Teams", port);
    server.add(new ConnectorServlet(this), "/connector/*");
    server.add(new TeamsLoginServlet(this), "/");
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

  /** The same behind a {@code road} that may delay, refuse or lose what is sent on it. */
  public static LocalTeams start(TeamsTenant tenant, Clock clock, Filter road) {
    LocalTeams teams = new LocalTeams(tenant, clock, 0);
    teams.server.behind(road);
    teams.listen();
    return teams;
  }

  void listen() {
    server.listen();
  }

  /** E.g. {@code http://127.0.0.1:1234}, without a slash at the end. Also the address of the login service. */
  public String address() {
    return "http://" + host();
  }

  /** E.g. {@code 127.0.0.1:1234}: for the list of hosts that the bot may answer to. */
  public String host() {
    return server.host();
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
    return server.context();
  }

  void log(String call, ObjectNode carried, String outcome) {
    calls.add(new CallLog.Call(clock.instant(), call, carried, outcome));
    tenant.nudge();
  }

  @Override
  public void close() {
    server.close();
  }
}
