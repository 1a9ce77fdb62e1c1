package dev.instead.policy;

/** A team of the policy, e.g. {@code social-care}. */
public record TeamId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
