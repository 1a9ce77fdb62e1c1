package dev.instead.outbox;

import dev.instead.desk.Places;
import dev.instead.desk.StoreException;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Recipient;
import dev.instead.people.Platform;
import dev.instead.policy.PolicyBook;
import dev.instead.report.CaseNumber;
import dev.instead.report.ReportId;
import dev.instead.trail.Trail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is wanted to its platform: takes due messages, has each drawn and sent, one conversation at a time and many conversations at
 * once, so that a slow one never delays another.
 */
public final class Courier {
  /** Conversations of one platform that are served at the same time: one that hangs keeps the other's lanes free. */
  static final int LANES = 16;

  /** Of them kept for danger and new cards, while everything else hangs. */
  static final int KEPT = 4;

  /** Longer than a call to a platform may take; after it a message is in doubt. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** The product's clock may be moved, so the courier never sleeps long. */
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

  /** After an outage each message is due at a moment of its own; a conversation hears them in the order in which they came about. */
  private static final Comparator<Due> FIRST_TO_LAST = Comparator.comparing(
          (Due due) -> !due.danger())
      .thenComparing(due -> due.kind().urgency())
      .thenComparing(Due::since);

  /**
   * After a look that found nothing to send. In a burst every stored report wakes the courier while all that waits is waiting for its
   * channel's turn; looking through it each time cost more than storing the report.
   */
  private static final Duration BREATH = Duration.ofMillis(20);

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Queue queue;
  private final Postman postman;
  private final Map<Platform, Pace> paces;
  private final Clock clock;
  private final Executor workers;
  private final Map<String, Platform> busy = new ConcurrentHashMap<>();
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean stopping;

  /** @param workers runs one task per busy conversation, at most {@value #LANES} of each platform at once */
  public Courier(
      Queue queue,
      Briefing briefing,
      List<ChatGateway> gateways,
      Map<Platform, Pace> paces,
      PolicyBook policies,
      Places places,
      Clock clock,
      RandomGenerator random,
      Executor workers) {
    this.queue = queue;
    this.postman = new Postman(queue, briefing, gateways, policies, places, clock, random);
    this.paces = Map.copyOf(paces);
    this.clock = clock;
    this.workers = workers;
  }

  /** Something new is wanted. Cheap, from any thread. */
  public void wake() {
    wake.release();
  }

  /** Works until {@link #stop}; for a thread of its own. */
  public void run() {
    while (!stopping) {
      Duration rest = LONGEST_SLEEP;
      try {
        rest = round();
      } catch (StoreException e) {
        LOG.error(
            "The courier can't read what is wanted and tries again in a second: {}",
            e.getMessage());
      } catch (RuntimeException e) {
        // Whatever it is, it must not end the only thread that sends anything.
        LOG.error("A round of the courier failed; the next one is in a second", e);
      }
      sleep(rest);
    }
  }

  /** Takes nothing more; what is being sent is finished. */
  public void stop() {
    stopping = true;
    wake();
  }

  /**
   * Takes what is due and may go now, and hands it to the workers.
   *
   * @return how long nothing else will be due
   */
  public Duration round() {
    Instant now = clock.instant();
    Set<String> except = new HashSet<>(busy.keySet());
    paces.values().forEach(pace -> except.addAll(pace.waiting(now)));
    List<Due> taken = take(now, except);
    taken.sort(FIRST_TO_LAST);
    Map<String, List<Due>> lanes = new LinkedHashMap<>();
    Map<Due, Instant> early = new LinkedHashMap<>();
    for (Due due : taken) {
      Duration wait = turn(due, now);
      if (wait.isZero()) {
        lanes.computeIfAbsent(conversation(due), c -> new ArrayList<>()).add(due);
      } else {
        early.put(due, now.plus(wait));
      }
    }
    if (!early.isEmpty()) {
      queue.putBack(early);
    }
    lanes.forEach(this::serve);
    return taken.isEmpty() ? rest(now) : Duration.ZERO;
  }

  /** One platform after the other: what one has room for is no room on another. */
  private List<Due> take(Instant now, Set<String> except) {
    List<Due> taken = new ArrayList<>();
    for (Platform platform : Platform.values()) {
      int free = LANES - Collections.frequency(busy.values(), platform);
      if (free > 0) {
        taken.addAll(take(now, platform, free, except));
      }
    }
    return taken;
  }

