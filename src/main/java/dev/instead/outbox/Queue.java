package dev.instead.outbox;

import dev.instead.notice.Wanted;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages that should exist, and what was delivered of them. Methods throw {@link dev.instead.desk.StoreException} when the store
 * can't be used.
 */
public interface Queue {
  /**
   * Takes messages of one platform that are due and lends them to the caller until {@code now + lease}; after that they are due again, in
   * doubt. Danger first, then by urgency, then the longest waiting. Of several messages to the same person about the same case only the
   * first is taken; none goes to a conversation in {@code except}.
   *
   * @param except conversations ({@code C…}) or people ({@code U…}) that have to wait
   * @param leastUrgent messages less urgent than this stay, unless there is danger
   */
  List<Due> take(
      Instant now,
      Platform platform,
      int limit,
      Duration lease,
      Collection<String> except,
      int leastUrgent);

  /** When the next message is due that is not due at {@code now}; empty when nothing waits. */
  Optional<Instant> nextAfter(Instant now);

  /** {@code version} is on the platform as {@code remote}. If more was wanted meanwhile, it is due again at once. */
  void delivered(MessageId id, int version, Remote remote, Instant now);

  /** Nothing needs to be said any more for {@code version}. */
  void superseded(MessageId id, int version, Instant now);

  /**
   * Try again at {@code at}.
   *
   * @param doubts how many posts of it may have arrived all the same
   * @param counted whether the attempt counts; being told to wait doesn't
   */
  void later(MessageId id, Instant at, String error, int doubts, boolean counted);

  /** Gives back messages that were taken and not begun, each until its instant, all in one write. The attempt doesn't count. */
  void putBack(Map<Due, Instant> until);

  /** The message that was edited isn't there any more: it will be posted anew. */
  void gone(MessageId id, Instant now);

  /** It can't be delivered; {@code error} says why. It stays in the store, is counted and shown, and is tried again once it changes. */
  void giveUp(MessageId id, String error, Instant now);

  /** It can't be delivered because nobody is reached there; as if {@link #giveUp given up}, until {@link #reached}. */
  void unreachable(MessageId id, String error, Instant now);

  /**
   * A conversation can be reached, for the first time or again: what was given up because it couldn't is due, in its old order. When a
   * case's card is delivered there after all, the case's other cards are drawn again, because they stood in for it.
   *
   * @return how many messages are due by this; none when it is called again
   */
  int reached(Channel conversation);

  /** Wants messages that belong to no change of a case. */
  void want(List<Wanted> wanted, Instant now);

  /** Ends every lease at once; only for the single process that owns the store, at its start. What was lent is in doubt. */
  void endLeases(Instant now);

  Backlog backlog(Instant now);

  /** Undelivered messages, newest first, for operators. */
  List<Stuck> stuck(int limit);

  /** Makes a message that was given up due again. */
  void retryAll(Instant now);

  /**
   * How much waits.
   *
   * @param hurried danger, and what is as urgent as {@link dev.instead.notice.MessageKind#LEAST_URGENT_IN_A_HURRY} or more
   * @param patient the rest, which in a crisis waits long on purpose
   */
  record Backlog(Waiting hurried, Waiting patient, int givenUp) {
    public int waiting() {
      return hurried.messages() + patient.messages();
    }
  }

  /** So many messages; {@code oldest}: since when the longest waiting one is due. */
  record Waiting(int messages, Optional<Instant> oldest) {
    public static final Waiting NONE = new Waiting(0, Optional.empty());
  }

  /** A message that was given up. */
  record Stuck(MessageId id, String kind, Optional<String> number, String error, Instant since) {}
}
