package dev.instead.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Policy files for tests: two that are right, and the first of them with one thing wrong at a time. */
final class PolicySamples {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  static final String FULL = resource("full.yaml");
  static final String SMALL = resource("small.yaml");

  /**
   * The full sample with one thing wrong.
   *
   * @param form whether its form is wrong, so that the schema too must refuse it
   * @param from a text of the sample; its first occurrence becomes {@code to}
   * @param problems what must be said, without the file's name
   */
  record Bad(String name, boolean form, String from, String to, List<String> problems) {
    String yaml() {
      return edited(from, to);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static String edited(String from, String to) {
    int at = FULL.indexOf(from);
    if (at < 0) {
      throw new IllegalArgumentException("The sample has no: " + from);
    }
    return FULL.substring(0, at) + to + FULL.substring(at + from.length());
  }

  static Reading read(String yaml) {
    return PolicyReader.read("policy.yaml", yaml.getBytes(StandardCharsets.UTF_8), TODAY);
  }

  static List<String> problems(String yaml) {
    return read(yaml) instanceof Reading.Refused refused
        ? refused.problems().stream().map(Problem::toString).toList()
        : List.of();
  }

  static List<String> warnings(String yaml) {
    return read(yaml) instanceof Reading.Valid valid
        ? valid.warnings().stream().map(Problem::toString).toList()
        : List.of("refused");
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(PolicySamples.class.getResourceAsStream("/policy/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PolicySamples() {}
}
