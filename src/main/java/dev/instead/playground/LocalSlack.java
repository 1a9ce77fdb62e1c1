package dev.instead.playground;

import jakarta.servlet.Filter;
import java.time.Clock;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.jspecify.annotations.Nullable;

/**
 * A Slack on this machine: its Web API and response_urls over HTTP on 127.0.0.1, a workspace behind them, and the
 * troubles one can ask for. The playground and the tests use the same one.
 */
public final class LocalSlack implements AutoCloseable {
  /** The bot token that this Slack accepts. */
  public static final String TOKEN = "xoxb-local-slack-0000000000-instead";

  private final SlackWorkspace workspace;
  private final Clock clock;
  private final Troubles troubles = new Troubles();
  private final CallLog calls = new CallLog();
  private final Triggers triggers;
  private final Hooks hooks;
  private final Loopback server;

  /** Not listening yet. {@code clock} ages triggers and response_urls; {@code port} 0 takes a free one. */
  LocalSlack(SlackWorkspace workspace, Clock clock, int port) {
    this.workspace = workspace;
    this.clock = clock;
    triggers = new Triggers(clock);
    hooks = new Hooks(workspace, clock);
    server = new Loopback("local Slack", port);
    server.add(new ApiServlet(this, new SlackWebApi(workspace, triggers), TOKEN), "/api/*");
    server.add(new HooksServlet(hooks), "/hooks/*");
  }

  /** Starts on a free port, with real time. */
  public static LocalSlack start(SlackWorkspace workspace) {
    return start(workspace, Clock.systemUTC());
  }

  /** Starts on a free port; {@code clock} ages triggers (3 s) and response_urls (30 min). */
  public static LocalSlack start(SlackWorkspace workspace, Clock clock) {
    LocalSlack slack = new LocalSlack(workspace, clock, 0);
    slack.listen();
    return slack;
  }

  /** The same behind a {@code road} that may delay, refuse or lose what is sent on it. */
  public static LocalSlack start(SlackWorkspace workspace, Clock clock, Filter road) {
    LocalSlack slack = new LocalSlack(workspace, clock, 0);
    slack.server.behind(road);
    slack.listen();
    return slack;
  }

  void listen() {
    server.listen();
  }

  /** What the bot takes for Slack's address, e.g. {@code http://127.0.0.1:1234/api/}. */
  public String apiUrl() {
    return address() + "/api/";
  }

  /** E.g. {@code http://127.0.0.1:1234}, without a slash at the end. */
  public String address() {
    return "http://" + server.host();
  }

  public SlackWorkspace workspace() {
    return workspace;
  }

  public Troubles troubles() {
    return troubles;
  }

  public CallLog calls() {
    return calls;
  }

  Clock clock() {
    return clock;
  }

  ServletContextHandler context() {
    return server.context();
  }

  /** A fresh trigger_id: opens one view for this person within three seconds. */
  public String trigger(String user) {
    return triggers.issue(user);
  }

  /** A fresh response_url; {@code source} is the ts of the message whose button was pressed, or null. */
  public String responseUrl(String channel, String user, @Nullable String source) {
    return address() + "/hooks/" + hooks.open(channel, user, source);
  }

  @Override
  public void close() {
    server.close();
  }
}
