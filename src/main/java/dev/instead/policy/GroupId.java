package dev.instead.policy;

/** A subject under which answers are read, e.g. {@code customers}. */
public record GroupId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
