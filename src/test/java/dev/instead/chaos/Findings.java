package dev.instead.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What happened in a run, for {@code target/chaos/report.md}. */
final class Findings {
  private final String setting;
  private final long seed;
  private final Instant begun = Instant.now();
  private final Map<Step, Integer> endings = new EnumMap<>(Step.class);
  private final Map<String, Integer> troubles = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int rounds;

  Findings(String setting, long seed) {
    this.setting = setting;
    this.seed = seed;
  }

  void ended(Step step) {
    endings.merge(step, 1, Integer::sum);
  }

  void trouble(String what) {
    troubles.merge(what, 1, Integer::sum);
  }

  void round() {
    rounds++;
  }

  void wrong(List<String> found) {
    wrong.addAll(found);
  }

  List<String> wrong() {
    return Collections.unmodifiableList(wrong);
  }

  int rounds() {
    return rounds;
  }

  /** Writes the page, and says it in one line. */
  String write(Ledger ledger, Road road, Journal journal, Checker checker) throws IOException {
    StringBuilder page = new StringBuilder();
    page.append("# Crash laboratory: ").append(setting).append("\n\n");
    page.append("Seed ").append(seed).append(", ").append(rounds).append(" rounds in ");
    page.append(Duration.between(begun, Instant.now()).toSeconds()).append(" seconds.\n\n");
    table(page, "Ended", endings, step -> step.words);
    table(page, "Trouble with store and clock", troubles, name -> name);
    table(page, "On the way to the chats", road.met(), met -> met.words);
    page.append("| people and cards | |\n|---|---|\n");
    row(page, "reports acknowledged", ledger.all().size());
    row(page, "requests cut off or refused, and sent again", ledger.cutOff());
    row(page, "deliveries repeated, same answer", ledger.repeated());
    row(page, "cards that came or changed", journal.changes());
    row(page, "second cards on Teams, each healed by a press", checker.healed());
    row(page, "not as it must be", wrong.size());
    page.append('\n');
    wrong.forEach(line -> page.append("- ").append(line).append('\n'));
    publish(page.toString());
    return "%s, -Dseed=%d: %d rounds, %d acknowledged, %d cut off, %d repeated, %d second cards healed, %d wrong"
        .formatted(
            setting,
            seed,
            rounds,
            ledger.all().size(),
            ledger.cutOff(),
            ledger.repeated(),
            checker.healed(),
            wrong.size());
  }

  /** One page of all settings: the latest run of each. */
  private void publish(String page) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "chaos"));
    Files.writeString(folder.resolve(setting + ".md"), page);
    StringBuilder all = new StringBuilder();
    for (String each : List.of("sqlite", "postgresql")) {
      Path part = folder.resolve(each + ".md");
      all.append(Files.exists(part) ? Files.readString(part) + "\n" : "");
    }
    Files.writeString(folder.resolve("report.md"), all);
  }

  private static <K> void table(
      StringBuilder page, String title, Map<K, Integer> counts, Function<K, String> words) {
    page.append("| ").append(title).append(" | times |\n|---|---|\n");
    counts.forEach((key, count) -> row(page, words.apply(key), count));
    page.append('\n');
  }

  private static void row(StringBuilder page, String what, int count) {
    page.append("| ").append(what).append(" | ").append(count).append(" |\n");
  }
}
