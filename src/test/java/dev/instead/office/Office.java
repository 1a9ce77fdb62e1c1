package dev.instead.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.instead.Desks;
import dev.instead.config.DatabaseAddress;
import dev.instead.desk.Cases;
import dev.instead.desk.Delivery;
import dev.instead.desk.Erasures;
import dev.instead.desk.Filing;
import dev.instead.desk.FreshPolicies;
import dev.instead.desk.Ids;
import dev.instead.desk.LinkLog;
import dev.instead.desk.Matcher;
import dev.instead.desk.Proposals;
import dev.instead.desk.Timers;
import dev.instead.desk.UseCases;
import dev.instead.notice.Notice;
import dev.instead.outbox.Pace;
import dev.instead.outbox.Queue;
import dev.instead.people.Accounts;
import dev.instead.people.AddressBook;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.people.Workspaces;
import dev.instead.policy.LocalText;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import dev.instead.policy.SituationId;
import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.search.LuceneMatcher;
import dev.instead.search.PolicyWords;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The whole service: real desks, courier and store (a throw-away file), a chat in memory, a clock that is moved. It opens on Monday,
 * 23 November 2026, at ten in Jakarta.
 */
public final class Office implements AutoCloseable {
  public static final String WORKSPACE = "T0MERANTI";
  public static final String TENANT = "11111111-2222-4333-8444-555555555555";
  public static final Person DEWI = person("U0DEWI");
  public static final Person BUDI = person("U0BUDI");
  public static final Person ANA = person("U0ANA");
  public static final Person BEN = person("U0BEN");
  public static final Person CITRA = person("U0CITRA");
  public static final Person OMAR = person("U0OMAR");
  public static final Person SIGIT = person("U0SIGIT");
  public static final Person GUS = person("U0GUS");
  public static final Instant OPENING = Instant.parse("2026-11-23T03:00:00Z");

  /** What somebody was asked to do less often, in order. */
  public final List<Notice.Slower.Often> limited = new ArrayList<>();

  public final MovedClock clock = new MovedClock(OPENING);
  public final KnownPeople directory = people();
  public final FakeChat chat = new FakeChat();
  public final FakeChat teams = new FakeChat(Platform.TEAMS);
  public final Cases cases;
  public final Queue queue;
  public final Accounts accounts;
  public final Timers timers;
  public final LinkLog links;
  public final FreshPolicies fresh;
  public final Proposals proposals;
  public final Erasures erasures;
  public final DatabaseAddress address;
  public final WrittenPatches patches = new WrittenPatches();
  public final Desks desks;

  private final Path folder;
  private final Database database;
  private final AtomicLong deliveries = new AtomicLong();
  private volatile Policy policy;
  private @Nullable Connection lock;

  public Office() {
    this(Policies.sample());
  }

  public Office(Policy policy) {
    this(policy, new LuceneMatcher());
  }

  public Office(Policy policy, Matcher matcher) {
    this(policy, matcher, Runnable::run);
  }

  /** On another database than a throw-away file. */
  public Office(DatabaseAddress store) {
    this(Policies.sample(), new LuceneMatcher(), Runnable::run, Optional.of(store));
  }

  /** @param workers what serves the courier's conversations */
  public Office(Executor workers) {
    this(Policies.sample(), new LuceneMatcher(), workers);
  }

  private Office(Policy policy, Matcher matcher, Executor workers) {
    this(policy, matcher, workers, Optional.empty());
  }

