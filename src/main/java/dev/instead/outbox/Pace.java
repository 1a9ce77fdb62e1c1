package dev.instead.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How fast one platform may be spoken to: token buckets per conversation and for the whole workspace, and pauses that the platform asked
 * for. Safe for several threads.
 *
 * <p>Slack: about one message per second and channel with short bursts, several hundred a minute per workspace, {@code chat.update} about
 * 50 a minute (https://docs.slack.dev/apis/web-api/rate-limits). Teams: per thread 7 in 1 second, 8 in 2, 60 in 30, 1,800 in an hour,
 * and 50 requests a second in the tenant (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
 */
public final class Pace {
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Limits limits;
  private final Map<String, Lane> conversations = new HashMap<>();
  private final Map<String, Instant> pauses = new HashMap<>();
  private final Lane everything;
  private final Lane edits;
  private final Lane quiet;
  private final Map<Calling, Instant> pausedCalls = new EnumMap<>(Calling.class);

  /** The conversation that was last told to wait, and when: two within a moment mean everybody. */
  private String lastTold = "";

  private Instant lastToldAt = Instant.EPOCH;
  private Instant lastUntil = Instant.EPOCH;
  private Instant pausedUntil = Instant.EPOCH;

  public Pace(Limits limits) {
    this.limits = limits;
    this.everything = new Lane(limits.everything());
    this.edits = new Lane(List.of(limits.edits()));
    this.quiet = new Lane(List.of(limits.quiet()));
  }

  /** So many at once, then one every so often. */
  public record Rate(int burst, Duration every) {}

  /**
   * What a platform allows.
   *
   * @param conversation in one conversation; where there are several rates, each of them holds
   * @param everything in the whole workspace, of whatever kind; none when only the others count
   * @param edits in the whole workspace
   * @param editsTakeTurns whether an edit takes one of its conversation's turns; where the platform counts posts alone, a card that is
   *     edited all the time must not keep new cards waiting
   * @param quiet messages without hurry (receipts repeated, homes): what is left for them when cards and outcomes have gone first
   */
  public record Limits(
      List<Rate> conversation,
      List<Rate> everything,
      Rate edits,
      boolean editsTakeTurns,
      Rate quiet) {
    /** Chosen so that none of Teams' windows is ever overrun, whenever it begins. A quarter is kept for what is in a hurry. */
    public static final Limits TEAMS = new Limits(
        List.of(new Rate(6, Duration.ofSeconds(1)), new Rate(900, Duration.ofSeconds(4))),
        List.of(new Rate(25, Duration.ofMillis(40))),
        new Rate(25, Duration.ofMillis(40)),
        true,
        new Rate(18, Duration.ofMillis(54)));

    /** A little below what Slack allows, in whichever minute: a call that is refused holds up all the others. */
    public static Limits slack(int messagesPerMinute) {
      return new Limits(
          List.of(new Rate(8, Duration.ofMillis(1050))),
          List.of(),
          new Rate(20, Duration.ofSeconds(2)),
          false,
          new Rate(messagesPerMinute / 4, Duration.ofMinutes(1).dividedBy(messagesPerMinute)));
    }

    public Limits {
      conversation = List.copyOf(conversation);
      everything = List.copyOf(everything);
    }
  }

  /** Conversations that have to wait at {@code now}. */
  synchronized Set<String> waiting(Instant now) {
    pauses.values().removeIf(until -> !until.isAfter(now));
    conversations.values().removeIf(lane -> lane.isFull(now));
    Set<String> waiting = new HashSet<>(pauses.keySet());
    conversations.forEach((conversation, lane) -> {
      if (!lane.has(now)) {
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
    Instant next = quiet.turn(now);
    next = earlier(next, everything.turn(now));
    for (Instant until : pauses.values()) {
      next = earlier(next, until);
    }
    for (Lane lane : conversations.values()) {
      next = earlier(next, lane.turn(now));
    }
    return next;
  }

  /** Takes what a message needs, or says how long it has to wait; nothing is taken then. */
  synchronized Duration take(String conversation, Calling calling, boolean hurry, Instant now) {
    Duration paused = paused(conversation, calling, now);
    if (!paused.isZero()) {
      return paused;
    }
    List<Lane> needed = needed(conversation, calling == Calling.EDIT, hurry);
    for (Lane lane : needed) {
      if (!lane.has(now)) {
        return Duration.between(now, lane.nextAt(now));
      }
    }
    needed.forEach(lane -> lane.spend(now));
    return Duration.ZERO;
  }

  private List<Lane> needed(String conversation, boolean edit, boolean hurry) {
    Lane own = conversations.computeIfAbsent(conversation, c -> new Lane(limits.conversation()));
    if (edit) {
      return limits.editsTakeTurns() ? List.of(own, everything, edits) : List.of(everything, edits);
    }
    return hurry ? List.of(own, everything) : List.of(own, everything, quiet);
  }

  /** How long the platform still wants to be left alone with this; spends nothing. */
  synchronized Duration paused(String conversation, Calling calling, Instant now) {
    Instant until = later(
        pauses.getOrDefault(conversation, Instant.EPOCH),
        later(pausedUntil, pausedCalls.getOrDefault(calling, Instant.EPOCH)));
    if (calling == Calling.LOOK) {
      // What is not found is posted at once.
      until = later(until, pausedCalls.getOrDefault(Calling.POST, Instant.EPOCH));
    }
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  /**
   * This conversation was told to wait. A platform that limits the whole bot says it to one conversation after the other, in the same words:
   * when a second hears it within a moment, all of them wait.
   */
  synchronized void pause(String conversation, Instant now, Instant until) {
    pauses.merge(conversation, until, Pace::later);
    if (!lastTold.isEmpty()
        && !lastTold.equals(conversation)
        && now.isBefore(lastToldAt.plus(MOMENT))) {
      pausedUntil = later(pausedUntil, earlier(until, lastUntil));
    }
    lastTold = conversation;
    lastToldAt = now;
    lastUntil = until;
  }

  /** Nothing of this kind before {@code until}, in any conversation. */
  synchronized void pause(Calling calling, Instant until) {
    pausedCalls.merge(calling, until, Pace::later);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** Where several rates hold at once; without any, everything may go. */
  private static final class Lane {
    private final List<Bucket> buckets;

    Lane(List<Rate> rates) {
      buckets = rates.stream().map(Bucket::new).toList();
    }

    int left(Instant now) {
      return buckets.stream().mapToInt(bucket -> bucket.left(now)).min().orElse(Integer.MAX_VALUE);
    }

    boolean has(Instant now) {
      return left(now) > 0;
    }

    boolean isFull(Instant now) {
      return buckets.stream().allMatch(bucket -> bucket.isFull(now));
    }

    Instant nextAt(Instant now) {
      return buckets.stream().map(bucket -> bucket.nextAt(now)).reduce(now, Pace::later);
    }

    /** When it may go on, if it has to wait; else far away. */
    Instant turn(Instant now) {
      return has(now) ? Instant.MAX : nextAt(now);
    }

    void spend(Instant now) {
      buckets.forEach(bucket -> bucket.spend(now));
    }
  }

  /** Fills by one every {@code every}, up to {@code burst}; remembers only when it will be full again. */
  private static final class Bucket {
    private final int burst;
    private final Duration every;
    private Instant fullAt = Instant.EPOCH;

    Bucket(Rate rate) {
      this.burst = rate.burst();
      this.every = rate.every();
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
