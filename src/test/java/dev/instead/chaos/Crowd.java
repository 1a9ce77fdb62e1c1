package dev.instead.chaos;

import dev.instead.people.Platform;
import dev.instead.playground.Answer;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.SignedRequest;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackSender;
import dev.instead.playground.TeamsPost;
import dev.instead.playground.TeamsSender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who report, on both platforms, some of them the same posts and some of them twice, and a colleague who takes and dismisses cases. */
final class Crowd implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("S-[2-9B-Z]{4,12}");
  private static final int ON_SLACK = 4;
  private static final int ON_TEAMS = 2;
  private static final int HOT_POSTS = 4;
  private static final int TRIES = 30;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
  private static final Duration BREATH = Duration.ofMillis(20);

  private final Company company;
  private final Ledger ledger;
  private final List<Node> nodes;
  private final int round;
  private final int most;
  private final AtomicInteger next = new AtomicInteger();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private volatile boolean over;

  /** @param most how many reports they write at the most */
  Crowd(Company company, Ledger ledger, List<Node> nodes, int round, int most) {
    this.company = company;
    this.ledger = ledger;
    this.nodes = nodes;
    this.round = round;
    this.most = most;
  }

  void begin(Random random) {
    for (int i = 0; i < ON_SLACK; i++) {
      Random own = new Random(random.nextLong());
      people.execute(() -> reportOnSlack(own));
    }
    for (int i = 0; i < ON_TEAMS; i++) {
      int only = i;
      Random own = new Random(random.nextLong());
      people.execute(() -> reportOnTeams(only, own));
    }
    Random own = new Random(random.nextLong());
    people.execute(() -> work(own));
  }

  /** How many reports were begun. */
  int begun() {
    return Math.min(next.get(), most);
  }

  /** They finish what they are at. */
  @Override
  public void close() {
    over = true;
    people.shutdown();
    try {
      if (!people.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("Somebody waits for an answer for more than a minute");
      }
    } catch (InterruptedException e) {
      people.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Afterwards, when the nodes are well: everybody without an answer tries again, and some who have one are repeated late. */
  static void tryAgain(Company company, Ledger ledger, List<Node> nodes) {
    AtomicInteger turn = new AtomicInteger();
    Supplier<URI> inTurn =
        () -> nodes.get(turn.getAndIncrement() % nodes.size()).address();
    try (SlackSender slack = company.onSlack(inTurn);
        TeamsSender teams = company.onTeams(inTurn)) {
      Function<Ledger.Sent, String> asking = sent -> answered(
          company,
          sent,
          () -> sent.platform() == Platform.SLACK
              ? slack.send(sent.request())
              : teams.send(sent.request()));
      ledger.takeUnanswered().forEach(sent -> ledger.acknowledged(sent, asking.apply(sent)));
      ledger.takeLatest().forEach(first -> ledger.repeated(first, asking.apply(first.sent())));
    }
  }

  private static String answered(Company company, Ledger.Sent sent, Supplier<Answer> sending) {
    String said = "";
    for (int tries = 0; tries < TRIES; tries++) {
      Answer answer = sending.get();
      Optional<String> number = number(answer);
      if (number.isPresent()) {
        return number.get();
      }
      said = answer.outcome() + " " + answer.body();
      company.workspace.await(any -> false, BETWEEN_TRIES);
    }
    throw new AssertionError("All is well again, and still nobody answers " + sent.reporter() + " ("
        + sent.words() + "): " + said);
  }

  /** Mostly one that is there: a balancer notices soon which one isn't. */
  private URI anyNode(Random random) {
    Node one = nodes.get(random.nextInt(nodes.size()));
    Node other = nodes.get(random.nextInt(nodes.size()));
    return (one.isAlive() ? one : other).address();
  }

  /** While there is nobody at all to send it to, nobody writes a report. */
  private boolean goesOn() {
    while (!over && nodes.stream().noneMatch(Node::isAlive)) {
      breathe();
    }
    return !over && next.get() < most;
  }

  private void reportOnSlack(Random random) {
    try (SlackSender sender = company.onSlack(() -> anyNode(random))) {
      while (goesOn()) {
        int i = next.incrementAndGet();
        String reporter = Company.onSlack(i);
        String words = words(i, random);
        Answer answer =
            sender.command(reporter, "C0GENERAL", "/report", post(i, random) + " " + words);
        Ledger.Sent sent = new Ledger.Sent(Platform.SLACK, reporter, words, sender.latest());
        Optional<String> number = written(sent, answer);
        if (number.isPresent() && random.nextInt(6) == 0) {
          again(sent, number.get(), sender.send(sent.request()));
        }
        breathe();
      }
    }
  }

  private void reportOnTeams(int only, Random random) {
    try (TeamsSender sender = company.onTeams(() -> anyNode(random))) {
      while (goesOn()) {
        int i = next.incrementAndGet();
        // Each person has one dialog at a time.
        String reporter = Company.onTeams(i * ON_TEAMS + only);
        sender.commandBox(reporter, "report");
        if (company.tenant.screens().dialog(reporter).isEmpty()) {
          breathe();
          continue;
        }
        String words = words(i, random);
        Answer answer =
            sender.submit(reporter, Map.of("link_field", post(i, random), "text_field", words));
        SignedRequest request = sender.latest();
        sender.closeDialog(reporter);
        Ledger.Sent sent = new Ledger.Sent(Platform.TEAMS, reporter, words, request);
        Optional<String> number = written(sent, answer);
        if (number.isPresent() && random.nextInt(4) == 0) {
          again(
              sent,
              number.get(),
              random.nextBoolean() ? sender.send(request) : sender.repeatUnderNewId(request));
        }
        breathe();
      }
    }
  }

  private Optional<String> written(Ledger.Sent sent, Answer answer) {
    Optional<String> number = number(answer);
    number.ifPresentOrElse(
        given -> ledger.acknowledged(sent, given), () -> ledger.unanswered(sent));
    return number;
  }

  /** The platform delivered it twice; an answer that doesn't come proves nothing. */
  private void again(Ledger.Sent sent, String first, Answer second) {
    number(second).ifPresent(given -> ledger.repeated(new Ledger.Acknowledged(sent, first), given));
  }

  private String post(int i, Random random) {
    boolean hot = random.nextInt(4) == 0;
    return "https://social.example/" + round + "/"
        + (hot ? "hot" + random.nextInt(HOT_POSTS) : Integer.toString(i));
  }

  private String words(int i, Random random) {
    return Company.words(random.nextInt(Company.TEAMS)) + " r" + round + "n" + i;
  }

  /** Takes or dismisses a case whenever there is a card of one that nobody has. */
  private void work(Random random) {
    try (SlackSender slack = company.onSlack(() -> anyNode(random));
        TeamsSender teams = company.onTeams(() -> anyNode(random))) {
      while (goesOn()) {
        int team = random.nextInt(Company.TEAMS);
        String verb = random.nextInt(3) == 0 ? "case.dismiss" : "case.take";
        if (Company.isOnSlack(team)) {
          openOnSlack(team, verb).ifPresent(card -> slack.press(Company.SLACK_MEMBER, card, verb));
        } else {
          openOnTeams(team, verb).ifPresent(card -> teams.press(SampleTenant.ANA, card, verb));
        }
        breathe();
      }
    }
  }

  private Optional<SlackMessage> openOnSlack(int team, String verb) {
    return company.workspace.messagesIn(Company.channel(team)).stream()
        .filter(card -> card.byBot() && card.element(verb).isPresent())
        .findFirst();
  }

  private Optional<TeamsPost> openOnTeams(int team, String verb) {
    return company.tenant.postsIn(Company.channel(team)).stream()
        .filter(post -> post.byBot() && post.cards().toString().contains('"' + verb + '"'))
        .findFirst();
  }

  private void breathe() {
    company.workspace.await(any -> over, BREATH);
  }

  private static Optional<String> number(Answer answer) {
    Matcher found = NUMBER.matcher(answer.body());
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }
}
