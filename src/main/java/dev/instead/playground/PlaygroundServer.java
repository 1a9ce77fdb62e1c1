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
 * What the bot talks to and people look at: the local Slack with the page on one port, the local Teams on another. It knows the bot by its
 * address only.
 */
public final class PlaygroundServer implements AutoCloseable {
  private static final int DOERS = 8;

  private final LocalSlack slack;
  private final SlackSender sender;
  private final TeamsHalf teams;
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
   * @param port the page's; 0 takes a free one
   * @param bot the bot's base address, asked before every request; the bot may start later than this server
   */
  public PlaygroundServer(
      Company company,
      int port,
      Supplier<URI> bot,
      SigningSecret secret,
      Menus menus,
      BotSwitch botSwitch,
      ProductClock clock) {
    SlackWorkspace workspace = company.slack();
    AppMenu menu = menus.slack();
    slack = new LocalSlack(workspace, Clock.systemUTC(), port);
    sender = new SlackSender(slack, bot, secret);
    PageView view = new PageView(slack, menu, botSwitch, clock);
    PageActions actions = new PageActions(workspace, sender, menu, botSwitch, background);
    PagePanel panel = new PagePanel(slack, botSwitch, clock);
    HomeVisits visits = new HomeVisits(workspace, sender, background);
    ServletContextHandler context = slack.context();
    context.addFilter(
        new FilterHolder(new LoopbackOnly()), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new EventsServlet(company)), "/ui/events");
    teams = new TeamsHalf(company.teams(), bot, menus.teams(), botSwitch, clock, background);
    context.addServlet(new ServletHolder(teams.page()), "/ui/teams/*");
    context.addServlet(new ServletHolder(new UiServlet(view, actions, panel, visits)), "/ui/*");
    context.addServlet(new ServletHolder(new PageServlet()), "/*");
    try {
      slack.listen();
    } catch (PlaygroundException taken) {
      teams.close();
      throw taken;
    }
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

  public TeamsHalf teams() {
    return teams;
  }

  /** The app comes to the team, and to everybody who has it: so the bot learns where they are, and greets them. */
  void meetInTeams() {
    TeamsTenant tenant = teams.tenant();
    TeamsNews news = teams.sender().news();
    news.addToTeam(SampleTenant.MAYA, SampleTenant.SOCIAL);
    tenant.people().stream()
        .map(TeamsPerson::aad)
        .filter(tenant::hasInstalled)
        .forEach(person -> background.execute(() -> news.install(person)));
  }

  @Override
  public void close() {
    slack.close();
    sender.close();
    teams.close();
    background.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "playground");
    thread.setDaemon(true);
    return thread;
  }
}
