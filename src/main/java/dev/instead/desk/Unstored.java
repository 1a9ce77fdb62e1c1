package dev.instead.desk;

import dev.instead.policy.Policy;
import dev.instead.policy.Situation;
import dev.instead.policy.Team;
import dev.instead.report.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reports of danger that the store could not take, kept in memory until it can. Safe for many threads. */
public final class Unstored {
  /** More than that at once is a flood: its authors are asked to send again, as everybody else is. */
  static final int MOST = 1_000;

  private final Map<Delivery, Kept> kept = new LinkedHashMap<>();
  private final Set<Delivery> told = new HashSet<>();
  private final Semaphore news = new Semaphore(0);

  /**
   * A report as it was decided on.
   *
   * @param policy in force then; it may have changed by the time the report is stored
   * @param team whom the policy sends it to
   * @param at when it was reported
   */
  public record Kept(
      Delivery delivery,
      Reader reader,
      Optional<Link> link,
      String text,
      Policy policy,
      Situation situation,
      Team team,
      Instant at) {
    Taken taken() {
      return new Taken(link, text, Optional.empty());
    }

    private boolean saysTheSameAs(Kept other) {
      return reader.person().equals(other.reader.person())
          && link.equals(other.link)
          && text.equals(other.text)
          && situation.id().equals(other.situation.id());
    }
  }

  /** Keeps a report; one that comes twice is kept, and told, once. False when there is no room left: then it is not kept. */
  synchronized boolean keep(Kept report) {
    boolean known = kept.containsKey(report.delivery())
        || kept.values().stream().anyMatch(report::saysTheSameAs);
    if (known || kept.size() >= MOST) {
      return known;
    }
    kept.put(report.delivery(), report);
    news.release();
    return true;
  }

  /** Those that nobody was told of yet, oldest first. */
  public synchronized List<Kept> untold(int limit) {
    return kept.values().stream()
        .filter(report -> !told.contains(report.delivery()))
        .limit(limit)
        .toList();
  }

  public synchronized void told(Kept report) {
    told.add(report.delivery());
  }

  /** All of them, oldest first. */
  public synchronized List<Kept> waiting() {
    return new ArrayList<>(kept.values());
  }

  synchronized void stored(Kept report) {
    kept.remove(report.delivery());
    told.remove(report.delivery());
  }

  /** Returns when another report is kept, or after {@code longest}. */
  public void await(Duration longest) throws InterruptedException {
    if (news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }
}
