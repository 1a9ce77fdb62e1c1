package dev.instead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each cost grows with what is stored, from a thousand cases to as many as a run has time for, on both databases; written into {@code docs/benchmarks.md}. */
final class GrowthBenchmark {
  private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 300_000, 1_000_000);
  private static final int TIMES = 200;

  private GrowthBenchmark() {}

  /**
   * @param most leave the larger sizes out
   */
  static String section(int most) throws Exception {
    List<Integer> sizes = SIZES.stream().filter(size -> size <= most).toList();
    Path folder = Files.createTempDirectory("instead-growth");
    StringBuilder text = new StringBuilder("""
        `mvn verify -Pbench -Dgrowth=true` (with `-Dgrowth.cases=1000000` up to a million) fills a store by SQL with cases that ended, one of fifty still open, a person for every ten cases,
        and for each case its report, three events and four messages; then it does each thing %d times, one after the other, from this one
        thread, each on the disk before the next begins (SQLite with `synchronous=FULL`, PostgreSQL with `fsync` on and on this machine).
        Medians in milliseconds; the last column is the largest beside the smallest store. %s
        """.formatted(TIMES, Machine.now()));
    for (FilledStore store : List.of(FilledStore.inFile(folder), FilledStore.onPostgres())) {
      text.append('\n').append(table(store, sizes));
    }
    delete(folder);
    return text.toString();
  }

  /** It holds hundreds of megabytes. */
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static String table(FilledStore store, List<Integer> sizes) throws Exception {
    Map<String, List<Double>> rows = new LinkedHashMap<>();
    List<Double> megabytes = new ArrayList<>();
    for (int size : sizes) {
      long begun = System.nanoTime();
      store.fillTo(size);
      System.out.printf(
          Locale.ROOT,
          "%s holds %,d cases after %.0f s%n",
          store.name,
          size,
          (System.nanoTime() - begun) / 1e9);
      megabytes.add(store.megabytes());
      new Growth(store, TIMES)
          .measured()
          .forEach((what, median) ->
              rows.computeIfAbsent(what, w -> new ArrayList<>()).add(median));
    }
    int last = sizes.size() - 1;
    String heads = sizes.stream().map("%,d"::formatted).collect(Collectors.joining(" | "));
    StringBuilder table = new StringBuilder("| %s, cases | %s | ratio |%n|---%s|---|%n"
        .formatted(store.name, heads, "|---".repeat(sizes.size())));
    rows.forEach((what, medians) -> table.append("| %s | %s | %s |%n"
        .formatted(what, cells(medians), Machine.number(medians.get(last) / medians.get(0)))));
    table.append("| size on the disk, MB | %s | |%n".formatted(cells(megabytes)));
    table.append("%nPer 100,000 cases %s stores %s MB.%n"
        .formatted(store.name, Machine.number(megabytes.get(last) * 100_000 / sizes.get(last))));
    return table.toString();
  }

  private static String cells(List<Double> values) {
    return values.stream().map(Machine::number).collect(Collectors.joining(" | "));
  }
}
