package dev.instead.config;

/** A file of which nothing can be read; carries the one problem that says why. */
final class UnreadableException extends Exception {
  private final transient Problem problem;

  UnreadableException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
