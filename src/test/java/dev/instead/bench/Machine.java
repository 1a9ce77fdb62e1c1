package dev.instead.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Where and when something was measured, and numbers as the page writes them. */
final class Machine {
  private Machine() {}

  /** The machine, and how busy it is at this moment. */
  static String now() {
    return "Measured on %s: %d cores, %s, JDK %s, %s; %.1f processes wanted a core."
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }
}
