package dev.instead.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of metrics, read as Prometheus reads it. */
public record Scrape(List<Sample> samples, Map<String, String> help) {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

  /** One line of it. */
  public record Sample(String name, Map<String, String> labels, double value) {}

  public static Scrape of(String text) {
    Map<String, String> help = new TreeMap<>();
    for (String line : text.lines().filter(said -> said.startsWith("# HELP ")).toList()) {
      String[] words = line.split(" ", 4);
      help.put(words[2], words[3]);
    }
    return new Scrape(
        text.lines().filter(line -> !line.startsWith("#")).map(Scrape::sample).toList(), help);
  }

  public Set<String> names() {
    return samples.stream().map(Sample::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The sum of what has this name and these labels; NaN when nothing has. */
  public double sum(String name, String... labels) {
    List<Sample> found = samples.stream()
        .filter(sample -> sample.name().equals(name) && has(sample, labels))
        .toList();
    return found.isEmpty()
        ? Double.NaN
        : found.stream().mapToDouble(Sample::value).sum();
  }

  private static boolean has(Sample sample, String... labels) {
    for (int i = 0; i < labels.length; i += 2) {
      if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
        return false;
      }
    }
    return true;
  }

  private static Sample sample(String line) {
    Matcher parts = SAMPLE.matcher(line);
    assertTrue(parts.matches(), line);
    Map<String, String> labels = new LinkedHashMap<>();
    if (parts.group(2) != null) {
      Matcher each = LABEL.matcher(parts.group(2));
      int end = 0;
      while (each.find() && each.start() == end) {
        labels.put(each.group(1), each.group(2));
        end = each.end();
      }
      assertTrue(end == parts.group(2).length(), line);
    }
    return new Sample(parts.group(1), labels, number(parts.group(3)));
  }

  private static double number(String text) {
    return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }
}
