package dev.instead.cli;

/** Numbers of things, in English. */
final class Counted {
  /** {@code no problems}, {@code 1 problem}, {@code 2 problems}. */
  static String of(long count, String what) {
    return (count == 0 ? "no" : Long.toString(count)) + " " + what + (count == 1 ? "" : "s");
  }

  private Counted() {}
}
