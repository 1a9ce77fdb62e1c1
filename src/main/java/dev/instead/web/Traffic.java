package dev.instead.web;

import java.time.Duration;

/** Is told how each request ended. */
@FunctionalInterface
public interface Traffic {
  Traffic NOBODY = (path, status, took) -> {};

  /**
   * A request was answered, or its sender is gone.
   *
   * @param path one that is served, or empty
   * @param took from its first byte until the answer was written
   */
  void answered(String path, int status, Duration took);
}