  private Office(
      Policy policy, Matcher matcher, Executor workers, Optional<DatabaseAddress> store) {
    this.policy = policy;
    try {
      folder = Files.createTempDirectory("instead-office");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    address =
        store.orElseGet(() -> DatabaseAddress.of("jdbc:sqlite:" + folder.resolve("office.db")));
    database = Database.open(address);
    cases = new JdbiCases(database, clock, () -> {});
    queue = new JdbiQueue(database);
    accounts = new JdbiAccounts(database, clock, () -> {});
    JdbiAnswerLog answerLog = new JdbiAnswerLog(database, clock);
    fresh = new FreshPolicies(this::file);
    links = new JdbiLinkLog(database, () -> {});
    timers = new JdbiTimers(database, () -> {});
    Workspaces workspaces = new Workspaces();
    workspaces.learn(Platform.SLACK, WORKSPACE);
    workspaces.learn(Platform.TEAMS, TENANT);
    Random random = new Random(7);
    proposals = new JdbiProposals(database, UUID::randomUUID);
    erasures = new Erasures(fresh, timers, new JdbiForgetting(database), clock);
    desks = Desks.over(new Desks.Ports(
        fresh,
        cases,
        queue,
        matcher,
        new PolicyWords(),
        answerLog,
        limited::add,
        timers,
        patches,
        proposals,
        new JdbiFeedback(database, Runnable::run),
        directory,
        accounts,
        workspaces,
        List.of(chat, teams),
        Map.of(Platform.SLACK, new Pace(pace()), Platform.TEAMS, new Pace(pace())),
        new Ids(random, UUID::randomUUID),
        clock,
        random,
        workers));
  }

  /** Slack's own limits: 10 at once in a channel, then one a second. */
  public static Pace.Limits pace() {
    return new Pace.Limits(
        List.of(new Pace.Rate(10, Duration.ofSeconds(1))),
        List.of(),
        new Pace.Rate(50, Duration.ofMillis(1200)),
        false,
        new Pace.Rate(240, Duration.ofMillis(250)));
  }

  public void changes(Policy next) {
    policy = next;
  }

  /** The policy in force, without what is withheld. */
  public Policy policy() {
    return fresh.current();
  }

  /** What an answer of the policy is about. */
  public LocalText topic(RuleId answer) {
    return Objects.requireNonNull(policy().answers().get(answer)).topic();
  }

  /** The policy as it was written. */
  public Policy file() {
    return policy;
  }

  public Delivery delivery() {
    return new Delivery("test:" + deliveries.incrementAndGet());
  }

  /** Files a report that must be taken, and gives its receipt. */
  public Notice.Receipt files(Person reporter, String text) {
    return assertInstanceOf(Notice.Receipt.class, reports(reporter, text));
  }

  public Notice reports(Person reporter, String text) {
    return desks.reports().file(new Filing(reporter, "", text, Optional.empty()), delivery());
  }

  public Notice reports(Person reporter, String text, SituationId situation) {
    return desks.reports().file(new Filing(reporter, "", text, Optional.of(situation)), delivery());
  }

  public void claims(Person member, CaseNumber number) {
    assertEquals(Optional.empty(), desks.cases().claim(number, member, delivery()));
  }

  public Case theCase(CaseNumber number) {
    return cases.find(number).orElseThrow();
  }

  /** Lets the courier work until nothing more is due at this moment. */
  public void delivers() {
    for (int rounds = 0; rounds < 1000; rounds++) {
      if (!desks.courier().round().isZero()) {
        return;
      }
    }
    throw new AssertionError("The courier does not come to rest");
  }

  /** The one card of a case in a channel. */
  public Notice.TeamCard card(String channel, CaseNumber number) {
    List<Notice.TeamCard> cards = chat.in(channel).stream()
        .filter(message -> message.notice() instanceof Notice.TeamCard card
            && card.about().number().equals(number))
        .map(message -> (Notice.TeamCard) message.notice())
        .toList();
    assertEquals(1, cards.size(), "cards of " + number + " in " + channel);
    return cards.get(0);
  }

  /** From now on nothing can be stored, until the end. */
  public void locksTheStore() {
    try {
      Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("office.db"));
      other.createStatement().execute("BEGIN IMMEDIATE");
      lock = other;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows a table of the store has. */
  public int rows(String table) {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("office.db"));
        Statement statement = other.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return count.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first value that a query of the store finds, as text. */
  public String stored(String query) {
    try (Connection other = besides();
        Statement statement = other.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      return String.valueOf(found.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes the store behind the bot's back. */
  public void tampers(String statement) {
    try (Connection other = besides();
        Statement change = other.createStatement()) {
      change.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection besides() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("office.db"));
  }

  /** Whether these words are anywhere in the files of the store, its log included. */
  public boolean stores(String words) {
    return StoredBytes.have(folder, words);
  }

  /** Closes the store and keeps its files for a last look. */
  public void stops() {
    database.close();
  }

  /** How people are reached, in this office's own store. */
  public AddressBook addresses() {
    return addresses(Runnable::run);
  }

  /** The same, read by these. */
  public AddressBook addresses(Executor readers) {
    return new JdbiAddressBook(database, readers);
  }

  /** What requests lead to. */
  public UseCases useCases() {
    return desks.useCases();
  }

  @Override
  public void close() {
    Connection other = lock;
    if (other != null) {
      try {
        other.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    database.close();
    try (var files = Files.walk(folder)) {
      files
          .sorted(java.util.Comparator.reverseOrder())
          .forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Meanwhile another program has locked the store: it can be read, and nothing can be written. */
  public void whileTheStoreIsLocked(Runnable work) throws SQLException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("office.db"));
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      work.run();
      statement.execute("ROLLBACK");
    }
  }

  public static Person person(String id) {
    return new Person(Platform.SLACK, WORKSPACE, id);
  }

  private static KnownPeople people() {
    Profile.Standing colleague = Profile.Standing.COLLEAGUE;
    return new KnownPeople()
        .knows(DEWI, "Dewi Lestari", "en-US", colleague)
        .knows(BUDI, "Budi Santoso", "id-ID", colleague)
        .knows(ANA, "Ana Wijaya", "en-GB", colleague)
        .knows(BEN, "Ben Hartono", "en-US", colleague)
        .knows(CITRA, "Citra Halim", "id-ID", colleague)
        .knows(OMAR, "Omar Nasution", "en-US", colleague)
        .knows(SIGIT, "Sigit Pranoto", "id-ID", colleague)
        .knows(GUS, "Gus Wibowo", "en-US", Profile.Standing.GUEST)
        .group("S0CARE", "U0ANA", "U0BEN", "U0CITRA")
        .group("S0SECURITY", "U0SIGIT")
        .group("S0POLICY", "U0OMAR")
        .group("S0TRAINED", "U0BEN");
  }
}
