package dev.instead;

import com.fasterxml.uuid.Generators;
import dev.instead.calls.CallWatch;
import dev.instead.calls.WebProbe;
import dev.instead.calls.Workers;
import dev.instead.config.PolicyFile;
import dev.instead.config.PolicyPatches;
import dev.instead.config.Settings;
import dev.instead.desk.AnswerLog;
import dev.instead.desk.Erasures;
import dev.instead.desk.FreshPolicies;
import dev.instead.desk.Ids;
import dev.instead.desk.LinkCheck;
import dev.instead.desk.Timers;
import dev.instead.metrics.Measures;
import dev.instead.metrics.Readings;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.Pace;
import dev.instead.people.Accounts;
import dev.instead.people.Directories;
import dev.instead.people.Directory;
import dev.instead.people.Platform;
import dev.instead.people.Workspaces;
import dev.instead.policy.Policy;
import dev.instead.search.MeaningMatcher;
import dev.instead.search.PolicyWords;
import dev.instead.slack.SlackSide;
import dev.instead.store.Database;
import dev.instead.store.JdbiAccounts;
import dev.instead.store.JdbiAddressBook;
import dev.instead.store.JdbiAnswerLog;
import dev.instead.store.JdbiCases;
import dev.instead.store.JdbiFeedback;
import dev.instead.store.JdbiForgetting;
import dev.instead.store.JdbiLinkLog;
import dev.instead.store.JdbiProposals;
import dev.instead.store.JdbiQueue;
import dev.instead.store.JdbiTimers;
import dev.instead.teams.TeamsSide;
import dev.instead.web.Endpoint;
import dev.instead.web.Scrapes;
import dev.instead.web.SlackSignatureFilter;
import dev.instead.web.TeamsTokenFilter;
import dev.instead.web.WebServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** The whole bot: everything built once, started in order, and stopped in the opposite one. */
public final class Bot implements AutoCloseable {
  /** How soon a changed policy file is in force. */
  private static final Duration POLICY_LOOK = Duration.ofSeconds(1);

  private static final Duration SLACK_AGAIN = Duration.ofSeconds(30);

  private final Database database;
  private final Optional<SlackSide> slack;
  private final Optional<TeamsSide> teams;
  private final Desks desks;
  private final WebServer web;
  private final Condition condition;
  private final Optional<Measures> measures;
  private final Threads threads = new Threads();
  private final ExecutorService addressReaders = Workers.bounded("addresses", 4, 1_000);

