package dev.instead.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects what is wrong with one file while its reading goes on.
 *
 * <p>A place is named by its path, e.g. {@code situations.refund.do.resources[0]}.
 */
final class Problems {
  private final String file;
  private final Map<String, Integer> lines;
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final Set<String> wrongPaths = new LinkedHashSet<>();

  /** @param lines the line of every path in the file */
  Problems(String file, Map<String, Integer> lines) {
    this.file = file;
    this.lines = lines;
  }

  void error(String path, String what, String remedy) {
    errorAt(line(path), path, what, remedy);
  }

  void errorAt(int line, String path, String what, String remedy) {
    errors.add(new Problem(file, line, what, remedy));
    wrongPaths.add(path);
  }

  void warn(String path, String what, String remedy) {
    warnings.add(new Problem(file, line(path), what, remedy));
  }

  /** Whether something is wrong at a place, so that checks which build on it would only mislead. */
  boolean wrongAt(Predicate<String> path) {
    return wrongPaths.stream().anyMatch(path);
  }

  /** The line of a path, or of the nearest thing around it that is in the file. */
  int line(String path) {
    String at = path;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return lines.getOrDefault(at, 1);
  }

  List<Problem> errors() {
    return inFileOrder(errors);
  }

  List<Problem> warnings() {
    return inFileOrder(warnings);
  }

  private static List<Problem> inFileOrder(List<Problem> problems) {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .distinct()
        .toList();
  }
}
