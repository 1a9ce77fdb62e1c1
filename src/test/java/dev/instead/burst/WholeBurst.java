package dev.instead.burst;

import dev.instead.config.DatabaseAddress;
import dev.instead.playground.CallLog;
import dev.instead.playground.SlackMessage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The whole crisis against {@code instead serve} in a process of its own, with Slack's limits as they are; writes {@code
 * target/burst/report.md}. This process is the crowd and Slack.
 */
final class WholeBurst {
  private static final int USUAL_MESSAGES_PER_MINUTE = 300;
  private static final int MOST_MESSAGES_PER_MINUTE = 6_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final double SLOW_MILLIS = 100;
  private static final Path FOLDER = Path.of("target", "burst");

  private final StringBuilder report = new StringBuilder();
  private final Wave wave;

  private WholeBurst(Wave wave) {
    this.wave = wave;
  }

  public static void main(String[] arguments) throws Exception {
    new WholeBurst(Wave.WHOLE).run();
    System.exit(0);
  }

  private void run() throws Exception {
    Path folder = Files.createDirectories(FOLDER.resolve(Long.toString(System.nanoTime(), 36)));
    DatabaseAddress store = DatabaseAddress.of("jdbc:sqlite:" + folder.resolve("instead.db"));
    try (Crisis crisis = new Crisis(
        wave,
        Map.of("INSTEAD_DATABASE_URL", store.url()),
        folder.resolve("log"),
        USUAL_MESSAGES_PER_MINUTE,
        1)) {
      passes(crisis, store);
    } finally {
      Files.writeString(FOLDER.resolve("report.md"), report);
    }
  }

  private void passes(Crisis crisis, DatabaseAddress store) throws Exception {
    Rush rush = new Rush(wave, crisis.addresses());
    rush.warmUp(200);
    Instant begun = Instant.now();
    Rush.Answers answers = rush.go();
    long toldMeanwhile = crisis.told();
    heading(crisis);
    receipts(answers);
    Reckoning reckoning = new Reckoning(crisis, answers);
    expect(crisis.awaitCards(PATIENCE), "every post has its card");
    cards(crisis, begun, toldMeanwhile);
    expect(crisis.awaitCount(reckoning.numberOf(0), PATIENCE), "the card counts all reporters");
    line("Peak of resident memory: %d MB (with -Xmx128m).".formatted(crisis.peakMegabytes()));
    calls(crisis.slack.calls());
    // At the usual pace the rest takes 40 minutes; what is shown is that it comes, once.
    crisis.goOn(MOST_MESSAGES_PER_MINUTE);
    expect(crisis.awaitTold(PATIENCE), "everybody was told");
    crisis.stop();
    reckoning.each_post_has_one_card();
    reckoning.each_reporter_was_told_once();
    reckoning.every_call_had_a_reason();
    reckoning.every_receipt_is_a_stored_report(store);
    line("After a restart at %d messages a minute all %d people had their message, each once."
        .formatted(MOST_MESSAGES_PER_MINUTE, wave.people()));
    expect(answers.ofReports().max() < 3_000, "every receipt came within Slack's 3 seconds");
    expect(answers.ofQuestions().p99() < SLOW_MILLIS, "/canipost stays under 100 ms at p99");
  }

  private void heading(Crisis crisis) throws IOException {
    line("%s; %d cores, %s, JDK %s, %s; %.1f processes wanted a core when the wave ended."
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    line(
        "%,d people report one post and %,d people %d other posts, all within %d s. %d people were told meanwhile."
            .formatted(
                wave.crowd(),
                wave.people() - wave.crowd(),
                wave.posts(),
                wave.within().toSeconds(),
                crisis.told()));
  }

  private void receipts(Rush.Answers answers) {
    line("| request | answered | p50, ms | p99, ms | slowest, ms |");
    line("|---|---|---|---|---|");
    line("| /report | %s |".formatted(answers.ofReports().row()));
    line("| /canipost | %s |".formatted(answers.ofQuestions().row()));
    line("");
    line("Slower than 100 ms, by ten seconds of the wave: reports %s, questions %s."
        .formatted(slow(answers.reports()), slow(answers.questions())));
    line("");
  }

  /** How many of each sixth were slow; they are in the order in which they were sent. */
  private static String slow(List<Rush.Answered> answers) {
    int[] slow = new int[6];
    for (int i = 0; i < answers.size(); i++) {
      slow[i * slow.length / answers.size()] += answers.get(i).millis() > SLOW_MILLIS ? 1 : 0;
    }
    return Arrays.toString(slow);
  }

  private void cards(Crisis crisis, Instant begun, long toldMeanwhile) {
    line("| channel | cards | the last one after, s |");
    line("|---|---|---|");
    crisis.slack.workspace().channels().stream()
        .filter(channel -> !channel.isDirect())
        .forEach(channel -> {
          List<SlackMessage> there = crisis.slack.workspace().messagesIn(channel.id()).stream()
              .filter(message -> message.byBot() && !message.isReply())
              .toList();
          if (!there.isEmpty()) {
            Instant last = there.get(there.size() - 1).at();
            line("| #%s | %d | %d |"
                .formatted(
                    channel.name(), there.size(), Duration.between(begun, last).toSeconds()));
          }
        });
    line("");
    line("Direct messages: %d by the end of the wave, %d when the last card was there (%d s)."
        .formatted(
            toldMeanwhile, crisis.told(), Duration.between(begun, Instant.now()).toSeconds()));
  }

  private void calls(CallLog calls) {
    line("");
    line("| call | times | of them refused (429) |");
    line("|---|---|---|");
    calls
        .counts()
        .forEach((method, times) ->
            line("| %s | %d | %d |".formatted(method, times, calls.refused(method))));
    line("");
  }

  private void expect(boolean kept, String what) {
    line("- %s: %s".formatted(what, kept ? "yes" : "**no**"));
    if (!kept) {
      throw new AssertionError("Not so: " + what + "\n" + report);
    }
  }

  private void line(String words) {
    report.append(words).append('\n');
  }
}