  private Bot(Settings settings, Clock clock) {
    PrometheusRegistry counted = new PrometheusRegistry();
    measures = settings.metrics().isOn() ? Optional.of(new Measures(counted)) : Optional.empty();
    // The three slowest steps of a start have nothing to do with one another.
    Supplier<PolicyFile> reading =
        Threads.begin("policy", () -> PolicyFile.load(settings.policy(), clock));
    Workspaces workspaces = new Workspaces();
    Supplier<Optional<SlackSide>> connecting = Threads.begin(
        "slack",
        () -> settings.slack().map(set -> new SlackSide(set, workspaces, calls(Platform.SLACK))));
    database = Database.open(settings.database());
    measures.map(Measures::writes).ifPresent(database::tells);
    PolicyFile file = orElse(reading, database::close);
    FreshPolicies policies = new FreshPolicies(file);
    JdbiQueue queue = new JdbiQueue(database);
    if (database.nodes().isEmpty()) {
      queue.endLeases(clock.instant());
    }
    // What the desks store wakes the courier, which is built after them.
    Bell bell = new Bell();
    slack = orElse(connecting, database::close);
    teams = orElse(
        () -> settings
            .teams()
            .map(set -> new TeamsSide(
                set,
                new JdbiAddressBook(database, addressReaders),
                channel -> {
                  if (queue.reached(channel) > 0) {
                    bell.run();
                  }
                },
                workspaces,
                calls(Platform.TEAMS),
                Clock.systemUTC())),
        () -> allOf(() -> slack.ifPresent(SlackSide::close), database::close));
    JdbiCases cases = new JdbiCases(
        database, clock, bell, event -> measures.ifPresent(counts -> counts.happened(event)));
    Accounts accounts = accounts(settings, clock, bell);
    MeaningMatcher matcher = new MeaningMatcher(settings.encoder(), settings.cache());
    JdbiAnswerLog answerLog = new JdbiAnswerLog(database, clock);
    JdbiTimers timers = new JdbiTimers(database, bell);
    JdbiFeedback feedback = new JdbiFeedback(database, work -> threads.aside("feedback", work));
    SecureRandom random = new SecureRandom();
    Supplier<UUID> uuids = Generators.timeBasedEpochGenerator()::generate;
    JdbiProposals proposals = new JdbiProposals(database, uuids);
    desks = Desks.over(new Desks.Ports(
        policies,
        cases,
        queue,
        matcher,
        new PolicyWords(),
        measured(behind(answerLog)),
        what -> measures.ifPresent(counts -> counts.limited(what)),
        timers,
        new PolicyPatches(settings.policy(), clock),
        proposals,
        feedback,
        directories(),
        accounts,
        workspaces,
        gateways(),
        paces(settings),
        new Ids(random, uuids),
        clock,
        random,
        threads.couriers()));
    bell.rings(desks.courier()::wake);
    PolicyWatch watch = new PolicyWatch(
        file, queue, desks.places(), policy -> changed(matcher, policies.current()), clock);
    Freshness freshness = new Freshness(
        linkCheck(settings, policies, timers, clock, bell),
        desks.reviews(),
        () -> prepare(matcher, policies.current()));
    condition = new Condition(database, () -> threads.runs("courier"), Condition.QUIET);
    Overview overview = new Overview(
        settings, condition, database, queue, policies, watch, desks.reviews(), matcher, clock);
    web = new WebServer(
        settings.host(),
        settings.port(),
        endpoints(settings, clock),
        condition::whyNotReady,
        measures.map(counts -> new Scrapes(
            settings.metrics(), new Readings(counted, overview::now), counts.traffic())));
    freshness.recall();
    prepare(matcher, policies.current());
    // First where the bot is, then what is to be said there, and beside it who may act.
    threads.once("courier", () -> {
      // Whatever comes of the introduction, messages must go out.
      slack.ifPresent(side -> Threads.logged("slack-hello", side::introduce));
      threads.once("teams", () -> meetTeams(workspaces));
      desks.courier().run();
    });
    threads.once("alarm", desks.alarm()::run);
    threads.once("proposals", desks.proposals()::policyChanged); // it may have changed meanwhile
    slack.ifPresent(side -> threads.every("slack-hello", SLACK_AGAIN, side::introduce));
    teams.ifPresent(side -> side.prepare());
    threads.every("policy", POLICY_LOOK, watch::look);
    database
        .nodes()
        .ifPresent(nodes -> threads.once("nodes", () -> nodes.run(desks.courier()::wake)));
    freshness.begin(threads);
    condition.begin(threads);
    new Forgettings(
            cases,
            answerLog,
            feedback,
            new Erasures(policies, timers, new JdbiForgetting(database), clock),
            policies,
            clock)
        .begin(threads);
  }

  private void changed(MeaningMatcher matcher, Policy policy) {
    prepare(matcher, policy);
    threads.once("proposals", desks.proposals()::policyChanged);
  }

  // The model takes its time, so letters answer until it is ready.
  private void prepare(MeaningMatcher matcher, Policy policy) {
    threads.once("matcher", () -> {
      matcher.prepare(policy);
      matcher.warm(policy);
    });
  }

  private Optional<LinkCheck> linkCheck(
      Settings settings, FreshPolicies policies, Timers timers, Clock clock, Runnable wanted) {
    return settings.linkHosts().isEmpty()
        ? Optional.empty()
        : Optional.of(new LinkCheck(
            policies,
            new WebProbe(settings.linkHosts()),
            new JdbiLinkLog(database, wanted),
            timers,
            desks.owners(),
            clock));
  }

  private Accounts accounts(Settings settings, Clock clock, Runnable wanted) {
    if (!settings.linkPeople()) {
      JdbiAccounts.forget(database);
      return Accounts.separate();
    }
    Accounts accounts = new JdbiAccounts(database, clock, wanted);
    slack.ifPresent(side -> side.directory().introduceTo(accounts));
    teams.ifPresent(side -> side.directory().introduceTo(accounts));
    return accounts;
  }

  private Directories directories() {
    Map<Platform, Directory> directories = new EnumMap<>(Platform.class);
    slack.ifPresent(side -> directories.put(Platform.SLACK, side.directory()));
    teams.ifPresent(side -> directories.put(Platform.TEAMS, side.directory()));
    return new Directories(directories);
  }

