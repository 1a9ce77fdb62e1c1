package dev.instead.outbox;

/** One message that should exist. A UUID in lower case; on Slack it travels in the message's metadata. */
public record MessageId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
