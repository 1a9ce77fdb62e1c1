package dev.instead.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets Jazzer make up inputs for every {@link Attack}, one after the other, each in a process of its own:
 * {@code mvn verify -Pfuzz -Dminutes=10}, or with {@code -Dattack=link} for one alone. The inputs that it learned from stay in
 * {@code target/fuzz}; one that breaks something is written there too and belongs into {@code src/test/resources/attacks}.
 */
public final class Fuzzing {
  private static final Path OUT = Path.of("target", "fuzz");
  private static final String ALL = "all";
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs.*");

  private Fuzzing() {}

  public static void main(String[] args) throws Exception {
    String only = System.getProperty("fuzz.attack", ALL);
    List<Attack> attacks = Attack.all().stream()
        .filter(one -> only.equals(ALL) || one.name().equals(only))
        .toList();
    if (attacks.isEmpty()) {
      throw new IllegalArgumentException("There is no attack \"" + only + "\".");
    }
    double minutes = Double.parseDouble(System.getProperty("fuzz.minutes", "10"));
    long seconds = Math.max(1, Math.round(minutes * 60 / attacks.size()));
    List<String> broken = new ArrayList<>();
    for (Attack attack : attacks) {
      if (!run(attack, seconds)) {
        broken.add(attack.name());
      }
    }
    if (!broken.isEmpty()) {
      throw new IllegalStateException("These did not withstand: " + String.join(", ", broken)
          + ". The inputs are in " + OUT + "; mend what they show and keep them.");
    }
  }

  private static boolean run(Attack attack, long seconds) throws Exception {
    Path learned = Files.createDirectories(OUT.resolve(attack.name()));
    Process process = new ProcessBuilder(command(attack, seconds, learned))
        .redirectErrorStream(true)
        .start();
    process.getOutputStream().close();
    String runs = "0";
    List<String> said = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        Matcher done = DONE.matcher(line);
        runs = done.matches() ? done.group(1) : runs;
      }
    }
    boolean withstood = process.waitFor() == 0;
    Files.write(OUT.resolve(attack.name() + ".log"), said, UTF_8);
    System.out.printf(
        "%-14s %10s runs in %d s: %s%n", attack.name(), runs, seconds, withstood ? "ok" : "BROKEN");
    if (!withstood) {
      said.stream().skip(Math.max(0, said.size() - 40)).forEach(System.out::println);
    }
    return withstood;
  }

  private static List<String> command(Attack attack, long seconds, Path learned)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-Dfile.encoding=UTF-8",
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + attack.target().getName(),
        "--instrumentation_includes=dev.instead.**",
        // Tests talk to servers of their own on this machine.
        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
        "-max_total_time=" + seconds,
        "-max_len=" + attack.longest(),
        "-timeout=60",
        "-rss_limit_mb=3000",
        "-artifact_prefix=" + OUT.resolve(attack.name()).toAbsolutePath() + "-",
        learned.toAbsolutePath().toString()));
    for (Path folder : attack.folders()) {
      command.add(folder.toAbsolutePath().toString());
    }
    return command;
  }
}
