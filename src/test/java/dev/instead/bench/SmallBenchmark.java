package dev.instead.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs {@link SmallParts} in several processes, one after the other, and makes a table of the medians. */
final class SmallBenchmark {
  private static final int FORKS = 3;

  /** One line of what a process prints. */
  private record Line(double nanos, double bytes) {}

  private SmallBenchmark() {}

  static String measured() throws IOException {
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    for (int fork = 0; fork < FORKS; fork++) {
      for (String line : fork()) {
        String[] fields = line.split("\t", -1);
        if (fields.length == 3) {
          lines
              .computeIfAbsent(fields[2], name -> new ArrayList<>())
              .add(new Line(Double.parseDouble(fields[0]), Double.parseDouble(fields[1])));
        }
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalStateException("The processes that measure small parts said nothing");
    }
    StringBuilder table =
        new StringBuilder("| what | µs | slowest process | KB of heap |\n|---|---|---|---|\n");
    lines.forEach((name, measured) -> {
      double[] nanos = measured.stream().mapToDouble(Line::nanos).sorted().toArray();
      table.append("| %s | %s | %s | %s |%n"
          .formatted(
              name,
              Machine.number(nanos[nanos.length / 2] / 1e3),
              Machine.number(nanos[nanos.length - 1] / 1e3),
              Machine.number(measured.get(0).bytes() / 1e3)));
    });
    return table.toString();
  }

  private static List<String> fork() throws IOException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path"),
            SmallParts.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
