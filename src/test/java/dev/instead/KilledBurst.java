package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.playground.Answer;
import dev.instead.playground.ChatChange;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.SignedRequest;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackSender;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many people report at once, some of them the same posts, and a colleague takes cases, until the bot is ended among it. */
final class KilledBurst {
  /** A report whose sender got a receipt with a number. */
  record Acknowledged(String number, String reporter, String words) {}

  private static final Pattern NUMBER = Pattern.compile("S-[2-9B-Z]{4,12}");
  private static final int THREADS = 8;
  private static final int HOT_POSTS = 5;
  private static final int MOST_REPORTS = 400;
  private static final int TRIES = 5;
  private static final int LATEST_MOMENT = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LocalSlack slack;
  private final BotProcess bot;
  private final int round;
  private final Random random;
  private final List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());
  private final Map<SignedRequest, String> last =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger cutOff = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();

  KilledBurst(LocalSlack slack, BotProcess bot, int round, Random random) {
    this.slack = slack;
    this.bot = bot;
    this.round = round;
    this.random = random;
  }

  List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** Reports that were sent and never answered: whether they are stored is open, but never half. */
  int cutOff() {
    return cutOff.get();
  }

  /** Those of {@link #cutOff} whose senders stopped waiting, as Slack does after three seconds. */
  int late() {
    return late.get();
  }

  /** Reports until a random moment, kills the bot, and says which moment it was. */
  String untilKilled() throws Exception {
    return until(bot::kill);
  }

  /** Reports until a random moment, tells the bot to stop, and returns when it has. */
  String untilStopped() throws Exception {
    return until(bot::close);
  }

  private String until(Runnable end) throws Exception {
    // Now in the middle of storing, now in the middle of posting.
    boolean byPosts = random.nextBoolean();
    int moment = 1 + random.nextInt(LATEST_MOMENT);
    CountDownLatch reached = new CountDownLatch(moment);
    ExecutorService people = Executors.newFixedThreadPool(THREADS + 1);
    AutoCloseable listening = slack.workspace().listen(change -> {
      if (byPosts && isPost(change)) {
        reached.countDown();
      }
    });
    try {
      for (int i = 0; i < THREADS; i++) {
        people.execute(() -> report(byPosts ? () -> {} : reached::countDown));
      }
      people.execute(this::take);
      boolean came = reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      end.run();
      assertTrue(
          came,
          () -> "The burst never came so far: %d acknowledged, %d not"
              .formatted(acknowledged.size(), cutOff.get()));
    } finally {
      listening.close();
      people.shutdownNow();
    }
    assertTrue(people.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    return "at " + (byPosts ? "message " : "acknowledgement ") + moment;
  }

  private boolean isPost(ChatChange change) {
    return change.kind() == ChatChange.Kind.MESSAGE
        && change.conversations().stream().anyMatch(id -> id.startsWith("C0TEAM"));
  }

  /** Repeated after the restart, a report gets the answer that it had. */
  void repeatTheLastTo(BotProcess restarted) {
    try (SlackSender sender = sender(restarted)) {
      last.forEach((request, number) -> assertEquals(
          Optional.of(number),
          number(answered(sender, request).body()),
          "a repeat must not be a second report"));
    }
  }

  /** A busy machine may need more than Slack's three seconds for a first answer. */
  private static Answer answered(SlackSender sender, SignedRequest request) {
    Answer answer = sender.send(request);
    for (int tries = 1; tries < TRIES && answer.outcome() == Answer.Outcome.TIMED_OUT; tries++) {
      answer = sender.send(request);
    }
    return answer;
  }

  private void report(Runnable counted) {
    try (SlackSender sender = sender(bot)) {
      for (int i = next.incrementAndGet();
          i <= MOST_REPORTS && report(sender, i, counted);
          i = next.incrementAndGet()) {}
    }
  }

  private boolean report(SlackSender sender, int i, Runnable counted) {
    String reporter = KilledCompany.reporter(i);
    boolean hot = i % 4 == 0;
    String post = "https://social.example/" + round + "/" + (hot ? "hot" + i / 4 % HOT_POSTS : i);
    String words = KilledCompany.words(hot ? i / 4 % HOT_POSTS : i) + " r" + round + "n" + i;
    Answer answer = sender.command(reporter, "C0GENERAL", "/report", post + " " + words);
    Optional<String> number = number(answer.body());
    if (number.isEmpty()) {
      cutOff.incrementAndGet();
      if (answer.outcome() == Answer.Outcome.TIMED_OUT) {
        late.incrementAndGet();
      }
      return bot.isAlive();
    }
    acknowledged.add(new Acknowledged(number.get(), reporter, words));
    last.put(sender.latest(), number.get());
    if (last.size() > THREADS) {
      forgetTheFirst();
    }
    counted.run();
    return true;
  }

  private void forgetTheFirst() {
    synchronized (last) {
      last.remove(last.keySet().iterator().next());
    }
  }

  /** Takes a case whenever a card is there that nobody took. */
  private void take() {
    try (SlackSender sender = sender(bot)) {
      int seen = 0;
      while (bot.isAlive() && !Thread.currentThread().isInterrupted()) {
        List<SlackMessage> cards =
            slack.workspace().messagesIn("C0TEAM%02d".formatted(seen++ % 10));
        Optional<SlackMessage> open = cards.stream()
            .filter(card -> card.byBot() && card.element("case.take").isPresent())
            .findFirst();
        open.ifPresent(card -> sender.press(KilledCompany.MEMBER, card, "case.take"));
        slack.workspace().await(any -> !bot.isAlive(), Duration.ofMillis(5));
      }
    }
  }

  private SlackSender sender(BotProcess to) {
    URI address = to.address();
    return new SlackSender(slack, () -> address, new SigningSecret(KilledCompany.SECRET));
  }

  static Optional<String> number(String text) {
    Matcher found = NUMBER.matcher(text);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }
}
