package dev.instead.burst;

import dev.instead.BotProcess;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackWorkspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wave, the bots it breaks over, and a Slack that takes no more than Slack promises to. */
final class Crisis implements AutoCloseable {
  /** Slack's "short bursts" in a channel, and its "several hundred" a minute in a workspace. */
  private static final int SLACK_BURST = 10;

  final Wave wave;
  final LocalSlack slack;

  private final Map<String, String> settings;
  private final Path log;
  private final Set<String> spokenIn = ConcurrentHashMap.newKeySet();
  private final List<BotProcess> bots = new ArrayList<>();

  /**
   * The bots don't run yet.
   *
   * @param store as settings of the environment
   * @param messagesPerMinute what the bots are told that they may post together; Slack takes twice that
   */
  Crisis(Wave wave, Map<String, String> store, Path log, int messagesPerMinute, int nodes) {
    this.wave = wave;
    this.log = log;
    slack = LocalSlack.start(Crowd.workspace(wave));
    slack.troubles().limitRates(2 * messagesPerMinute, SLACK_BURST);
    slack.workspace().listen(change -> spokenIn.addAll(change.conversations()));
    settings = new HashMap<>(store);
    settings.putAll(Map.of(
        "INSTEAD_POLICY",
        Path.of("config", "policy.yaml").toString(),
        "INSTEAD_SLACK_SIGNING_SECRET",
        Commands.SECRET,
        "INSTEAD_SLACK_BOT_TOKEN",
        LocalSlack.TOKEN,
        "INSTEAD_SLACK_API_URL",
        slack.apiUrl(),
        "INSTEAD_SLACK_MESSAGES_PER_MINUTE",
        Integer.toString(messagesPerMinute / nodes)));
    for (int i = 0; i < nodes; i++) {
      bots.add(BotProcess.serve(settings, log));
    }
    spokenIn.clear();
  }

  List<URI> addresses() {
    return bots.stream().map(BotProcess::address).toList();
  }

  /** Another bot on the same store, after the first ones have stopped; it may post as much as it is told. */
  void goOn(int messagesPerMinute) {
    stop();
    slack.troubles().limitRates(2 * messagesPerMinute, SLACK_BURST);
    settings.put("INSTEAD_SLACK_MESSAGES_PER_MINUTE", Integer.toString(messagesPerMinute));
    bots.add(BotProcess.serve(settings, log));
  }

  /** Cards in all channels, by their case's number. */
  Map<String, List<SlackMessage>> cards() {
    Map<String, List<SlackMessage>> cards = new HashMap<>();
    slack.workspace().channels().stream()
        .filter(channel -> !channel.isDirect())
        .flatMap(channel -> slack.workspace().messagesIn(channel.id()).stream())
        .filter(message -> message.byBot() && !message.isReply())
        .forEach(card -> cards
            .computeIfAbsent(card.text().split("[^-A-Z0-9]", 2)[0], any -> new ArrayList<>())
            .add(card));
    return cards;
  }

  /** How many of the wave's people the bot has written to. */
  long told() {
    return spokenIn.stream().filter(place -> place.startsWith("D0CROWD")).count();
  }

  boolean awaitCards(Duration atMost) {
    return slack.workspace().await(here -> cards().size() >= wave.posts() + 1, atMost);
  }

  boolean awaitTold(Duration atMost) {
    return slack.workspace().await(here -> told() >= wave.people(), atMost);
  }

  /** Until the card of the one post says how many have reported it. */
  boolean awaitCount(String number, Duration atMost) {
    String count = String.format(Locale.ENGLISH, "%,d", wave.crowd());
    return slack.workspace().await(here -> shows(number, count), atMost);
  }

  private boolean shows(String number, String words) {
    return cards().getOrDefault(number, List.of()).stream()
        .anyMatch(card -> card.everything().contains(words));
  }

  List<SlackMessage> toldTo(int person) {
    SlackWorkspace workspace = slack.workspace();
    return workspace.directMessagesOf(Crowd.reporter(person));
  }

  /** The most memory that a bot ever had, in MB, as Linux counts it. */
  long peakMegabytes() throws IOException {
    long peak = 0;
    for (BotProcess bot : bots) {
      Path status = Path.of("/proc", Long.toString(bot.pid()), "status");
      peak = Math.max(
          peak,
          Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
              .findFirst()
              .orElseThrow());
    }
    return peak;
  }

  void stop() {
    bots.forEach(BotProcess::close);
    bots.clear();
  }

  @Override
  public void close() {
    stop();
    slack.close();
  }
}
