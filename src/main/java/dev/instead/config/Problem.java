package dev.instead.config;

/**
 * Something that is wrong with a file.
 *
 * @param line counted from 1
 * @param what what is wrong, without a full stop at its end
 * @param remedy what to do, one or more whole sentences
 */
public record Problem(String file, int line, String what, String remedy) {
  /** {@code file:line: what is wrong. What to do.}: the form that terminals and editors turn into a link. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + what + ". " + remedy;
  }
}
