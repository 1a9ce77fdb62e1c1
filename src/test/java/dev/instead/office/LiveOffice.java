package dev.instead.office;

import dev.instead.Bot;
import dev.instead.config.DatabaseAddress;
import dev.instead.config.MetricsSettings;
import dev.instead.config.Secret;
import dev.instead.config.Settings;
import dev.instead.config.SlackSettings;
import dev.instead.people.Platform;
import dev.instead.playground.Answer;
import dev.instead.playground.CallLog;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.SampleCompany;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackGrid;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackSender;
import dev.instead.playground.SlackWorkspace;
import dev.instead.playground.SteppedClock;
import dev.instead.report.CaseEvent;
import dev.instead.report.CaseNumber;
import dev.instead.store.Database;
import dev.instead.store.JdbiCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bot that {@code serve} runs, in this process and over HTTP: Slack is the local one, people are {@link #people}, every request is
 * signed. The product's clock runs, and starts on Tuesday, 24 November 2026, at ten in Jakarta.
 */
public final class LiveOffice implements AutoCloseable {
  public static final SigningSecret SECRET = new SigningSecret("live-office-signing-secret-000000");

  /** How long anything may take before a test gives up. */
  public static final Duration SOON = Duration.ofSeconds(15);

  /** What a scrape of the bot's metrics has to present. */
  public static final String METRICS_TOKEN = "live-office-metrics-token-000000";

  private static final String SECRET_TEXT = "live-office-signing-secret-000000";
  private static final MetricsSettings METRICS =
      new MetricsSettings(Optional.of(new Secret(METRICS_TOKEN)), Optional.empty(), "127.0.0.1");
  private static final Instant OPENING = Instant.parse("2026-11-24T03:00:00Z");
  private static final Path EXAMPLE = Path.of("config", "policy.yaml");
  private static final Pattern GROUP = Pattern.compile("(?<!/)\\bS0[A-Z]+\\b");
  private static final Pattern NUMBER = Pattern.compile("\\b[SQ]-[2-9BCDFGHJKMNP-TV-XZ]{4,12}\\b");

  public final SteppedClock clock =
      new SteppedClock(Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), OPENING)));
  public final SlackWorkspace workspace = SampleCompany.workspace(clock);
  public final LocalSlack slack = LocalSlack.start(workspace, clock);
  public final SlackSender people = new SlackSender(slack, this::address, SECRET);
  public final Path folder;
  public final Path policy;

  private final Set<Platform> platforms;
  private final Optional<DatabaseAddress> store;
  private final Optional<LiveTeams> teams;

  private volatile @Nullable Bot bot;

  /** Open for business, with the people of the sample company. */
  public LiveOffice() {
    this(workspace -> {});
  }

  /** Opens once {@code scene} has been set; the bot remembers people and groups from then on. */
  public LiveOffice(Consumer<SlackWorkspace> scene) {
    this(scene, Set.of(Platform.SLACK));
  }

  /** Opens on these platforms, each with its own local one. */
  public LiveOffice(Consumer<SlackWorkspace> scene, Set<Platform> platforms) {
    this(scene, platforms, Optional.empty());
  }

  /** Opens on Slack with a store that others may share. */
  public LiveOffice(DatabaseAddress store) {
    this(workspace -> {}, Set.of(Platform.SLACK), Optional.of(store));
  }

  private LiveOffice(
      Consumer<SlackWorkspace> scene, Set<Platform> platforms, Optional<DatabaseAddress> store) {
    this.store = store;
    this.platforms = Set.copyOf(platforms);
    scene.accept(workspace);
    teams = platforms.contains(Platform.TEAMS)
        ? Optional.of(new LiveTeams(clock, this::address))
        : Optional.empty();
    try {
      folder = Files.createTempDirectory("instead-live");
      policy = folder.resolve("policy.yaml");
      Files.writeString(policy, fitting(examplePolicy()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
    if (platforms.contains(Platform.SLACK)) {
      warmUp();
    }
    teams.ifPresent(LiveTeams::moveIn);
  }

  /** The half on Microsoft Teams. */
  public LiveTeams teams() {
    return teams.orElseThrow(() -> new IllegalStateException("this office is not on Teams"));
  }

  /** The first request of a process loads its classes, which may take longer than Slack waits on a machine as busy as a test's. */
  private void warmUp() {
    for (int tries = 0; tries < 10; tries++) {
      if (types("U0SIGIT", "/canipost", "warm up").ok()
          && people.say("U0SIGIT", "D0SIGIT", "help", null).ok()
          && types("U0SIGIT", "/report", "https://x.com/warm/status/" + tries).ok()) {
        return;
      }
    }
    throw new AssertionError("The bot does not answer");
  }

  /** Nobody listens on port 9, so a stopped bot looks as it does to Slack. */
  public URI address() {
    Bot running = bot;
    return running == null ? URI.create("http://127.0.0.1:9") : running.address();
  }

  public void start() {
    bot = Bot.start(settings(), clock);
  }

  public void stop() {
    Bot running = bot;
    bot = null;
    if (running != null) {
      running.close();
    }
  }

  public void restart() {
    stop();
    start();
  }

  /** The running bot. */
  public Bot bot() {
    return Objects.requireNonNull(bot, "the bot is stopped");
  }

  public Path database() {
    return folder.resolve("instead.db");
  }

  public Settings settings() {
    Settings settings = new Settings(
            "127.0.0.1",
            0,
            policy,
            "jdbc:sqlite:" + database(),
            platforms.contains(Platform.SLACK) ? Optional.of(slackSettings()) : Optional.empty(),
            teams.map(LiveTeams::settings),
            false,
            Optional.empty())
        .with(METRICS);
    return store.map(settings::on).orElse(settings);
  }

  private SlackSettings slackSettings() {
    return new SlackSettings(
        List.of(new Secret(SECRET_TEXT)),
        new Secret(LocalSlack.TOKEN),
        URI.create(slack.apiUrl()),
        workspace.grid().map(grid -> SlackGrid.ENTERPRISE),
        300);
  }

  /** On Enterprise Grid a policy has to say of which workspace its user groups are. */
  private String fitting(String policy) {
    return workspace.grid().isEmpty()
        ? policy
        : GROUP.matcher(policy).replaceAll(SlackWorkspace.TEAM + "/$0");
  }

  // ---- what people do

  /** A slash command in #general; what it answered is in the answer's body. */
  public Answer types(String user, String command, String text) {
    return people.command(user, "C0GENERAL", command, text);
  }

  /** Files a report by command and gives its number, as the receipt says it. */
  public String reports(String user, String text) {
    Answer answer = types(user, "/report", text);
    return numberIn(answer.body())
        .orElseThrow(() -> new AssertionError("No number in the receipt: " + answer));
  }

  public static Optional<String> numberIn(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.find() ? Optional.of(number.group()) : Optional.empty();
  }

  // ---- what people see, as soon as they see it

  /** The card of a case once it shows {@code words}. */
  public SlackMessage card(String channel, String number, String words) {
    return awaited(
        "a card of " + number + " in " + channel + " with \"" + words + "\"",
        () -> cards(channel, number).stream()
            .filter(card -> card.everything().contains(words))
            .findFirst());
  }

  public SlackMessage card(String channel, String number) {
    return card(channel, number, number);
  }

  /** All messages of a channel that are headed by the case's number. */
  public List<SlackMessage> cards(String channel, String number) {
    return workspace.messagesIn(channel).stream()
        .filter(message -> !message.isReply() && message.text().startsWith(number))
        .toList();
  }

  /** What the app told somebody in direct messages. */
  public SlackMessage told(String user, String words) {
    return awaited(
        "a direct message to " + user + " with \"" + words + "\"",
        () -> last(workspace.directMessagesOf(user), said(words)));
  }

  /** What only this person sees, in any channel. */
  public SlackMessage whispered(String user, String words) {
    return awaited(
        "a private answer to " + user + " with \"" + words + "\"",
        () -> last(workspace.ephemeralsFor(user), said(words)));
  }

  /** What stands in a channel or in a thread of it. */
  public SlackMessage written(String channel, String words) {
    return awaited(
        "a message in " + channel + " with \"" + words + "\"",
        () -> last(workspace.messagesIn(channel), said(words)));
  }

  /** The window that is open for somebody, as its JSON, once it shows {@code words}. */
  public String window(String user, String words) {
    return awaited(
        "a window of " + user + " with \"" + words + "\"",
        () -> workspace.modalOf(user).map(Object::toString).filter(view -> view.contains(words)));
  }

  public String home(String user, String words) {
    return awaited(
        "the home of " + user + " with \"" + words + "\"",
        () -> workspace.homeOf(user).map(Object::toString).filter(view -> view.contains(words)));
  }

  public void eventually(String what, Predicate<SlackWorkspace> expected) {
    if (!workspace.await(expected, SOON)) {
      throw new AssertionError("Within " + SOON + " there was not: " + what + seen());
    }
  }

  // ---- what only the store knows

  /** The bot must be stopped: a database has one owner. */
  public List<CaseEvent> events(String number) {
    try (Database database = Database.open("jdbc:sqlite:" + database())) {
      return new JdbiCases(database, clock, () -> {}).events(new CaseNumber(number));
    }
  }

  /** Replaces the policy file in one step, as an editor or a deployment does. */
  public void changesPolicy(String text) {
    writesPolicy(fitting(text).getBytes(StandardCharsets.UTF_8));
  }

  public void writesPolicy(byte[] content) {
    try {
      Path next = Files.write(folder.resolve("policy.next"), content);
      Files.move(next, policy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String examplePolicy() {
    try {
      return Files.readString(EXAMPLE, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    people.close();
    slack.close();
    teams.ifPresent(LiveTeams::close);
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a failed test needs to be understood: the windows, and the bot's latest calls. */
  private String seen() {
    StringBuilder seen = new StringBuilder();
    workspace
        .people()
        .forEach(person -> workspace
            .modalOf(person.id())
            .ifPresent(view -> seen.append("\nWindow of " + person.id() + " with the errors ")
                .append(workspace.views().errorsOf(person.id()))
                .append(": ")
                .append(view)));
    List<CallLog.Call> calls = slack.calls().all();
    calls.stream()
        .skip(Math.max(0, calls.size() - 10L))
        .forEach(call ->
            seen.append("\nCall of ").append(call.method()).append(": ").append(call.outcome()));
    return seen.toString();
  }

  private interface Look<T> {
    Optional<T> now();
  }

  private <T> T awaited(String what, Look<T> look) {
    eventually(what, here -> look.now().isPresent());
    return look.now().orElseThrow(() -> new AssertionError("It was there and is gone: " + what));
  }

  private static Predicate<SlackMessage> said(String words) {
    return message -> message.byBot() && message.everything().contains(words);
  }

  private static Optional<SlackMessage> last(
      List<SlackMessage> messages, Predicate<SlackMessage> wanted) {
    return messages.stream().filter(wanted).reduce((first, second) -> second);
  }
}
