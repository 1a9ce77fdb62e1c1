package dev.instead.playground;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/**
 * The playground's one HTTP server: the local Slack that the bot talks to, and the page for people. It knows the bot by
 * its address only.
 */
public final class PlaygroundServer implements AutoCloseable {
  private static final int DOERS = 8;

  private final LocalSlack slack;
  private final SlackSender sender;
  private final ExecutorService background = new ThreadPoolExecutor(
      DOERS,
      DOERS,
      0,
      TimeUnit.SECONDS,
      new LinkedBlockingQueue<>(10_000),
      PlaygroundServer::thread);

  /**
   * Listens on 127.0.0.1 at once.
   *
   * @param port 0 takes a free one
   * @param bot the bot's base address, asked before every request; the bot may start later than this server
   */
  public PlaygroundServer(
      SlackWorkspace workspace,
      int port,
      Supplier<URI> bot,
      SigningSecret secret,
      AppMenu menu,
      BotSwitch botSwitch,
      ProductClock clock) {
    slack = new LocalSlack(workspace, Clock.systemUTC(), port);
    sender = new SlackSender(slack, bot, secret);
    PageView view = new PageView(slack, menu, botSwitch, clock);
    PageActions actions = new PageActions(workspace, sender, menu, botSwitch, background);
    PagePanel panel = new PagePanel(slack, botSwitch, clock);
    HomeVisits visits = new HomeVisits(workspace, sender, background);
    ServletContextHandler context = slack.context();
    context.addFilter(
        new FilterHolder(new LoopbackOnly()), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new EventsServlet(workspace)), "/ui/events");
    context.addServlet(new ServletHolder(new UiServlet(view, actions, panel, visits)), "/ui/*");
    context.addServlet(new ServletHolder(new PageServlet()), "/*");
    slack.listen();
  }

  /** Where people open the page, e.g. {@code http://127.0.0.1:4100}. */
  public String address() {
    return slack.address();
  }

  /** The local Slack, whose {@link LocalSlack#apiUrl()} and {@link LocalSlack#TOKEN} the bot needs. */
  public LocalSlack slack() {
    return slack;
  }

  /** Does the same as the page, for tests and the guided tour. */
  public SlackSender sender() {
    return sender;
  }

  @Override
  public void close() {
    slack.close();
    sender.close();
    background.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "playground");
    thread.setDaemon(true);
    return thread;
  }
}