  private List<ChatGateway> gateways() {
    List<ChatGateway> gateways = new ArrayList<>();
    slack.ifPresent(side -> gateways.add(side.gateway()));
    teams.ifPresent(side -> gateways.add(side.gateway()));
    return measures.map(counts -> counts.measured(gateways)).orElse(gateways);
  }

  private static Map<Platform, Pace> paces(Settings settings) {
    Map<Platform, Pace> paces = new EnumMap<>(Platform.class);
    settings
        .slack()
        .ifPresent(
            set -> paces.put(Platform.SLACK, new Pace(Pace.Limits.slack(set.messagesPerMinute()))));
    settings.teams().ifPresent(set -> paces.put(Platform.TEAMS, new Pace(Pace.Limits.TEAMS)));
    return paces;
  }

  private List<Endpoint> endpoints(Settings settings, Clock clock) {
    List<Endpoint> endpoints = new ArrayList<>();
    slack.ifPresent(side -> endpoints.add(new Endpoint(
        "/slack/events",
        new SlackSignatureFilter(
            settings.slack().orElseThrow().signingSecrets(), Clock.systemUTC()),
        side.servlet(desks.useCases()))));
    teams.ifPresent(side -> endpoints.add(new Endpoint(
        "/api/messages",
        new TeamsTokenFilter(side.door()),
        side.servlet(desks.useCases(), desks.briefing(), clock))));
    return endpoints;
  }

  private void meetTeams(Workspaces workspaces) {
    for (Platform platform : Platform.values()) {
      workspaces
          .on(platform)
          .ifPresent(workspace -> desks.readers().meetTeams(platform, workspace));
    }
  }

  /**
   * Starts the bot; it serves requests when this returns.
   *
   * @param clock the product's; signatures always go by the real one
   * @throws RuntimeException whose message says what is wrong and what to do, when it can't start
   */
  public static Bot start(Settings settings, Clock clock) {
    Bot bot = new Bot(settings, clock);
    try {
      bot.web.start();
      bot.condition.opens();
    } catch (RuntimeException e) {
      bot.close();
      throw e;
    }
    return bot;
  }

  /** Where requests arrive on this machine. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + web.port());
  }

  /** The port on this machine where metrics are shown, when they are. */
  public int metricsPort() {
    return web.metricsPort();
  }

  /** For the tests that fill its disk. */
  Database database() {
    return database;
  }

  /** Finishes running requests, then what the courier is sending; the rest waits in the store for the next start. */
  @Override
  public void close() {
    condition.stops();
    allOf(
        web::close,
        desks.courier()::stop,
        desks.alarm()::stop,
        threads::finish,
        () -> slack.ifPresent(SlackSide::close),
        () -> teams.ifPresent(TeamsSide::close),
        addressReaders::shutdownNow,
        database::close);
  }

  /** Does every step in turn, also after one that failed; the first failure is thrown in the end. */
  static void allOf(Runnable... steps) {
    Deque<RuntimeException> failures = new ArrayDeque<>();
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    RuntimeException first = failures.poll();
    if (first != null) {
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  /** Stops as a power cut would: nothing is finished. For the playground. */
  public void kill() {
    condition.stops();
    web.abort();
    desks.courier().stop();
    desks.alarm().stop();
    database.close();
    threads.abandon();
    slack.ifPresent(SlackSide::close);
    teams.ifPresent(TeamsSide::close);
    addressReaders.shutdownNow();
  }

  /** Nobody waits for it, so that an asker gets an answer from a store that is slow or locked as well. */
  private AnswerLog behind(AnswerLog log) {
    return shown -> threads.aside("answer-log", () -> log.keep(shown));
  }

  private AnswerLog measured(AnswerLog log) {
    return measures.map(counts -> counts.measured(log)).orElse(log);
  }

  private CallWatch calls(Platform platform) {
    return measures.map(counts -> counts.calls(platform)).orElse(CallWatch.NOBODY);
  }

  private static <T> T orElse(Supplier<T> begun, Runnable undo) {
    try {
      return begun.get();
    } catch (RuntimeException e) {
      undo.run();
      throw e;
    }
  }

  /** Passes a call on to whoever is there by then. */
  private static final class Bell implements Runnable {
    private volatile Runnable listener = () -> {};

    void rings(Runnable next) {
      listener = next;
    }

    @Override
    public void run() {
      listener.run();
    }
  }
}
