package dev.instead.policy;

/** A resource of the policy, e.g. {@code repairs}. */
public record ResourceId(String value) implements EntryId {
  @Override
  public String toString() {
    return value;
  }
}
