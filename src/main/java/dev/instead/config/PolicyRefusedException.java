package dev.instead.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A policy file without which the bot can't start; the message lists everything that is wrong with it, for the operator. */
public final class PolicyRefusedException extends RuntimeException {
  private final transient List<Problem> problems;

  PolicyRefusedException(Path file, List<Problem> problems) {
    super(problems.stream()
        .map(problem -> "\n  " + problem)
        .collect(Collectors.joining(
            "", "The policy file " + file + " can't be used. Mend it and start again:", "")));
    this.problems = List.copyOf(problems);
  }

  /** All of them, in the file's order. */
  public List<Problem> problems() {
    return problems;
  }
}
