package dev.instead.setup;

/**
 * One thing that the doctor looked at.
 *
 * @param what one sentence without secrets
 * @param remedy what to do, in sentences; empty when nothing is to be done
 */
public record Finding(Level level, String what, String remedy) {
  /** How bad it is. */
  public enum Level {
    OK("ok"),
    /** It works, but not as well as it could, or couldn't be looked at. */
    WARN("warn"),
    PROBLEM("problem");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  static Finding ok(String what) {
    return new Finding(Level.OK, what, "");
  }

  static Finding warn(String what, String remedy) {
    return new Finding(Level.WARN, what, remedy);
  }

  static Finding problem(String what, String remedy) {
    return new Finding(Level.PROBLEM, what, remedy);
  }

  @Override
  public String toString() {
    return "%-8s%s%s".formatted(level.word, what, remedy.isEmpty() ? "" : " " + remedy);
  }
}