  /** What hurries first; of the rest no more than may go, or thousands of receipts would be taken and put back again and again. */
  private List<Due> take(Instant now, Platform platform, int free, Set<String> except) {
    int room = free - KEPT;
    if (room <= 0) {
      return queue.take(now, platform, free, LEASE, except, MessageKind.TEAM_CARD.urgency());
    }
    List<Due> taken = new ArrayList<>(
        queue.take(now, platform, room, LEASE, except, MessageKind.LEAST_URGENT_IN_A_HURRY));
    Pace pace = paces.get(platform);
    int quiet = pace == null ? 0 : Math.min(room - taken.size(), pace.quietLeft(now));
    if (quiet > 0) {
      taken.addAll(queue.take(now, platform, quiet, LEASE, except, MessageKind.LEAST_URGENT));
    }
    return taken;
  }

  /** How long the message has to wait; nothing when it may go, and then its share is spent. */
  private Duration turn(Due due, Instant now) {
    Pace pace = paces.get(platform(due));
    boolean hurry = due.danger() || due.kind().urgency() <= MessageKind.LEAST_URGENT_IN_A_HURRY;
    return pace == null ? Duration.ZERO : pace.take(conversation(due), Calling.of(due), hurry, now);
  }

  private void serve(String conversation, List<Due> dues) {
    Platform platform = platform(dues.get(0));
    busy.put(conversation, platform);
    workers.execute(() -> deliver(conversation, platform, dues));
  }

  private void deliver(String conversation, Platform platform, List<Due> dues) {
    try {
      dues.forEach(due -> deliver(conversation, platform, due));
    } finally {
      busy.remove(conversation);
      wake();
    }
  }

  private void deliver(String conversation, Platform platform, Due due) {
    mark(due);
    try {
      Pace pace = paces.get(platform);
      Instant now = clock.instant();
      // An earlier one of this conversation may just have been told to wait.
      Duration wait =
          pace == null ? Duration.ZERO : pace.paused(conversation, Calling.of(due), now);
      if (!wait.isZero()) {
        queue.putBack(Map.of(due, now.plus(wait)));
        return;
      }
      postman.deliver(due, platform).ifPresent(told -> pause(conversation, platform, told));
    } catch (StoreException e) {
      // The lease ends by itself, and then the message is looked for before it is sent again.
      LOG.error("What became of message {} could not be recorded: {}", due.id(), e.getMessage());
    } catch (RuntimeException e) {
      postman.failed(due, e);
    } finally {
      Trail.ends();
    }
  }

  private static void mark(Due due) {
    Trail.delivery(
        due.id().value(), due.number().map(CaseNumber::value), due.report().map(ReportId::value));
  }

  private void pause(String conversation, Platform platform, Postman.Pause told) {
    Pace pace = paces.get(platform);
    if (pace != null) {
      Instant now = clock.instant();
      Instant until = now.plus(told.time());
      if (told.everywhere()) {
        pace.pause(told.calling(), until);
      } else {
        pace.pause(conversation, now, until);
      }
    }
  }

  private Duration rest(Instant now) {
    Instant next = queue.nextAfter(now).orElse(Instant.MAX);
    for (Pace pace : paces.values()) {
      Instant turn = pace.nextTurn(now);
      next = turn.isBefore(next) ? turn : next;
    }
    if (next.isAfter(now.plus(LONGEST_SLEEP))) {
      return LONGEST_SLEEP;
    }
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }

  private void sleep(Duration rest) {
    if (!rest.isZero() && !stopping) {
      LockSupport.parkNanos(BREATH.toNanos());
    }
    try {
      // At least a millisecond: a bucket that fills in nanoseconds must not spin the processor.
      if (wake.tryAcquire(Math.max(1, rest.toMillis()), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  private static Platform platform(Due due) {
    return due.to() instanceof Recipient.InChannel there
        ? there.channel().platform()
        : ((Recipient.InPrivate) due.to()).person().platform();
  }

  /** What the queue calls it: a channel's or a person's id. */
  private static String conversation(Due due) {
    return due.to() instanceof Recipient.InChannel there
        ? there.channel().id()
        : ((Recipient.InPrivate) due.to()).person().id();
  }
}
