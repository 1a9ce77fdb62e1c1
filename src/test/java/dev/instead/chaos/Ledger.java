package dev.instead.chaos;

import dev.instead.people.Platform;
import dev.instead.playground.SignedRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was sent to the bot, and what it acknowledged: written down by those who sent it. */
final class Ledger {
  /**
   * A report as its sender knows it.
   *
   * @param words that no other report has
   */
  record Sent(Platform platform, String reporter, String words, SignedRequest request) {}

  /** A report whose sender was given a number. */
  record Acknowledged(Sent sent, String number) {
    @Override
    public String toString() {
      return number + " of " + sent.reporter() + " (" + sent.words() + ")";
    }
  }

  private static final int KEPT = 8;

  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private final Deque<Acknowledged> latest = new ArrayDeque<>();
  private final List<Sent> unanswered = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int cutOff;
  private int repeated;

  synchronized void acknowledged(Sent sent, String number) {
    Acknowledged one = new Acknowledged(sent, number);
    acknowledged.add(one);
    latest.add(one);
    if (latest.size() > KEPT) {
      latest.remove();
    }
  }

  /** Nobody knows whether it is stored; its sender will try again. */
  synchronized void unanswered(Sent sent) {
    unanswered.add(sent);
    cutOff++;
  }

  /** A repeat got another number than the first time: it was taken for something new. */
  synchronized void repeated(Acknowledged first, String number) {
    repeated++;
    if (!number.equals(first.number())) {
      wrong.add(first + " was repeated and became " + number);
    }
  }

  synchronized List<Acknowledged> all() {
    return List.copyOf(acknowledged);
  }

  synchronized List<Acknowledged> takeLatest() {
    List<Acknowledged> taken = List.copyOf(latest);
    latest.clear();
    return taken;
  }

  synchronized List<Sent> takeUnanswered() {
    List<Sent> taken = List.copyOf(unanswered);
    unanswered.clear();
    return taken;
  }

  synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }

  synchronized int cutOff() {
    return cutOff;
  }

  synchronized int repeated() {
    return repeated;
  }
}
