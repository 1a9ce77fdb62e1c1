package dev.instead.teams;

import dev.instead.calls.CallWatch;
import dev.instead.calls.Later;
import dev.instead.calls.Workers;
import dev.instead.config.TeamsSettings;
import dev.instead.desk.UseCases;
import dev.instead.outbox.Briefing;
import dev.instead.people.AddressBook;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import dev.instead.people.Workspaces;
import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Everything of Teams, wired. */
public final class TeamsSide implements AutoCloseable {
  /** Calls wait for a slow connector, each on its own; threads that nobody needs end. */
  private static final int VOICES = 64;

  private static final int WAITING_WHISPERS = 2_000;

  private final TeamsSettings settings;
  private final AddressBook book;
  private final ServiceHosts hosts;
  private final Credentials credentials;
  private final Connector connector;
  private final TeamsGateway gateway;
  private final TeamsDirectory directory;
  private final Channels channels;
  private final Door door;
  private final ExecutorService voices = voices();
  private final ExecutorService lookups = Workers.bounded("teams-lookup", 4, 500);
  private final ExecutorService rosters = Workers.bounded("teams-rosters", 2, 100);
  private final ExecutorService askers = Workers.bounded("teams-channels", 1, 100);
  private final ExecutorService keys = Workers.bounded("teams-keys", 1, 10);
  private final ExecutorService scribe = Workers.bounded("teams-scribe", 1, 5_000);

  /**
   * Teams as an operator set it.
   *
   * @param reached is told of channels that can be reached, and perhaps couldn't be before; may block, and fail as the store does
   * @param watch is told of each call to the connector
   * @param realTime tokens go by it, whatever the product's clock says
   * @throws IllegalArgumentException whose message says what is wrong with the certificate's file and what to do
   */
  public TeamsSide(
      TeamsSettings settings,
      AddressBook book,
      Consumer<Channel> reached,
      Workspaces workspaces,
      CallWatch watch,
      Clock realTime) {
    this.settings = settings;
    this.book = new Jottings(book, scribe, reached);
    hosts = new ServiceHosts(settings.serviceHosts());
    credentials = Credentials.of(settings, realTime);
    connector = new Connector(credentials, hosts, settings.tenant(), watch);
    gateway = new TeamsGateway(connector, this.book, TeamsCards::of);
    directory = new TeamsDirectory(connector, this.book, lookups, rosters);
    channels = new Channels(connector, this.book, reached, askers, Later.onTime());
    door = new Door(settings, realTime, keys);
    workspaces.learn(Platform.TEAMS, settings.tenant());
  }

  static ExecutorService voices() {
    return Workers.bounded("teams-whisper", VOICES, WAITING_WHISPERS);
  }

  public TeamsGateway gateway() {
    return gateway;
  }

  public TeamsDirectory directory() {
    return directory;
  }

  /** What every request has to pass before it reaches {@link #servlet}. */
  public Door door() {
    return door;
  }

  /** Gets ready beside everything else: Microsoft's keys, and the channels of the teams that the bot is in. */
  public void prepare() {
    door.prepare();
    channels.learnAll();
  }

  /** The servlet for Teams' requests. */
  public HttpServlet servlet(UseCases desks, Briefing briefing, Clock clock) {
    Whisper whisper = new TeamsWhisper(
        connector, book, settings.onlyYou(), voices, Later.onTime(), System::nanoTime);
    TeamsRoutes routes = new TeamsRoutes(
        desks,
        briefing,
        book,
        directory::saw,
        channels::learn,
        whisper,
        () -> UUID.randomUUID().toString(),
        clock);
    return new TeamsServlet(new TeamsAdapter(credentials, hosts), routes);
  }

  @Override
  public void close() {
    voices.shutdown();
    scribe.shutdown();
    lookups.shutdownNow();
    rosters.shutdownNow();
    askers.shutdownNow();
    keys.shutdownNow();
    Workers.finish(voices);
    Workers.finish(scribe);
  }
}
