package dev.instead.search;

import dev.instead.config.PolicyReader;
import dev.instead.config.Reading;
import dev.instead.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A process of its own that makes the example policy ready, asks, and prints: milliseconds until words and letters answer, until meaning
 * does, the median and the 95th percentile of a question, and the resident megabytes.
 */
final class ColdStart {
  private ColdStart() {}

  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    Policy policy = example();
    MeaningMatcher matcher = new MeaningMatcher(true, Optional.of(Path.of(arguments[0])));
    matcher.prepare(policy);
    double letters = millisSince(start);
    matcher.warm(policy);
    double meaning = millisSince(start);
    List<AnswerBenchmarks.Question> questions = AnswerBenchmarks.unseen();
    ask(matcher, policy, questions);
    double[] took = ask(matcher, policy, questions);
    System.out.printf(
        Locale.ROOT,
        "%.0f %.0f %.1f %.1f %d%n",
        letters,
        meaning,
        took[took.length / 2],
        took[took.length * 95 / 100],
        residentMegabytes());
  }

  private static double[] ask(
      MeaningMatcher matcher, Policy policy, List<AnswerBenchmarks.Question> questions) {
    double[] took = new double[questions.size()];
    for (int i = 0; i < took.length; i++) {
      long begin = System.nanoTime();
      matcher.weigh(policy, questions.get(i).text(), questions.get(i).language());
      took[i] = millisSince(begin);
    }
    Arrays.sort(took);
    return took;
  }

  static Policy example() {
    Reading read = PolicyReader.read(Path.of("config/policy.yaml"), LocalDate.of(2026, 11, 22));
    return ((Reading.Valid) read).policy();
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }
}
