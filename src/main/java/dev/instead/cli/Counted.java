package dev.instead.cli;

/** Numbers of things, in English. */
final class Counted {
  /** {@code no problems}, {@code 1 problem}, {@code 2 problems}. */
  static String of(int count, String what) {
    return (count == 0 ? "no" : Integer.toString(count)) + " " + what + (count == 1 ? "" : "s");
  }

  private Counted() {}
}
