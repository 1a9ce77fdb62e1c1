package dev.instead.bench;

import com.sun.management.ThreadMXBean;
import dev.instead.config.PolicyReader;
import dev.instead.config.Reading;
import dev.instead.config.Secret;
import dev.instead.notice.Notice;
import dev.instead.notice.NoticeSamples;
import dev.instead.policy.Policy;
import dev.instead.policy.Route;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import dev.instead.report.Links;
import dev.instead.search.LuceneMatcher;
import dev.instead.slack.SlackDrawing;
import dev.instead.teams.TeamsDrawing;
import dev.instead.web.SlackSigning;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A process of its own that does each small part of a request over and over, and prints a line for each: nanoseconds and bytes of heap a time, and
 * its name.
 */
final class SmallParts {
  private static final long WARM_UP_NANOS = 600_000_000;
  private static final long LOOP_NANOS = 100_000_000;
  private static final int LOOPS = 5;
  private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What everything is added to, so that nothing is left out as useless. */
  private static long sink;

  private SmallParts() {}

  public static void main(String[] arguments) {
    parts().forEach((name, part) -> {
      loop(part, WARM_UP_NANOS);
      double[] nanos = new double[LOOPS];
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long times = 0;
      for (int i = 0; i < LOOPS; i++) {
        long begun = System.nanoTime();
        int count = loop(part, LOOP_NANOS);
        nanos[i] = (double) (System.nanoTime() - begun) / count;
        times += count;
      }
      bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
      Arrays.sort(nanos);
      System.out.printf(Locale.ROOT, "%.0f\t%d\t%s%n", nanos[LOOPS / 2], bytes / times, name);
    });
    if (sink == 0) {
      throw new IllegalStateException("Nothing was done");
    }
  }

  private static int loop(IntFunction<Object> part, long nanos) {
    long end = System.nanoTime() + nanos;
    int i = 0;
    while (System.nanoTime() < end) {
      for (int j = 0; j < 16; j++) {
        sink += part.apply(i++).hashCode();
      }
    }
    return i;
  }

  private static Map<String, IntFunction<Object>> parts() {
    Policy policy = policy();
    LuceneMatcher matcher = new LuceneMatcher();
    matcher.prepare(policy);
    Situation refund = policy.situation(new SituationId("refund"));
    Notice card = sample("TeamCard.claimed");
    Notice receipt = sample("Receipt");
    SlackSigning signed = new SlackSigning(
        new Secret(Subject.SECRET), "token=x&team_id=T0MERANTI&text=" + "a".repeat(400));
    Map<String, IntFunction<Object>> parts = new LinkedHashMap<>();
    parts.put("check a signature over 430 bytes", i -> signed.isSigned());
    parts.put(
        "find the link in what was typed and bring it to its one form",
        i -> Links.split(
            "https://www.Social.example/p/" + i + "?utm_source=x&b=2 " + Reports.words(i)));
    parts.put(
        "suggest a situation from the words",
        i -> matcher.suggest(policy, Reports.words(i), Locale.ENGLISH));
    parts.put("route a situation", i -> Route.decide(policy, refund, Locale.ENGLISH, NOW));
    parts.put(
        "match a question by words and letters",
        i -> matcher.weigh(policy, Reports.question(i), Locale.ENGLISH));
    parts.put("draw a receipt for Slack, as JSON", i -> SlackDrawing.json(receipt, Locale.ENGLISH));
    parts.put(
        "draw a team's card for Slack, as JSON", i -> SlackDrawing.json(card, Locale.ENGLISH));
    parts.put("draw a receipt for Teams, as JSON", i -> TeamsDrawing.json(receipt, Locale.ENGLISH));
    parts.put(
        "draw a team's card for Teams, as JSON", i -> TeamsDrawing.json(card, Locale.ENGLISH));
    return parts;
  }

  private static Notice sample(String name) {
    return NoticeSamples.all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .notice();
  }

  private static Policy policy() {
    Reading read = PolicyReader.read(Path.of("config", "policy.yaml"), LocalDate.of(2026, 11, 22));
    return ((Reading.Valid) read).policy();
  }
}
