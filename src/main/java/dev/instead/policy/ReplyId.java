package dev.instead.policy;

/** An approved reply, e.g. {@code refund-1}. */
public record ReplyId(String value) implements EntryId {
  @Override
  public String toString() {
    return value;
  }
}
