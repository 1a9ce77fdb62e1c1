package dev.instead.burst;

import java.util.List;
import java.util.Locale;

/** How long people waited, in milliseconds, shortest first. */
record Latencies(List<Double> millis) {
  Latencies {
    millis = millis.stream().sorted().toList();
  }

  double p50() {
    return percentile(0.50);
  }

  double p99() {
    return percentile(0.99);
  }

  double max() {
    return percentile(1);
  }

  /** The cells of a table's row. */
  String row() {
    return String.format(
        Locale.ROOT, "%d | %.0f | %.0f | %.0f", millis.size(), p50(), p99(), max());
  }

  private double percentile(double share) {
    return millis.get(Math.max(0, (int) Math.ceil(share * millis.size()) - 1));
  }
}
