package dev.instead;

import dev.instead.desk.LinkCheck;
import dev.instead.desk.Reviews;
import dev.instead.desk.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is served fresh: looks at pages, where the operator wants that, and asks owners to read their texts again. */
final class Freshness {
  private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);

  /** The product's clock may be moved, so the timers are looked at often; that is one row. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Duration PAGE_LOOK = Duration.ofSeconds(10);

  private final Optional<LinkCheck> links;
  private final Reviews reviews;
  private final Runnable changed;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final AtomicBoolean looking = new AtomicBoolean();

  /** @param changed called when the policy serves more or less than before */
  Freshness(Optional<LinkCheck> links, Reviews reviews, Runnable changed) {
    this.links = links;
    this.reviews = reviews;
    this.changed = changed;
  }

  /** What was withheld before a restart still is; before anything is served. */
  void recall() {
    links.ifPresent(LinkCheck::recall);
  }

  void begin(Threads threads) {
    threads.every("reviews", LOOK, () -> patiently(reviews::round));
    // A page may take its time, and the other timers must not wait for it.
    links.ifPresent(check -> threads.every(
        "links",
        PAGE_LOOK,
        () -> threads
            .couriers()
            .execute(() -> Threads.logged("links", () -> patiently(() -> look(check))))));
  }

  private void look(LinkCheck check) {
    if (looking.compareAndSet(false, true)) {
      try {
        if (check.round()) {
          changed.run();
        }
      } finally {
        looking.set(false);
      }
    }
  }

  /** Nothing is lost meanwhile: what is due stays due. Said once, not each second. */
  private void patiently(Runnable work) {
    try {
      work.run();
      waiting.set(false);
    } catch (StoreException e) {
      if (waiting.compareAndSet(false, true)) {
        LOG.warn(
            "Owners' reviews and looks at pages wait for the store, and are tried again every few seconds: {}",
            e.getMessage());
      }
    }
  }
}
