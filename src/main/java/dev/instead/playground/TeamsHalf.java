package dev.instead.playground;

import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The playground's Teams: the local one that the bot talks to, and what its people see and do in the page. */
public final class TeamsHalf implements AutoCloseable {
  private final LocalTeams teams;
  private final TeamsSender sender;
  private final HttpServlet page;

  /** Listens on a free port of its own; {@code background} does what people don't wait for. */
  TeamsHalf(
      TeamsTenant tenant,
      Supplier<URI> bot,
      TeamsMenu menu,
      BotSwitch botSwitch,
      ProductClock clock,
      Executor background) {
    teams = LocalTeams.start(tenant, Clock.systemUTC());
    sender = new TeamsSender(teams, bot);
    TeamsPageActions actions = new TeamsPageActions(tenant, sender, menu, botSwitch, background);
    page = new TeamsUiServlet(
        new TeamsPageView(teams, menu, botSwitch, clock),
        actions,
        new TeamsPanel(teams, sender, actions, background));
  }

  /** The local Teams, whose addresses the bot needs. */
  public LocalTeams local() {
    return teams;
  }

  public TeamsTenant tenant() {
    return teams.tenant();
  }

  /** Does the same as the page, for tests. */
  public TeamsSender sender() {
    return sender;
  }

  HttpServlet page() {
    return page;
  }

  @Override
  public void close() {
    sender.close();
    teams.close();
  }
}
