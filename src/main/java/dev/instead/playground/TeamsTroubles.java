package dev.instead.playground;

import java.time.Duration;
import java.util.Optional;

/** The awkward things the local Teams does when told to: it is slow, it limits, it fails after accepting, it repeats. */
public final class TeamsTroubles {
  /** What becomes of the answer to something that was carried out already. */
  enum Lost {
    NOTHING,
    BAD_GATEWAY,
    DROPPED
  }

  private Duration slow = Duration.ZERO;
  private int refused;
  private TeamsRefusal refusal = TeamsRefusal.conflict();
  private int badGateways;
  private int drops;
  private boolean twice;
  private boolean newId;

  /** Every answer of the connector waits this long; what was asked is done before the wait. */
  public synchronized void answerSlowly(Duration by) {
    slow = by;
  }

  public synchronized Duration slowness() {
    return slow;
  }

  /** The next {@code calls} are refused with HTTP 429. */
  public void limitNext(int calls, Duration retryAfter) {
    refuseNext(calls, TeamsRefusal.tooMany(retryAfter));
  }

  /** The next {@code calls} are refused with HTTP 412: somebody else changes the conversation at this moment. */
  public void conflictNext(int calls) {
    refuseNext(calls, TeamsRefusal.conflict());
  }

  /** The next {@code calls} do nothing and are answered with this. It replaces what was planned before. */
  public synchronized void refuseNext(int calls, TeamsRefusal with) {
    refused = calls;
    refusal = with;
  }

  /** How many more calls will be refused, and with which status; status 0 when none. */
  public synchronized int refusing() {
    return refused;
  }

  public synchronized int refusingWith() {
    return refused == 0 ? 0 : refusal.status();
  }

  /** The next {@code writes} are carried out and then answered 502. */
  public synchronized void failAfterAccepting(int writes) {
    badGateways = writes;
  }

  public synchronized int failing() {
    return badGateways;
  }

  /** The next {@code writes} are carried out, and then the connection is cut unanswered. */
  public synchronized void dropNext(int writes) {
    drops = writes;
  }

  public synchronized int dropping() {
    return drops;
  }

  /** Everything sent to the bot is sent a second time, under the same id. */
  public synchronized void deliverTwice(boolean on) {
    twice = on;
  }

  public synchronized boolean deliversTwice() {
    return twice;
  }

  /** Everything sent to the bot is sent a second time under a new id, as Teams has been seen to do with slow invokes. */
  public synchronized void repeatUnderNewId(boolean on) {
    newId = on;
  }

  public synchronized boolean repeatsUnderNewId() {
    return newId;
  }

  /** Back to a healthy Teams. */
  public synchronized void none() {
    slow = Duration.ZERO;
    refused = 0;
    badGateways = 0;
    drops = 0;
    twice = false;
    newId = false;
  }

  synchronized Optional<TeamsRefusal> refusal() {
    if (refused == 0) {
      return Optional.empty();
    }
    refused--;
    return Optional.of(refusal);
  }

  /** What to do with the answer to a write that was carried out. */
  synchronized Lost lost() {
    if (badGateways > 0) {
      badGateways--;
      return Lost.BAD_GATEWAY;
    }
    if (drops > 0) {
      drops--;
      return Lost.DROPPED;
    }
    return Lost.NOTHING;
  }
}
