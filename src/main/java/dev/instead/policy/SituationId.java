package dev.instead.policy;

/** A situation of the policy, e.g. {@code refund}. */
public record SituationId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
