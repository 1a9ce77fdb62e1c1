package dev.instead.config;

import java.util.regex.Pattern;

/**
 * Something that is wrong with a file.
 *
 * @param line counted from 1
 * @param what what is wrong, without a full stop at its end
 * @param remedy what to do, one or more whole sentences
 */
public record Problem(String file, int line, String what, String remedy) {
  private static final Pattern BREAK = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");

  /** What the file says may hold breaks; a problem is one line of the log all the same. */
  public Problem {
    what = BREAK.matcher(what).replaceAll(" ");
    remedy = BREAK.matcher(remedy).replaceAll(" ");
  }

  /** {@code file:line: what is wrong. What to do.}: the form that terminals and editors turn into a link. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + what + ". " + remedy;
  }
}
