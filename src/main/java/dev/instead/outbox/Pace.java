package dev.instead.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How fast one platform may be spoken to: token buckets per conversation and for the whole workspace, and pauses that the platform asked
 * for. Safe for several threads.
 *
 * <p>Slack: about one message per second and channel with short bursts, several hundred a minute per workspace, {@code chat.update} about
 * 50 a minute (https://docs.slack.dev/apis/web-api/rate-limits).
 */
public final class Pace {
  private final Limits limits;
  private final Map<String, Bucket> conversations = new HashMap<>();
  private final Map<String, Instant> pauses = new HashMap<>();
  private final Bucket edits;
  private final Bucket quiet;
  private final Map<Calling, Instant> pausedCalls = new EnumMap<>(Calling.class);

  public Pace(Limits limits) {
    this.limits = limits;
    this.edits = new Bucket(limits.editsBurst(), limits.editEvery());
    this.quiet = new Bucket(limits.quietBurst(), limits.quietEvery());
  }

  /**
   * What a platform allows.
   *
   * @param conversationBurst messages at once in one conversation, then one every {@code conversationEvery}
   * @param editsBurst edits at once in the workspace, then one every {@code editEvery}
   * @param quietBurst messages without hurry (receipts repeated, homes) at once, then one every {@code quietEvery}: what is left for
   *     them when cards and outcomes have gone first
   */
  public record Limits(
      int conversationBurst,
      Duration conversationEvery,
      int editsBurst,
      Duration editEvery,
      int quietBurst,
      Duration quietEvery) {}

  /** Conversations that have to wait at {@code now}. */
  synchronized Set<String> waiting(Instant now) {
    pauses.values().removeIf(until -> !until.isAfter(now));
    conversations.values().removeIf(bucket -> bucket.isFull(now));
    Set<String> waiting = new HashSet<>(pauses.keySet());
    conversations.forEach((conversation, bucket) -> {
      if (!bucket.has(now)) {
        waiting.add(conversation);
      }
    });
    return waiting;
  }

  /** How many messages without hurry may go now. */
  synchronized int quietLeft(Instant now) {
    return quiet.left(now);
  }

  /** When the next of the waiting may go on; far away when nothing waits. */
  synchronized Instant nextTurn(Instant now) {
    Instant next = quiet.has(now) ? Instant.MAX : quiet.nextAt(now);
    for (Instant until : pauses.values()) {
      next = until.isBefore(next) ? until : next;
    }
    for (Bucket bucket : conversations.values()) {
      Instant at = bucket.has(now) ? Instant.MAX : bucket.nextAt(now);
      next = at.isBefore(next) ? at : next;
    }
    return next;
  }

  /** Takes what a message needs, or says how long it has to wait; nothing is taken then. */
  synchronized Duration take(String conversation, Calling calling, boolean hurry, Instant now) {
    Duration paused = paused(conversation, calling, now);
    if (!paused.isZero()) {
      return paused;
    }
    Bucket lane = conversations.computeIfAbsent(
        conversation, c -> new Bucket(limits.conversationBurst(), limits.conversationEvery()));
    boolean edit = calling == Calling.EDIT;
    Bucket shared = edit ? edits : quiet;
    boolean needsShared = edit || !hurry;
    if (!lane.has(now)) {
      return Duration.between(now, lane.nextAt(now));
    }
    if (needsShared && !shared.has(now)) {
      return Duration.between(now, shared.nextAt(now));
    }
    lane.spend(now);
    if (needsShared) {
      shared.spend(now);
    }
    return Duration.ZERO;
  }

  /** How long the platform still wants to be left alone with this; spends nothing. */
  synchronized Duration paused(String conversation, Calling calling, Instant now) {
    Instant until = later(
        pauses.getOrDefault(conversation, Instant.EPOCH),
        pausedCalls.getOrDefault(calling, Instant.EPOCH));
    if (calling == Calling.LOOK) {
      // What is not found is posted at once.
      until = later(until, pausedCalls.getOrDefault(Calling.POST, Instant.EPOCH));
    }
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  synchronized void pause(String conversation, Instant until) {
    pauses.merge(conversation, until, Pace::later);
  }

  /** Nothing of this kind before {@code until}, in any conversation. */
  synchronized void pause(Calling calling, Instant until) {
    pausedCalls.merge(calling, until, Pace::later);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Fills by one every {@code every}, up to {@code burst}; remembers only when it will be full again. */
  private static final class Bucket {
    private final int burst;
    private final Duration every;
    private Instant fullAt = Instant.EPOCH;

    Bucket(int burst, Duration every) {
      this.burst = burst;
      this.every = every;
    }

    int left(Instant now) {
      return isFull(now)
          ? burst
          : Math.max(
              0,
              burst
                  - (int)
                      -Math.floorDiv(-Duration.between(now, fullAt).toNanos(), every.toNanos()));
    }

    boolean has(Instant now) {
      return left(now) > 0;
    }

    boolean isFull(Instant now) {
      return !fullAt.isAfter(now);
    }

    Instant nextAt(Instant now) {
      Instant at = fullAt.minus(every.multipliedBy(burst - 1L));
      return at.isAfter(now) ? at : now;
    }

    void spend(Instant now) {
      fullAt = (isFull(now) ? now : fullAt).plus(every);
    }
  }
}
