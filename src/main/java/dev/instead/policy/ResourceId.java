package dev.instead.policy;

/** A resource of the policy, e.g. {@code repairs}. */
public record ResourceId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
