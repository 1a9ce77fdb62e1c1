package dev.instead.trial;

/** Texts that are only mentioned. */
final class Cut {
  private static final int MOST = 80;

  /** The beginning of a text on one line. */
  static String of(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= MOST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST)) + "…";
  }

  private Cut() {}
}
