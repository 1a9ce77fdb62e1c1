package dev.instead.outbox;

import dev.instead.desk.Places;
import dev.instead.desk.StoreException;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Recipient;
import dev.instead.people.Platform;
import dev.instead.policy.PolicyBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is wanted to its platform: takes due messages, has each drawn and sent, one conversation at a time and many conversations at
 * once, so that a slow one never delays another.
 */
public final class Courier {
  /** Conversations that are served at the same time. */
  private static final int LANES = 16;

  /** Messages taken in one go. */
  private static final int BATCH = 32;

  /** Longer than a call to a platform may take; after it a message is in doubt. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** The product's clock may be moved, so the courier never sleeps long. */
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

  /** After an outage each message is due at a moment of its own; a conversation hears them in the order in which they came about. */
  private static final Comparator<Due> FIRST_TO_LAST = Comparator.comparing(
          (Due due) -> !due.danger())
      .thenComparing(due -> due.kind().urgency())
      .thenComparing(Due::since);

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Queue queue;
  private final Postman postman;
  private final Map<Platform, Pace> paces;
  private final Clock clock;
  private final Executor workers;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean stopping;

  /** @param workers runs one task per busy conversation, at most {@value #LANES} at once */
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
      }
      sleep(rest);
    }
  }

  /** Takes nothing more; what is being sent is finished. */
  public void stop() {
    stopping = true;
    wake();
  }

  /** Whether nothing is being sent. */
  public boolean isIdle() {
    return busy.isEmpty();
  }

  /**
   * Takes what is due and may go now, and hands it to the workers.
   *
   * @return how long nothing else will be due
   */
  public Duration round() {
    Instant now = clock.instant();
    if (busy.size() >= LANES) {
      return LONGEST_SLEEP;
    }
    Set<String> except = new HashSet<>(busy);
    paces.values().forEach(pace -> except.addAll(pace.waiting(now)));
    boolean quietToo = paces.values().stream().anyMatch(pace -> pace.quietLeft(now) > 0);
    int leastUrgent = quietToo ? MessageKind.LEAST_URGENT : MessageKind.LEAST_URGENT_IN_A_HURRY;
    List<Due> taken = queue.take(now, BATCH, LEASE, except, leastUrgent);
    Map<String, List<Due>> lanes = new LinkedHashMap<>();
    for (Due due : taken) {
      lanes.computeIfAbsent(conversation(due), c -> new ArrayList<>()).add(due);
    }
    lanes.forEach((conversation, dues) -> {
      dues.sort(FIRST_TO_LAST);
      serve(conversation, dues, now);
    });
    return taken.isEmpty() ? rest(now) : Duration.ZERO;
  }

  private void serve(String conversation, List<Due> dues, Instant now) {
    Platform platform = platform(dues.get(0));
    Pace pace = paces.get(platform);
    List<Due> ready = new ArrayList<>();
    for (Due due : dues) {
      boolean hurry = due.danger() || due.kind().urgency() <= MessageKind.LEAST_URGENT_IN_A_HURRY;
      Duration wait = pace == null
          ? Duration.ZERO
          : pace.take(conversation, due.remote().isPresent(), hurry, now);
      if (wait.isZero()) {
        ready.add(due);
      } else {
        queue.later(due.id(), now.plus(wait), "", due.inDoubt(), false);
      }
    }
    if (!ready.isEmpty()) {
      busy.add(conversation);
      workers.execute(() -> deliver(conversation, platform, ready));
    }
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
    try {
      postman.deliver(due, platform).ifPresent(wait -> pause(conversation, platform, wait));
    } catch (StoreException e) {
      // The lease ends by itself, and then the message is looked for before it is sent again.
      LOG.error("What became of message {} could not be recorded: {}", due.id(), e.getMessage());
    } catch (RuntimeException e) {
      postman.failed(due, e);
    }
  }

  private void pause(String conversation, Platform platform, ChatGateway.Sent.Wait wait) {
    Pace pace = paces.get(platform);
    if (pace != null) {
      Instant until = clock.instant().plus(wait.time());
      if (wait.everywhere()) {
        pace.pauseAll(until);
      } else {
        pace.pause(conversation, until);
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
