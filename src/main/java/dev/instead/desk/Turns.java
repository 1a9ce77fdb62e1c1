package dev.instead.desk;

import dev.instead.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one person may do something: so many times at once, then once every so often. Counted in the memory of each process, and
 * only for as long as it matters. Safe for many threads.
 */
final class Turns {
  /** More people than that in a few minutes are a crowd, which is no flood by one of them; those who began longest ago are forgotten. */
  static final int MOST_PEOPLE = 50_000;

  private final int atOnce;
  private final Duration every;

  /** When each will have all turns again. */
  private final Map<Person, Instant> fullAt = new LinkedHashMap<>();

  Turns(int atOnce, Duration every) {
    this.atOnce = atOnce;
    this.every = every;
  }

  /** Takes a turn; false when the person has none left. */
  synchronized boolean take(Person person, Instant now) {
    Instant full = fullAt.getOrDefault(person, Instant.EPOCH);
    Instant next = (full.isAfter(now) ? full : now).plus(every);
    if (next.isAfter(now.plus(every.multipliedBy(atOnce)))) {
      return false;
    }
    fullAt.remove(person); // so that it goes to the end
    fullAt.put(person, next);
    forget(now);
    return true;
  }

  synchronized int remembered() {
    return fullAt.size();
  }

  private void forget(Instant now) {
    Iterator<Instant> oldest = fullAt.values().iterator();
    while (oldest.hasNext() && (!oldest.next().isAfter(now) || fullAt.size() > MOST_PEOPLE)) {
      oldest.remove();
    }
  }
}
