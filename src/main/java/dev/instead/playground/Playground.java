package dev.instead.playground;

import dev.instead.Bot;
import dev.instead.config.Secret;
import dev.instead.config.Settings;
import dev.instead.config.SlackSettings;
import dev.instead.config.TeamsCloud;
import dev.instead.config.TeamsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole bot beside a local Slack, a local Teams and a page, on this machine only: nothing to configure, no account. The bot is the one that {@code
 * serve} runs, with its store in a folder that is thrown away at the end.
 */
public final class Playground implements AutoCloseable {
  private static final String SIGNING_SECRET = "playground-signing-secret-0000000";

  private final SteppedClock clock;
  private final Path folder;
  private final Path policy;
  private final PlaygroundServer server;
  private @Nullable Bot bot;
  private volatile boolean byMeaning;

  private Playground(Path policy, Path folder, int port, Clock time) {
    clock = new SteppedClock(time);
    this.policy = policy;
    this.folder = folder;
    server = new PlaygroundServer(
        Company.sample(time),
        port,
        this::botAddress,
        new SigningSecret(SIGNING_SECRET),
        new Menus(
            AppMenu.fromManifest(resource("/manifests/slack.json")),
            TeamsMenu.fromManifest(resource("/manifests/teams/manifest.json"))),
        new Switch(),
        new Moved());
  }

  /**
   * Starts everything.
   *
   * @param policy the policy file; the bundled example is copied there by the caller when there is none
   * @param port of the page; 0 for any that is free
   */
  public static Playground start(Path policy, int port) {
    return start(policy, port, Clock.systemUTC(), true);
  }

  /** The same at another time of day or year: {@code time} stamps the messages and starts the product's clock. */
  static Playground start(Path policy, int port, Clock time) {
    return start(policy, port, time, false);
  }

  private static Playground start(Path policy, int port, Clock time, boolean byMeaning) {
    try {
      Playground playground =
          new Playground(policy, Files.createTempDirectory("instead-playground"), port, time);
      playground.byMeaning = byMeaning;
      playground.startBot();
      SampleCompany.smallTalk(playground.server.slack().workspace());
      SampleTenant.smallTalk(playground.server.teams().tenant());
      playground.server.meetInTeams();
      return playground;
    } catch (IOException e) {
      throw new UncheckedIOException("No folder can be made for the playground's store", e);
    }
  }

  /** The page. */
  public URI address() {
    return URI.create(server.address());
  }

  public PlaygroundServer server() {
    return server;
  }

  @Override
  public void close() {
    stopBot();
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The playground's store can't be removed: " + folder, e);
    }
  }

  private synchronized URI botAddress() {
    // Nobody listens on port 9, so a stopped bot looks as it does to Slack.
    return bot == null ? URI.create("http://127.0.0.1:9") : bot.address();
  }

  private synchronized void startBot() {
    if (bot == null) {
      bot = Bot.start(settings(), clock);
    }
  }

  private synchronized void stopBot() {
    if (bot != null) {
      bot.close();
      bot = null;
    }
  }

  private synchronized void killBot() {
    if (bot != null) {
      bot.kill();
      bot = null;
    }
  }

  private Settings settings() {
    Settings settings = new Settings(
        "127.0.0.1",
        0,
        policy,
        "jdbc:sqlite:" + folder.resolve("playground.db"),
        Optional.of(new SlackSettings(
            List.of(new Secret(SIGNING_SECRET)),
            new Secret(LocalSlack.TOKEN),
            URI.create(server.slack().apiUrl()),
            300)),
        Optional.of(teams()),
        false,
        Optional.empty());
    return byMeaning ? settings.withEncoder() : settings;
  }

  private TeamsSettings teams() {
    LocalTeams local = server.teams().local();
    return new TeamsSettings(
        TeamsTenant.APP,
        List.of(new Secret(LocalTeams.SECRET)),
        Optional.empty(),
        TeamsTenant.TENANT,
        TeamsCloud.PUBLIC,
        URI.create(local.openIdUrl()),
        URI.create(local.address()),
        Set.of(local.host()),
        Optional.empty(),
        false);
  }

  static String resource(String name) {
    try (InputStream in = Playground.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own file can't be read: " + name, e);
    }
  }

  /** Stops and starts the bot for the page. */
  private final class Switch implements BotSwitch {
    @Override
    public boolean running() {
      synchronized (Playground.this) {
        return bot != null;
      }
    }

    @Override
    public void start() {
      startBot();
    }

    @Override
    public void stop() {
      stopBot();
    }

    @Override
    public void kill() {
      killBot();
    }
  }

  /** The bot's clock for the page. */
  private final class Moved implements ProductClock {
    @Override
    public Instant now() {
      return clock.instant();
    }

    @Override
    public Duration ahead() {
      return clock.ahead();
    }

    @Override
    public void advance(Duration by) {
      clock.advance(by);
    }
  }
}
